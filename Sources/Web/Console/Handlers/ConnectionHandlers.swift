import AccessControl
import Apps
import Basics
import Commerce
import ConnectorKit
import HTTPTypes
import Operations
import Records
import Sync

/// Connections: seen, checked, paused, resumed, read again, given another key.
struct ConnectionHandlers: Sendable {
    /// Days that the plot shows.
    private static let days = 60

    let services: Services
    private var frames: Frames { Frames(services: services) }

    init(services: Services) { self.services = services }

    func register(in routes: inout ConsoleRoutes) {
        let list = ConsolePath.connections("{organization}")
        routes.get(list, ReadConnections.self) { request, grant in
            try await self.list(grant).answer(in: frames.member(request, .connections, in: grant.scope))
        }
        routes.get(list + "/live", ReadConnections.self) { request, grant in
            let frame = try await frames.member(request, .connections, in: grant.scope)
            return .page(Page(try await self.list(grant).fragment(.connectionsList, in: frame)))
        }
        routes.get(Self.path(), ReadConnections.self) { request, grant in
            let connection = try await connection(request, grant.scope)
            if connection.isDraft { return Self.goOn(with: connection, request, grant.scope) }
            return try await page(request, grant.scope).answer(
                in: frames.member(request, .connections, in: grant.scope))
        }
        routes.get(Self.path("live"), ReadConnections.self) { request, grant in
            let frame = try await frames.member(request, .connections, in: grant.scope)
            let overview = ConnectionOverview(try await health(request, grant.scope))
            return .page(Page(ConnectionPage(overview: overview).fragment(.connectionLive, in: frame)))
        }
        routes.get(Self.path("days"), ReadConnections.self) { request, grant in
            let frame = try await frames.member(request, .connections, in: grant.scope)
            let health = try await health(request, grant.scope)
            let page = ConnectionPage(
                overview: ConnectionOverview(health), days: try await plot(health.connection, grant.scope))
            return .page(Page(page.fragment(.connectionDays, in: frame)))
        }
        routes.get(Self.path("streams"), ReadConnections.self) { request, grant in
            let frame = try await frames.member(request, .connections, in: grant.scope)
            let health = try await health(request, grant.scope)
            let page = ConnectionPage(
                overview: ConnectionOverview(health), standings: try await standings(of: health, grant.scope))
            return .page(Page(page.fragment(.connectionStreams, in: frame)))
        }
        registerDeeds(in: &routes)
        registerCredential(in: &routes)
    }

    private func registerDeeds(in routes: inout ConsoleRoutes) {
        routes.get(Self.path("pause"), ManageConnections.self) { request, grant in
            let connection = try await connection(request, grant.scope)
            if connection.isDraft { return Self.goOn(with: connection, request, grant.scope) }
            let frame = try await frames.member(request, .connections, in: grant.scope)
            return ConnectionDeeds.pause(connection, client: Self.client(grant.scope), for: frame.reader)
                .answer(in: frame)
        }
        routes.post(Self.path("pause"), ManageConnections.self) { request, grant in
            try await setPaused(true, request, grant, said: Self.paused)
        }
        routes.post(Self.path("resume"), ManageConnections.self) { request, grant in
            try await setPaused(false, request, grant, said: Self.resumed)
        }
        routes.get(Self.path("rerun"), ManageConnections.self) { request, grant in
            let connection = try await connection(request, grant.scope)
            if connection.isDraft { return Self.goOn(with: connection, request, grant.scope) }
            let frame = try await frames.member(request, .connections, in: grant.scope)
            return ConnectionDeeds.rerun(connection, client: Self.client(grant.scope), for: frame.reader)
                .answer(in: frame)
        }
        routes.post(Self.path("rerun"), ManageConnections.self) { request, grant in
            let connection = try await connection(request, grant.scope)
            if connection.isDraft { return Self.goOn(with: connection, request, grant.scope) }
            guard let placed = try await services.placed(connection.id, of: grant.scope) else {
                throw Problem.notFound
            }
            try await services.rerun(placed, stream: .orders, by: grant.actor)
            return request.done(Self.begunAnew, to: Self.path(connection, grant.scope))
        }
        routes.post(Self.path("retry"), ManageConnections.self) { request, grant in
            let connection = try await connection(request, grant.scope)
            try await services.retryParked(connection.id, of: grant.scope)
            return request.done(Self.retried, to: Self.path(connection, grant.scope))
        }
    }

    private func registerCredential(in routes: inout ConsoleRoutes) {
        routes.get(Self.path("credential"), ManageConnections.self) { request, grant in
            let connection = try await connection(request, grant.scope)
            if connection.isDraft { return Self.goOn(with: connection, request, grant.scope) }
            return CredentialPage(connection: connection)
                .answer(in: try await frames.member(request, .connections, in: grant.scope))
        }
        routes.post(Self.path("credential"), ManageConnections.self, replaceCredential)
    }

    private func replaceCredential(_ request: ConsoleRequest, _ grant: Grant<ManageConnections>) async throws -> Answer
    {
        let id: ConnectionID = try request.parameters.id("connection")
        guard let placed = try await services.placed(id, of: grant.scope) else { throw Problem.notFound }
        let key = request.form["key"] ?? ""
        do {
            try await services.replaceCredential(
                of: placed, key: key, token: Secret(request.form["token"] ?? ""), by: grant.actor)
        } catch let error as IntakeError {
            return CredentialPage(connection: placed.connection, key: key, error: error)
                .answer(
                    in: try await frames.member(request, .connections, in: grant.scope), status: .unprocessableContent)
        }
        let back = Self.path(placed.connection, grant.scope)
        do {
            let current = try await connection(request, grant.scope)
            try await services.beginKeyCheck(of: current, in: grant.scope)
            return request.done(Self.replaced, to: back + "/check")
        } catch let error as any ExplainedError {
            return request.redirect(to: back, flash: Flash(.notice, error.text(in: request.language)))
        }
    }

    private func setPaused(
        _ isPaused: Bool, _ request: ConsoleRequest, _ grant: Grant<ManageConnections>, said: Phrase
    ) async throws -> Answer {
        let id: ConnectionID = try request.parameters.id("connection")
        let connection = try await services.edit(
            id, Services.ConnectionEdit(isPaused: isPaused), of: grant.scope, by: grant.actor)
        return request.done(said, to: Self.path(connection, grant.scope))
    }

    private func list(_ grant: Grant<ReadConnections>) async throws -> ConnectionsPage {
        ConnectionsPage(connections: try await services.health(of: grant.scope).map(ConnectionOverview.init))
    }

    private func page(_ request: ConsoleRequest, _ scope: Tenant) async throws -> ConnectionPage {
        let health = try await health(request, scope)
        let standings = try await standings(of: health, scope)
        let parked = standings.flatMap { standing in
            standing.parkedSlices.map(ParkedRead.init) + standing.parkedOrders.map(ParkedRead.init)
        }
        return ConnectionPage(
            overview: ConnectionOverview(health), parked: parked,
            lastCheck: try await services.keyCheck(of: health.connection, in: scope),
            days: try await plot(health.connection, scope),
            live: try await services.liveStanding(of: health.connection.id, in: scope), standings: standings)
    }

    private func standings(of health: ConnectionHealth, _ scope: Tenant) async throws -> [StreamStanding] {
        guard let placed = try await services.placed(health.connection.id, of: scope) else { return [] }
        return try await services.standings(of: placed)
    }

    private func plot(_ connection: Connection, _ scope: Tenant) async throws -> DayPlot? {
        let reader = Reader(language: .portuguese, timeZone: connection.timeZone, now: services.clock.now())
        let until = reader.today
        let from = CivilDate(daysSince1970: until.daysSince1970 - Self.days + 1)
        let days = try await services.dailyTotals(
            of: scope, connection: connection.id, from: from, until: until, limit: Self.days * 4)
        // A store sells in one currency; of others, which there may be by mistake, the most frequent is shown.
        let currencies = Dictionary(grouping: days) { "\($0.currency) \($0.scale)" }
        guard let shown = currencies.values.max(by: { $0.count < $1.count }) else { return nil }
        return DayPlot(
            days: shown.map {
                DayPlot.Day(
                    date: $0.date, orders: $0.orders,
                    amount: Money(amount: $0.amount, currency: $0.currency, scale: $0.scale))
            }, from: from, until: until)
    }

    private func health(_ request: ConsoleRequest, _ scope: Tenant) async throws -> ConnectionHealth {
        let id: ConnectionID = try request.parameters.id("connection")
        guard let health = try await services.health(of: id, in: scope) else { throw Problem.notFound }
        return health
    }

    private func connection(_ request: ConsoleRequest, _ scope: Tenant) async throws -> Connection {
        let id: ConnectionID = try request.parameters.id("connection")
        guard let connection = try await services.connection(id, of: scope) else { throw Problem.notFound }
        return connection
    }

    /// To the step that a draft stands at. Who may not take it goes back to the list, where it says so.
    private static func goOn(with draft: Connection, _ request: ConsoleRequest, _ scope: Tenant) -> Answer {
        guard request.caller?.permissions.contains(.manageConnections) == true else {
            return request.refused(
                RecordsError(.connectionUnfinished(id: draft.id.text)), to: ConsolePath.connections(client(scope)))
        }
        return request.redirect(
            to: ConsolePath.connection(client(scope), draft.id.text, draft.hasCredential ? "check" : "hand-in"))
    }

    private static func client(_ scope: Tenant) -> String { Services.organizationID(of: scope) }

    private static func path() -> String { ConsolePath.connection("{organization}", "{connection}") }

    private static func path(_ part: String) -> String {
        ConsolePath.connection("{organization}", "{connection}", part)
    }

    private static func path(_ connection: Connection, _ scope: Tenant) -> String {
        ConsolePath.connection(client(scope), connection.id.text)
    }

    private static let paused = Phrase(pt: "Conexão pausada.", es: "Conexión en pausa.", en: "Connection paused.")
    private static let resumed = Phrase(
        pt: "Conexão retomada.", es: "Conexión reanudada.", en: "Connection resumed.")
    private static let begunAnew = Phrase(
        pt: "A leitura recomeçou do início.", es: "La lectura se reinició desde el comienzo.",
        en: "Reading has begun anew.")
    private static let retried = Phrase(
        pt: "Serão tentados de novo em instantes.", es: "Se intentarán otra vez en instantes.",
        en: "They will be tried again in a moment.")
    private static let replaced = Phrase(
        pt: "Chave trocada. A verificação já começou.", es: "Clave cambiada. La verificación ya empezó.",
        en: "Key replaced. Its check has begun.")
}

extension ParkedRead {
    init(_ slice: ParkedSlice) {
        self.init(
            what: .window(from: slice.from, until: slice.until), reason: slice.trouble.explanation,
            attempts: slice.attempts, retryAt: nil)
    }

    init(_ order: ParkedOrder) {
        self.init(
            what: .order(order.externalID), reason: order.trouble.explanation, attempts: order.attempts,
            retryAt: order.retryAt)
    }
}
