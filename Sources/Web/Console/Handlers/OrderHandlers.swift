import AccessControl
import Basics
import Commerce
import Foundation
import HTTPTypes
import NIOCore
import Operations
import Records

/// Orders: found, seen, with the source that they came from.
struct OrderHandlers: Sendable {
    private static let pageSize = 50

    let services: Services
    private var frames: Frames { Frames(services: services) }

    init(services: Services) { self.services = services }

    func register(in routes: inout ConsoleRoutes) {
        let one = ConsolePath.order("{organization}", "{order}")
        routes.get(ConsolePath.orders("{organization}"), ReadOrders.self) { request, grant in
            try await list(request, grant).answer(in: frames.member(request, .orders, in: grant.scope))
        }
        routes.get(one, ReadOrders.self) { request, grant in
            let page = try await page(request, grant.scope, .order, seesPeople: grant.seesPeople)
            return page.answer(in: try await frames.member(request, .orders, in: grant.scope))
        }
        routes.get(one + "/canonical", ReadOrders.self) { request, grant in
            var page = try await page(request, grant.scope, .canonical, seesPeople: grant.seesPeople)
            let id: OrderID = try request.parameters.id("order")
            let written = try await services.writeOrder(id, of: grant.scope, seesPeople: grant.seesPeople) {
                BufferSink(capacity: 6_000)
            }
            page.canonical = written.map { PrettyJSON.text($0.json.buffer.readableBytesView) }
            return page.answer(in: try await frames.member(request, .orders, in: grant.scope))
        }
        routes.get(ConsolePath.orderSource("{organization}", "{order}"), ReadPeople.self) { request, grant in
            var page = try await page(request, grant.scope, .source, seesPeople: true)
            let kept = try await services.payloads(of: try request.parameters.id("order"), in: grant.scope)
            page.source = kept.last { $0.supersededAt == nil }.map {
                OrderPage.Source(
                    text: PrettyJSON.text($0.bytes), fetchedAt: $0.fetchedAt, older: kept.count - 1)
            }
            return page.answer(in: try await frames.member(request, .orders, in: grant.scope))
        }
    }

    private func page(
        _ request: ConsoleRequest, _ scope: Tenant, _ tab: OrderPage.Tab, seesPeople: Bool
    ) async throws -> OrderPage {
        let id: OrderID = try request.parameters.id("order")
        guard let history = try await services.orderHistory(id, of: scope) else { throw Problem.notFound }
        var order = history.stored.order
        if !seesPeople { order.person = nil }
        return OrderPage(
            id: id.text, version: history.stored.version, order: order, connection: history.connection,
            changes: history.changes, tab: tab)
    }

    private func list(_ request: ConsoleRequest, _ grant: Grant<ReadOrders>) async throws -> OrdersPage {
        let query = Self.query(request.query)
        let health = try await services.health(of: grant.scope)
        let connections = health.map(\.connection)
        var filter = OrderFilter(seesPeople: grant.seesPeople)
        filter.text = query.text.isEmpty ? nil : query.text
        filter.statuses = query.status.map { [$0] } ?? []
        filter.connection = query.connection.flatMap(ConnectionID.init(parsing:))
        let shown = connections.first { $0.id == filter.connection } ?? connections.first
        let zone = shown?.timeZone ?? Frames.defaultZone
        filter.placedFrom = query.from.map { Self.midnight($0, zone) }
        filter.placedUntil = query.until.map { Self.midnight(CivilDate(daysSince1970: $0.daysSince1970 + 1), zone) }
        let found = try await services.orders(
            filter, of: grant.scope, after: query.after.flatMap(Self.position), limit: Self.pageSize)
        let all = health.reduce(0) { $0 + $1.stored }
        var count: OrdersPage.Count?
        if !query.isNarrow {
            count = .exactly(all)
        } else if query.after == nil {
            count = found.next == nil ? .exactly(found.orders.count) : .moreThan(found.orders.count)
        }
        return OrdersPage(
            orders: OrderListing.listings(found.orders, connections, seesPeople: grant.seesPeople), query: query,
            next: found.next.map(Self.text), count: count,
            connections: connections.map { (id: $0.id.text, name: $0.name) },
            isImporting: health.contains { ConnectionOverview($0).isImporting })
    }

    /// What is no status, day or place in the list is passed over: an address may have been typed.
    private static func query(_ items: QueryItems) -> OrdersQuery {
        func day(_ name: String) -> CivilDate? {
            guard let text = items[name], let instant = Instant(iso8601: text) else { return nil }
            return CivilDate(daysSince1970: Int(instant.microseconds / 86_400_000_000))
        }
        let connection = items["connection"].flatMap { $0.isEmpty ? nil : $0 }
        return OrdersQuery(
            text: String((items["q"] ?? "").prefix(200)).trimmingCharacters(in: .whitespacesAndNewlines),
            status: items["status"].flatMap(OrderStatus.init(rawValue:)), connection: connection, from: day("from"),
            until: day("until"), after: items["after"])
    }

    private static func midnight(_ day: CivilDate, _ zone: String) -> Instant {
        let utc = Instant(seconds: Int64(day.daysSince1970) * 86_400)
        let zone = TimeZone(identifier: zone) ?? .gmt
        let east = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc.microseconds) / 1_000_000))
        return utc - .seconds(east)
    }

    /// A place in the list as an address has it: microseconds and id.
    private static func text(_ position: OrderPosition) -> String {
        "\(position.placedAt.microseconds).\(position.id.text)"
    }

    private static func position(_ text: String) -> OrderPosition? {
        let parts = text.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let microseconds = Int64(parts[0]), let id = OrderID(parsing: String(parts[1])) else {
            return nil
        }
        return OrderPosition(placedAt: Instant(microseconds: microseconds), id: id)
    }
}
