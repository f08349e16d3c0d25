import AccessControl
import Apps
import Basics
import Commerce
import ConnectorKit
import HTTPTypes
import Operations
import Records

/// The first page of all, the clients, and one client's overview.
struct ClientHandlers: Sendable {
    let services: Services
    private var frames: Frames { Frames(services: services) }

    init(services: Services) { self.services = services }

    func register(in routes: inout ConsoleRoutes) {
        routes.own(.get, ConsolePath.home) { request, _ in
            let organizations = try await services.organizations()
            guard organizations.count == 1, let only = organizations.first else {
                return request.redirect(to: ConsolePath.clients)
            }
            return request.redirect(to: ConsolePath.client(only.id.text))
        }
        routes.get(ConsolePath.clients, installation: ReadOrganizations.self) { request, _ in
            try await clients(request, refused: nil)
        }
        routes.post(ConsolePath.clients, installation: ManageOrganizations.self) { request, grant in
            let name = request.form["name"] ?? ""
            do {
                let made = try await services.createOrganization(named: name, by: grant.actor)
                return request.redirect(to: ConsolePath.client(made.id.text))
            } catch let error as RecordsError {
                return try await clients(request, refused: (name, error.explanation))
            }
        }
        routes.get(ConsolePath.client("{organization}"), ReadConnections.self) { request, grant in
            let frame = try await frames.member(request, .home, in: grant.scope)
            return try await home(
                grant, sees: frame.abilities.contains(.seePeople),
                seesRecords: request.caller?.permissions.contains(.readRecords) ?? false
            )
            .answer(in: frame)
        }
        routes.get(ConsolePath.client("{organization}") + "/live", ReadConnections.self) { request, grant in
            let frame = try await frames.member(request, .home, in: grant.scope)
            let page = try await home(grant, sees: false, seesRecords: false)
            return .page(Page(page.fragment(.homeLive, in: frame)))
        }
    }

    private func clients(
        _ request: ConsoleRequest, refused: (name: String, error: Phrase)?
    ) async throws -> Answer {
        var counts: [String: (all: Int, troubled: Int)] = [:]
        for placed in try await services.connections() where !placed.connection.isDraft {
            var isTroubled = false
            if case .needsAttention = placed.connection.state { isTroubled = true }
            counts[placed.organization.id.text, default: (0, 0)].all += 1
            if isTroubled { counts[placed.organization.id.text, default: (0, 0)].troubled += 1 }
        }
        let entries = try await services.organizations().map { organization in
            let count = counts[organization.id.text] ?? (0, 0)
            return ClientsPage.Entry(
                client: FrameClient(id: organization.id.text, name: organization.name), connections: count.all,
                needAttention: count.troubled)
        }
        let frame = try await frames.member(request, nil)
        return ClientsPage(clients: entries, refused: refused)
            .answer(in: frame, status: refused == nil ? .ok : .unprocessableContent)
    }

    private func home(_ grant: Grant<ReadConnections>, sees: Bool, seesRecords: Bool) async throws -> HomePage {
        let health = try await services.health(of: grant.scope)
        let zone = health.first?.connection.timeZone ?? Frames.defaultZone
        let now = services.clock.now()
        let today = Reader(language: .portuguese, timeZone: zone, now: now).today
        let days = try await services.dailyTotals(
            of: grant.scope, connection: nil, from: today, until: today, limit: 100)
        var sums: [String: Money] = [:]
        for day in days {
            let key = "\(day.currency) \(day.scale)"
            sums[key, default: Money(amount: 0, currency: day.currency, scale: day.scale)].amount += day.amount
        }
        let recent = try await services.orders(
            OrderFilter(seesPeople: sees), of: grant.scope, after: nil, limit: 8)
        return HomePage(
            connections: health.map(ConnectionOverview.init),
            recentOrders: OrderListing.listings(recent.orders, health.map(\.connection), seesPeople: sees),
            today: health.isEmpty
                ? nil
                : HomePage.DayFigures(
                    orders: days.reduce(0) { $0 + $1.orders },
                    amounts: sums.sorted { $0.key < $1.key }.map(\.value)),
            records: seesRecords ? try await services.recordCounts(of: grant.scope) : [:])
    }
}

extension ConnectionOverview {
    init(_ health: ConnectionHealth) {
        self.init(
            connection: health.connection, stored: health.stored, read: health.read, stream: health.stream,
            parkedOrders: health.parkedOrders, parkedWindows: health.parkedWindows, rate: health.rate,
            quota: health.quota.map {
                QuotaUse(
                    usedPerMinute: $0.usedPerMinute, limitPerMinute: $0.limitPerMinute, stoppedUntil: $0.stoppedUntil,
                    isSharedByNodes: $0.isSharedByNodes)
            })
    }
}

extension OrderListing {
    /// Orders as lists show them, with the names of their connections.
    static func listings(_ orders: [StoredOrder], _ connections: [Connection], seesPeople: Bool) -> [OrderListing] {
        let byID = Dictionary(connections.map { ($0.id, $0) }) { first, _ in first }
        return orders.map { stored in
            let order = stored.order
            let connection = byID[stored.connectionID]
            let names = [order.person?.firstName, order.person?.lastName].compactMap { $0 }.joined(separator: " ")
            let company = order.person?.company?.tradeName
            let customer = names.isEmpty ? company : names
            return OrderListing(
                id: stored.id.text, number: order.sequence ?? order.externalID, externalID: order.externalID,
                connectionName: connection?.name ?? "", status: order.status, placedAt: order.placedAt,
                timeZone: connection?.timeZone ?? Frames.defaultZone, total: order.total,
                customer: seesPeople ? customer : nil)
        }
    }
}
