import AccessControl
import Basics
import HTTPTypes
import Operations

/// A client's app keys, and the link that shows a new one's token once.
struct KeyHandlers: Sendable {
    let services: Services
    let publicURL: PublicURL?
    private var frames: Frames { Frames(services: services) }

    init(services: Services, publicURL: PublicURL?) {
        self.services = services
        self.publicURL = publicURL
    }

    func register(in routes: inout ConsoleRoutes) {
        routes.get(ConsolePath.keys("{organization}"), ManageKeys.self) { request, grant in
            try await page(grant).answer(in: frames.member(request, .settings, in: grant.scope))
        }
        routes.post(ConsolePath.keys("{organization}"), ManageKeys.self, create)
        routes.post(ConsolePath.key("{organization}", "{key}"), ManageKeys.self) { request, grant in
            let id: AppKeyID = try request.parameters.id("key")
            guard let state = request.form["state"].flatMap(AppKey.State.init(rawValue:)) else {
                throw Problem.notFound
            }
            try await services.setState(state, of: id, in: grant.scope, by: grant.actor)
            return request.done(
                state == .active ? Self.activated : Self.deactivated,
                to: ConsolePath.keys(Services.organizationID(of: grant.scope)))
        }
        routes.open(.get, ConsolePath.keyLink("{token}"), .oneTimeLink) { request in
            try await link(request).answer(in: frames.open(request))
        }
        routes.open(.post, ConsolePath.keyLink("{token}"), .oneTimeLink) { request in
            let token = Secret(request.parameters["token"] ?? "")
            do {
                let (link, secret) = try await services.openKeyLink(token)
                return KeyLinkPage(
                    state: .shown(label: link.payload, token: secret), path: request.request.path
                ).answer(in: frames.open(request))
            } catch is AccessError {
                return try await self.link(request).answer(in: frames.open(request))
            }
        }
    }

    private func link(_ request: ConsoleRequest) async throws -> KeyLinkPage {
        let path = request.request.path
        do {
            let link = try await services.link(Secret(request.parameters["token"] ?? ""))
            guard link.purpose == .showAppKey else { throw Problem.notFound }
            switch link.state(at: services.clock.now()) {
            case .open: return KeyLinkPage(state: .ready(label: link.payload), path: path)
            case .opened(let instant): return KeyLinkPage(state: .opened(at: instant), path: path)
            case .expired: return KeyLinkPage(state: .gone, path: path)
            }
        } catch is AccessError {
            return KeyLinkPage(state: .gone, path: path)
        }
    }

    private func create(_ request: ConsoleRequest, _ grant: Grant<ManageKeys>) async throws -> Answer {
        let label = request.form["label"] ?? ""
        let chosen = request.form.all("permission")
        let typedDays = request.form["days"] ?? ""
        let days = Int(typedDays).flatMap { (1...3650).contains($0) ? $0 : nil }
        let wanted = Services.WantedKey(
            label: label, permissions: PermissionSet(chosen.compactMap(Permission.init(rawValue:))),
            lifetime: days.map { .seconds($0 * 86_400) })
        let frame = try await frames.member(request, .settings, in: grant.scope)
        guard days != nil || typedDays.isEmpty else {
            // A lifetime that cannot be read is not "for ever".
            var page = try await page(grant)
            page.typedLabel = label
            page.chosen = Set(chosen)
            page.errors["days"] = Self.badLifetime
            return page.answer(in: frame, status: .unprocessableContent)
        }
        let last = try await page(grant).lastKey
        // The page that shows the link answers the form itself: loading it again sends the form again.
        guard (request.form["after"] ?? last) == last else {
            return request.redirect(
                to: ConsolePath.keys(Services.organizationID(of: grant.scope)),
                flash: Flash(.notice, Self.alreadyMade[request.language]))
        }
        do {
            let (_, linkToken) = try await services.createKeyWithLink(wanted, in: grant.scope, by: grant.actor)
            var page = try await page(grant)
            page.link = linkToken.reveal { request.origin(publicURL) + ConsolePath.keyLink($0) }
            return page.answer(in: frame)
        } catch let error as AccessError {
            var page = try await page(grant)
            page.typedLabel = label
            page.chosen = Set(chosen)
            if case .badLabel = error.problem {
                page.errors["label"] = error.whole
            } else {
                page.errors["permissions"] = error.whole
            }
            return page.answer(in: frame, status: .unprocessableContent)
        }
    }

    private func page(_ grant: Grant<ManageKeys>) async throws -> KeysPage {
        let now = services.clock.now()
        return KeysPage(
            keys: try await services.keys(in: grant.scope).map {
                KeysPage.Entry(
                    id: $0.id.text, label: $0.label, permissions: $0.permissions.permissions.map(\.rawValue),
                    isActive: $0.state == .active, isExpired: $0.isExpired(at: now), createdAt: $0.createdAt,
                    expiresAt: $0.expiresAt, lastUsedAt: $0.lastUsedAt)
            }, permissions: Permission.allCases.filter(\.isForKeys).map(\.rawValue))
    }

    private static let alreadyMade = Phrase(
        pt: "Nenhuma chave nova: esta já foi criada. Se quiser outra, preencha de novo.",
        es: "Ninguna clave nueva: esta ya se había creado. Si quiere otra, complete el formulario de nuevo.",
        en: "No new key: this one was made already. If you want another, fill in the form again.")
    private static let badLifetime = Phrase(
        pt: "Escolha por quanto tempo a chave vale.", es: "Elija por cuánto tiempo vale la clave.",
        en: "Choose for how long the key is good.")
    private static let activated = Phrase(pt: "Chave reativada.", es: "Clave reactivada.", en: "Key activated.")
    private static let deactivated = Phrase(
        pt: "Chave desativada; deixa de valer em um segundo.", es: "Clave desactivada; deja de valer en un segundo.",
        en: "Key deactivated; it stops working within a second.")
}
