import AccessControl
import Basics
import ConnectorKit
import HTTPTypes
import Operations
import Records

/// A new connection, from the choice of its platform to its start. Each refusal leads to the step where it is put right.
struct ConnectHandlers: Sendable {
    let services: Services
    let publicURL: PublicURL?
    private var frames: Frames { Frames(services: services) }

    init(services: Services, publicURL: PublicURL?) {
        self.services = services
        self.publicURL = publicURL
    }

    func register(in routes: inout ConsoleRoutes) {
        routes.get(ConsolePath.newConnection("{organization}"), ManageConnections.self) { request, grant in
            PlatformsPage(platforms: services.platforms.profiles, coming: services.platforms.coming)
                .answer(in: try await frames.member(request, .connections, in: grant.scope))
        }
        let form = ConsolePath.newConnection("{organization}", "{platform}")
        routes.get(form, ManageConnections.self) { request, grant in
            ConnectPage(platform: try profile(request), guide: guide(try profile(request)))
                .answer(in: try await frames.member(request, .connections, in: grant.scope))
        }
        routes.post(form, ManageConnections.self) { request, grant in
            let platform = try profile(request)
            return try await keep(ConnectPage(platform: platform, guide: guide(platform)), request, grant) {
                try await services.draft($0, in: grant.scope, by: grant.actor)
            }
        }
        registerCorrection(in: &routes)
        registerEnd(in: &routes)
    }

    private func registerCorrection(in routes: inout ConsoleRoutes) {
        let path = ConsolePath.connection("{organization}", "{connection}", "set-up")
        routes.get(path, ManageConnections.self) { request, grant in
            let connection = try await draft(request, grant.scope)
            guard connection.isDraft else { return Self.toConnection(connection, request, grant.scope) }
            return try page(connection)
                .answer(in: try await frames.member(request, .connections, in: grant.scope))
        }
        routes.post(path, ManageConnections.self) { request, grant in
            let connection = try await draft(request, grant.scope)
            guard connection.isDraft else { return Self.toConnection(connection, request, grant.scope) }
            return try await keep(try page(connection), request, grant) {
                try await services.reviseDraft(connection.id, $0, in: grant.scope, by: grant.actor)
            }
        }
    }

    private func registerEnd(in routes: inout ConsoleRoutes) {
        routes.post(ConsolePath.connection("{organization}", "{connection}", "start"), ManageConnections.self) {
            request, grant in
            let connection = try await draft(request, grant.scope)
            let client = Services.organizationID(of: grant.scope)
            do {
                try await services.startDraft(connection.id, in: grant.scope, by: grant.actor)
                return request.done(Self.started, to: ConsolePath.connection(client, connection.id.text))
            } catch let error as OperationsError {
                return request.refused(
                    error, to: ConsolePath.connection(client, connection.id.text, "check"))
            } catch let error as RecordsError {
                return request.refused(error, to: ConsolePath.connection(client, connection.id.text))
            }
        }
        let discard = ConsolePath.connection("{organization}", "{connection}", "discard")
        routes.get(discard, ManageConnections.self) { request, grant in
            let connection = try await draft(request, grant.scope)
            guard connection.isDraft else { return Self.toConnection(connection, request, grant.scope) }
            let frame = try await frames.member(request, .connections, in: grant.scope)
            return ConnectionDeeds.discard(
                connection, client: Services.organizationID(of: grant.scope), for: frame.reader
            ).answer(in: frame)
        }
        routes.post(discard, ManageConnections.self) { request, grant in
            let connection = try await draft(request, grant.scope)
            let client = Services.organizationID(of: grant.scope)
            do {
                try await services.discardDraft(connection.id, in: grant.scope, by: grant.actor)
                return request.done(Self.discarded, to: ConsolePath.connections(client))
            } catch let error as RecordsError {
                return request.refused(error, to: ConsolePath.connection(client, connection.id.text))
            }
        }
    }

    // MARK: The form

    private typealias Keeping =
        @Sendable (Services.WantedDraft) async throws -> (
            connection: Connection, warnings: [Phrase]
        )

    /// Keeps what was typed, then goes on: to the check of the key, or to the link for whoever has it.
    private func keep(
        _ empty: ConnectPage, _ request: ConsoleRequest, _ grant: Grant<ManageConnections>, _ keep: Keeping
    ) async throws -> Answer {
        let isForSomeoneElse = request.form["way"] == "link"
        var page = empty
        page.draft = Self.typed(request)
        do {
            let kept = try await keep(Self.wanted(page, request, isForSomeoneElse: isForSomeoneElse))
            if isForSomeoneElse {
                return try await HandInHandlers(services: services, publicURL: publicURL)
                    .makeLink(for: kept.connection, request, grant)
            }
            try await services.beginKeyCheck(of: kept.connection, in: grant.scope)
            let text = kept.warnings.map { $0[request.language] }.joined(separator: " ")
            return request.redirect(
                to: Self.path(kept.connection, grant.scope, "check"),
                flash: text.isEmpty ? nil : Flash(.notice, text))
        } catch let error as IntakeError {
            page.error = error
        } catch let error as RecordsError {
            page.notice = try await Self.notice(error, page, request, grant.scope, services)
        } catch let error as any ExplainedError {
            guard Problem(error).status.code < 500 else { throw error }
            page.notice = Notice(error, in: request.language)
        }
        return page.answer(
            in: try await frames.member(request, .connections, in: grant.scope), status: .unprocessableContent)
    }

    private static func typed(_ request: ConsoleRequest) -> ConnectPage.Draft {
        ConnectPage.Draft(
            account: request.form["account"] ?? "", key: request.form["key"] ?? "", name: request.form["name"] ?? "",
            timeZone: request.form["time_zone"].flatMap { $0.isEmpty ? nil : $0 } ?? StoreZones.usual,
            baseURL: request.form["base_url"] ?? "")
    }

    private static func wanted(
        _ page: ConnectPage, _ request: ConsoleRequest, isForSomeoneElse: Bool
    ) -> Services.WantedDraft {
        let typed = page.draft
        return Services.WantedDraft(
            platform: page.platform.name, account: typed.account, baseURL: typed.baseURL.isEmpty ? nil : typed.baseURL,
            credential: isForSomeoneElse ? nil : (typed.key, Secret(request.form["token"] ?? "")),
            name: typed.name, timeZone: typed.timeZone)
    }

    /// A store that is connected already is linked to.
    private static func notice(
        _ error: RecordsError, _ page: ConnectPage, _ request: ConsoleRequest, _ scope: Tenant, _ services: Services
    ) async throws -> Notice {
        let language = request.language
        guard case .connectionExists(let platform, let account) = error.problem,
            let other = try await services.connections(of: scope).first(where: {
                $0.platform == platform && $0.account == account && $0.id.text != page.connection
            })
        else { return Notice(error, in: language) }
        return Notice(
            .bad, error.explanation[language], remedy: error.remedy?[language],
            link: Notice.Link(
                other.name, to: ConsolePath.connection(Services.organizationID(of: scope), other.id.text)))
    }

    private func page(_ connection: Connection) throws -> ConnectPage {
        guard let platform = services.platforms.profiles.first(where: { $0.name == connection.platform }) else {
            throw Problem.notFound
        }
        let usual = try? services.platforms.connector(connection.platform)
            .normaliseAddress(account: connection.account, baseURL: nil)
        return ConnectPage(
            platform: platform, guide: guide(platform),
            draft: ConnectPage.Draft(
                account: connection.account, key: connection.key, name: connection.name,
                timeZone: connection.timeZone,
                baseURL: usual?.baseURL == connection.baseURL ? "" : connection.baseURL),
            connection: connection.id.text, hasToken: connection.hasCredential)
    }

    private func profile(_ request: ConsoleRequest) throws -> PlatformProfile {
        guard let profile = services.platforms.profiles.first(where: { $0.name == request.parameters["platform"] })
        else { throw Problem.notFound }
        return profile
    }

    private func guide(_ platform: PlatformProfile) -> KeyGuide? { services.platforms.guide(platform.name) }

    /// The connection of the path, draft or not.
    private func draft(_ request: ConsoleRequest, _ scope: Tenant) async throws -> Connection {
        let id: ConnectionID = try request.parameters.id("connection")
        guard let connection = try await services.connection(id, of: scope) else { throw Problem.notFound }
        return connection
    }

    private static func toConnection(_ connection: Connection, _ request: ConsoleRequest, _ scope: Tenant) -> Answer {
        request.refused(
            RecordsError(.connectionFinished(id: connection.id.text)),
            to: ConsolePath.connection(Services.organizationID(of: scope), connection.id.text))
    }

    private static func path(_ connection: Connection, _ scope: Tenant, _ part: String) -> String {
        ConsolePath.connection(Services.organizationID(of: scope), connection.id.text, part)
    }

    private static let started = Phrase(
        pt: "Loja conectada. A leitura dos pedidos começa em instantes.",
        es: "Tienda conectada. La lectura de los pedidos empieza en instantes.",
        en: "Store connected. Reading its orders begins in a moment.")
    private static let discarded = Phrase(
        pt: "Configuração descartada; a chave foi apagada daqui.",
        es: "Configuración descartada; la clave se borró de aquí.",
        en: "Set-up discarded; its key was erased here.")
}
