import AccessControl
import Basics
import ConnectorKit
import HTTPTypes
import Operations
import Records

/// The check of a connection's key: begun, watched, begun again.
struct CheckHandlers: Sendable {
    /// Between two looks of a browser without scripts.
    private static let refreshSeconds = 3

    let services: Services
    private var frames: Frames { Frames(services: services) }

    init(services: Services) { self.services = services }

    func register(in routes: inout ConsoleRoutes) {
        let path = ConsolePath.connection("{organization}", "{connection}", "check")
        routes.get(path, ManageConnections.self) { request, grant in
            let connection = try await connection(request, grant.scope)
            guard connection.hasCredential else { return Self.toHandIn(connection, request, grant.scope) }
            let page = try await page(connection, grant.scope)
            var frame = try await frames.member(request, .connections, in: grant.scope)
            if page.isRunning(at: frame.reader.now) { frame.refreshSeconds = Self.refreshSeconds }
            return page.answer(in: frame)
        }
        routes.get(path + "/live", ManageConnections.self) { request, grant in
            let page = try await page(try await connection(request, grant.scope), grant.scope)
            let frame = try await frames.member(request, .connections, in: grant.scope)
            return .page(Page(page.fragment(.checkLive, in: frame)))
        }
        routes.post(path, ManageConnections.self) { request, grant in
            let connection = try await connection(request, grant.scope)
            guard connection.hasCredential else { return Self.toHandIn(connection, request, grant.scope) }
            let back = Self.path(connection, grant.scope, "check")
            do {
                try await services.beginKeyCheck(of: connection, in: grant.scope)
                return request.redirect(to: back)
            } catch let error as any ExplainedError {
                guard Problem(error).status.code < 500 else { throw error }
                return request.refused(error, to: back)
            }
        }
    }

    private func page(_ connection: Connection, _ scope: Tenant) async throws -> CheckPage {
        CheckPage(
            connection: connection, report: try await services.keyCheck(of: connection, in: scope),
            guide: services.platforms.guide(connection.platform))
    }

    private func connection(_ request: ConsoleRequest, _ scope: Tenant) async throws -> Connection {
        let id: ConnectionID = try request.parameters.id("connection")
        guard let connection = try await services.connection(id, of: scope) else { throw Problem.notFound }
        return connection
    }

    private static func toHandIn(_ connection: Connection, _ request: ConsoleRequest, _ scope: Tenant) -> Answer {
        request.redirect(to: path(connection, scope, "hand-in"))
    }

    private static func path(_ connection: Connection, _ scope: Tenant, _ part: String) -> String {
        ConsolePath.connection(Services.organizationID(of: scope), connection.id.text, part)
    }
}
