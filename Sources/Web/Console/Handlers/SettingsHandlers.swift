import AccessControl
import Basics
import HTTPTypes
import Operations

/// A member's own settings, and the people of the installation.
struct SettingsHandlers: Sendable {
    let services: Services
    let publicURL: PublicURL?
    private var frames: Frames { Frames(services: services) }

    init(services: Services, publicURL: PublicURL?) {
        self.services = services
        self.publicURL = publicURL
    }

    func register(in routes: inout ConsoleRoutes) {
        routes.own(.get, ConsolePath.settings) { request, signedIn in
            try await page(signedIn).answer(in: frames.member(request, .settings))
        }
        routes.own(.post, ConsolePath.settingsAppearance, setAppearance)
        routes.own(.post, ConsolePath.settingsPassword, setPassword)
        routes.own(.post, ConsolePath.settingsSessions) { request, signedIn in
            for session in try await services.sessions(of: signedIn) where session.id != signedIn.sessionID {
                try await services.endSession(session.id, of: signedIn)
            }
            return request.done(Self.signedOut, to: ConsolePath.settings)
        }
        routes.get(ConsolePath.members, installation: ManageMembers.self) { request, _ in
            try await members(request).answer(in: frames.member(request, .settings))
        }
        routes.post(ConsolePath.members, installation: ManageMembers.self, addMember)
        routes.post(ConsolePath.member("{member}"), installation: ManageMembers.self) { request, grant in
            let id: MemberID = try request.parameters.id("member")
            guard let state = request.form["state"].flatMap(Member.State.init(rawValue:)) else {
                throw Problem.notFound
            }
            do {
                try await services.setState(state, of: id, by: grant.actor)
                return request.done(state == .active ? Self.enabled : Self.disabled, to: ConsolePath.members)
            } catch let error as AccessError {
                return request.refused(error, to: ConsolePath.members)
            }
        }
    }

    private func page(_ signedIn: SignedIn) async throws -> SettingsPage {
        SettingsPage(
            sessions: try await services.sessions(of: signedIn).map {
                SettingsPage.Session(
                    startedAt: $0.createdAt, lastSeenAt: $0.lastUsedAt, isThisOne: $0.id == signedIn.sessionID)
            },
            installation: SettingsPage.Installation(
                version: Services.version, database: services.databaseName, publicURL: publicURL?.text))
    }

    private func setAppearance(_ request: ConsoleRequest, _ signedIn: SignedIn) async throws -> Answer {
        let language = request.form["language"].flatMap(Language.init(rawValue:)) ?? request.language
        let theme = request.form["theme"].flatMap(Theme.init) ?? .system
        try await services.setLanguage(language, of: signedIn)
        var answer = request.redirect(to: ConsolePath.settings, flash: Flash(.success, Self.saved[language]))
        answer.set(Cookie(Frames.themeCookie, theme.rawValue, maxAgeSeconds: 31_536_000, secure: request.isSecure))
        return answer
    }

    private func setPassword(_ request: ConsoleRequest, _ signedIn: SignedIn) async throws -> Answer {
        do {
            try await services.changePassword(
                of: signedIn, from: Secret(request.form["current"] ?? ""), to: Secret(request.form["new"] ?? ""))
            return request.done(Self.passwordChanged, to: ConsolePath.settings)
        } catch let error as AccessError {
            var page = try await page(signedIn)
            let field: String
            switch error.problem {
            case .passwordTooShort, .passwordTooLong, .passwordTooEasy: field = "new"
            default: field = "current"
            }
            page.passwordErrors[field] = error.whole
            return page.answer(
                in: try await frames.member(request, .settings), status: SignInHandlers.status(of: error))
        }
    }

    private func members(_ request: ConsoleRequest) async throws -> MembersPage {
        var me: MemberID?
        if case .member(let signedIn) = request.caller { me = signedIn.member.id }
        return MembersPage(
            members: try await services.members().map {
                MembersPage.Entry(
                    id: $0.id.text, name: $0.name, email: $0.email.text, isOwner: $0.role == .owner,
                    isActive: $0.isActive, isMe: $0.id == me, lastSignInAt: $0.lastSignInAt)
            })
    }

    private func addMember(
        _ request: ConsoleRequest, _ grant: InstallationGrant<ManageMembers>
    ) async throws -> Answer {
        let name = request.form["name"] ?? ""
        let email = request.form["email"] ?? ""
        let role = request.form["role"].flatMap(MemberRole.init(rawValue:)) ?? .reader
        do {
            let new = try NewMember(email: email, name: name, language: request.language, role: role)
            _ = try await services.addMember(
                new, password: Secret(request.form["password"] ?? ""), by: grant.actor)
            return request.done(Self.added, to: ConsolePath.members)
        } catch let error as AccessError {
            var page = try await members(request)
            page.typedName = name
            page.typedEmail = email
            let typed = NewMember.problems(
                email: email, name: name, password: Secret(request.form["password"] ?? ""))
            page.errors = SignInHandlers.errors([error] + typed)
            if SignInHandlers.field(of: error) == nil { page.errors["email"] = error.whole }
            return page.answer(
                in: try await frames.member(request, .settings), status: SignInHandlers.status(of: error))
        }
    }

    private static let saved = Phrase(pt: "Salvo.", es: "Guardado.", en: "Saved.")
    private static let passwordChanged = Phrase(
        pt: "Senha trocada.", es: "Contraseña cambiada.", en: "Password changed.")
    private static let signedOut = Phrase(
        pt: "Os outros navegadores foram desconectados.", es: "Se cerraron las sesiones en los otros navegadores.",
        en: "The other browsers were signed out.")
    private static let added = Phrase(pt: "Usuário criado.", es: "Usuario creado.", en: "Member created.")
    private static let enabled = Phrase(pt: "Usuário reativado.", es: "Usuario reactivado.", en: "Member enabled.")
    private static let disabled = Phrase(
        pt: "Usuário desativado.", es: "Usuario desactivado.", en: "Member disabled.")
}

extension ExplainedError {
    /// Explanation and remedy in all languages, as a form shows them under a field.
    var whole: Phrase {
        Phrase(pt: text(in: .portuguese), es: text(in: .spanish), en: text(in: .english))
    }
}
