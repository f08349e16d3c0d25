import AccessControl
import Basics
import ConnectorKit
import HTTPTypes
import Operations
import Records

/// A new connection: asked for, checked, made.
struct ConnectHandlers: Sendable {
    let services: Services
    private var frames: Frames { Frames(services: services) }

    init(services: Services) { self.services = services }

    func register(in routes: inout ConsoleRoutes) {
        let path = ConsolePath.newConnection("{organization}")
        routes.get(path, ManageConnections.self) { request, grant in
            ConnectPage(platforms: services.platforms.names)
                .answer(in: try await frames.member(request, .connections, in: grant.scope))
        }
        routes.post(path, ManageConnections.self, limit: 120, connect)
    }

    private func connect(_ request: ConsoleRequest, _ grant: Grant<ManageConnections>) async throws -> Answer {
        let draft = ConnectPage.Draft(
            platform: request.form["platform"] ?? "", account: request.form["account"] ?? "",
            baseURL: request.form["base_url"] ?? "", key: request.form["key"] ?? "")
        var page = ConnectPage(platforms: services.platforms.names, draft: draft)
        do {
            return try await connected(draft, token: Secret(request.form["token"] ?? ""), request, grant)
        } catch let error as IntakeError {
            page.error = error
        } catch let refusal as Refusal {
            page.notice = Notice(
                .bad, refusal.reason[request.language], remedy: refusal.remedy[request.language])
        } catch let error as any ExplainedError {
            page.notice = Notice(error, in: request.language)
        }
        return page.answer(
            in: try await frames.member(request, .connections, in: grant.scope), status: .unprocessableContent)
    }

    /// Nothing is kept of a key that the platform does not know. One that lacks a right is kept: the connection's page
    /// shows where to tick it.
    private func connected(
        _ draft: ConnectPage.Draft, token: Secret, _ request: ConsoleRequest, _ grant: Grant<ManageConnections>
    ) async throws -> Answer {
        let pasted = PastedCredential(
            account: draft.account, baseURL: draft.baseURL.isEmpty ? nil : draft.baseURL, key: draft.key, token: token)
        let checked = try await services.platforms.check(pasted, platform: draft.platform, recipe: nil)
        if case .refused(let reason, let remedy) = checked.matrix.standing {
            throw Refusal(reason: reason, remedy: remedy)
        }
        let connection = try await services.connect(
            Services.WantedStore(platform: draft.platform, pasted: pasted, organization: nil), named: nil,
            in: grant.scope, by: grant.actor)
        services.keyChecks.note(checked.matrix, of: connection.id, at: services.clock.now())
        let path = ConsolePath.connection(Services.organizationID(of: grant.scope), connection.id.text)
        return request.done(Self.isConnected, to: path)
    }

    private struct Refusal: Error {
        let reason: Phrase
        let remedy: Phrase
    }

    private static let isConnected = Phrase(
        pt: "Loja conectada. A leitura dos pedidos começa em instantes.",
        es: "Tienda conectada. La lectura de los pedidos empieza en instantes.",
        en: "Store connected. Reading its orders begins in a moment.")
}
