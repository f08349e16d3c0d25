import AccessControl
import Basics
import HTTPTypes
import Operations
import Records
import Sync

/// Turns hearing of changes on and off.
struct LiveHandlers: Sendable {
    let services: Services
    let publicURL: PublicURL?

    private var frames: Frames { Frames(services: services) }

    func register(in routes: inout ConsoleRoutes) {
        routes.post(Self.path("events/start"), ManageConnections.self) { request, grant in
            try await start(request, grant, takesOver: false)
        }
        routes.get(Self.path("events/take-over"), ManageConnections.self) { request, grant in
            let placed = try await placed(request, grant.scope)
            let frame = try await frames.member(request, .connections, in: grant.scope)
            return LiveWords.takeOver(placed.connection, client: Self.client(grant.scope), for: frame.reader)
                .answer(in: frame)
        }
        routes.post(Self.path("events/take-over"), ManageConnections.self) { request, grant in
            try await start(request, grant, takesOver: true)
        }
        routes.post(Self.path("events/stop"), ManageConnections.self) { request, grant in
            let placed = try await placed(request, grant.scope)
            _ = try await services.stopLive(placed, by: grant.actor)
            return request.done(LiveWords.stopped, to: Self.path(placed, grant.scope))
        }
    }

    private func start(
        _ request: ConsoleRequest, _ grant: Grant<ManageConnections>, takesOver: Bool
    ) async throws -> Answer {
        let placed = try await placed(request, grant.scope)
        let back = Self.path(placed, grant.scope)
        do {
            let standing = try await services.startLive(
                placed, publicURL: request.origin(publicURL), takesOver: takesOver, by: grant.actor)
            // What keeps it from working stands on the card.
            return standing.mode == .sweep
                ? request.redirect(to: back) : request.done(LiveWords.started, to: back)
        } catch let error as OperationsError where error.code == "live.key_shared" {
            return request.redirect(to: back + "/events/take-over")
        } catch let error as any ExplainedError {
            return request.redirect(to: back, flash: Flash(.failure, error.text(in: request.language)))
        }
    }

    private func placed(_ request: ConsoleRequest, _ scope: Tenant) async throws -> PlacedConnection {
        let id: ConnectionID = try request.parameters.id("connection")
        guard let placed = try await services.placed(id, of: scope) else { throw Problem.notFound }
        return placed
    }

    private static func client(_ scope: Tenant) -> String { Services.organizationID(of: scope) }

    private static func path(_ part: String) -> String {
        ConsolePath.connection("{organization}", "{connection}", part)
    }

    private static func path(_ placed: PlacedConnection, _ scope: Tenant) -> String {
        ConsolePath.connection(client(scope), placed.connection.id.text)
    }
}
