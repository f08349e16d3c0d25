import AccessControl
import Basics
import HTTPTypes
import Operations
import Records
import Sync

/// The statement of a connection: read, and asked for anew.
struct StatementHandlers: Sendable {
    /// Days that are shown when nobody says which.
    private static let days = 31
    /// Days that one page shows at most.
    private static let daysMax = 800
    /// Between two looks of a browser without scripts.
    private static let refreshSeconds = 3

    let services: Services
    private var frames: Frames { Frames(services: services) }

    init(services: Services) { self.services = services }

    func register(in routes: inout ConsoleRoutes) {
        let path = ConsolePath.connection("{organization}", "{connection}", "statement")
        routes.get(path, ReadConnections.self) { request, grant in
            let page = try await page(request, grant.scope)
            var frame = try await frames.member(request, .connections, in: grant.scope)
            if page.isRunning { frame.refreshSeconds = Self.refreshSeconds }
            return page.answer(in: frame)
        }
        routes.get(path + "/live", ReadConnections.self) { request, grant in
            let page = try await page(request, grant.scope)
            let frame = try await frames.member(request, .connections, in: grant.scope)
            return .page(Page(page.fragment(.statementLive, in: frame)))
        }
        routes.post(path, ManageConnections.self) { request, grant in
            let connection = try await connection(request, grant.scope)
            let back = ConsolePath.connection(
                Services.organizationID(of: grant.scope), connection.id.text, "statement")
            do {
                _ = try await services.requestReconciliation(
                    of: connection.id, Reconciliation.Span(), in: grant.scope, by: grant.actor)
                return request.redirect(to: back)
            } catch let error as any ExplainedError {
                guard Problem(error).status.code < 500 else { throw error }
                return request.refused(error, to: back)
            }
        }
    }

    private func page(_ request: ConsoleRequest, _ scope: Tenant) async throws -> StatementPage {
        let connection = try await connection(request, scope)
        let now = services.clock.now()
        let today =
            StoreDays(timeZone: connection.timeZone)?.date(of: now)
            ?? CivilDate(daysSince1970: Int(now.microseconds / 86_400_000_000))
        let until = Self.day(request.query["until"]) ?? today
        let wanted = Self.day(request.query["from"]) ?? until.advanced(by: 1 - Self.days)
        let from = min(max(wanted, until.advanced(by: 1 - Self.daysMax)), until)
        let statement = try await services.statement(of: connection.id, from: from, until: until, in: scope)
        return StatementPage(
            connection: connection, from: from, until: until, lines: statement.lines,
            differences: statement.differences, hasMoreDifferences: statement.isCut, lastRun: statement.runs.first)
    }

    /// What is no day counts as not said.
    private static func day(_ text: String?) -> CivilDate? {
        guard let text, text.utf8.count == 10, let instant = Instant(iso8601: text) else { return nil }
        return CivilDate(daysSince1970: Int(instant.microseconds / 86_400_000_000))
    }

    private func connection(_ request: ConsoleRequest, _ scope: Tenant) async throws -> Connection {
        let id: ConnectionID = try request.parameters.id("connection")
        guard let connection = try await services.connection(id, of: scope) else { throw Problem.notFound }
        return connection
    }
}
