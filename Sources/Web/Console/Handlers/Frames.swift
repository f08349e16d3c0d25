import AccessControl
import Basics
import HTTPTypes
import Operations
import Records

/// Makes the frame of a page for a request: who reads it, where he is, what he may do.
struct Frames: Sendable {
    static let themeCookie = "ponte_theme"

    let services: Services

    /// For somebody who is not signed in.
    func open(_ request: ConsoleRequest) -> Frame {
        Frame(
            reader: reader(request, timeZone: Self.defaultZone), path: request.request.path,
            csrfToken: request.visit.formToken.reveal { $0 }, notice: Self.notice(request.visit.flash))
    }

    /// For a member, above the clients or within one.
    ///
    /// - Throws: 404 for a client that is not there.
    func member(_ request: ConsoleRequest, _ place: Place?, in scope: Tenant? = nil) async throws -> Frame {
        let organizations = try await services.organizations()
        let clients = organizations.map { FrameClient(id: $0.id.text, name: $0.name) }
        var frame = open(request)
        frame.clients = clients
        frame.place = place
        if let scope {
            let id = Services.organizationID(of: scope)
            guard let client = clients.first(where: { $0.id == id }) else { throw Problem.notFound }
            frame.client = client
        } else if clients.count == 1 {
            frame.client = clients.first
        }
        if let caller = request.caller {
            frame.abilities = Self.abilities(caller.permissions)
            if case .member(let signedIn) = caller {
                frame.member = FrameMember(name: signedIn.member.name, email: signedIn.member.email.text)
            }
        }
        return frame
    }

    /// Until a store says another.
    static let defaultZone = "America/Sao_Paulo"

    private func reader(_ request: ConsoleRequest, timeZone: String) -> Reader {
        let theme = request.request.cookie(Cookie.name(Self.themeCookie, secure: request.isSecure))
        return Reader(
            language: request.language, theme: theme.flatMap(Theme.init) ?? .system, timeZone: timeZone,
            now: services.clock.now())
    }

    private static func notice(_ flash: Flash?) -> Notice? {
        guard let flash else { return nil }
        switch flash.kind {
        case .success: return Notice(.good, flash.text)
        case .notice: return Notice(.info, flash.text)
        case .failure: return Notice(.bad, flash.text)
        }
    }

    private static func abilities(_ permissions: PermissionSet) -> Abilities {
        var abilities: Abilities = []
        if permissions.contains(.manageConnections) { abilities.insert(.manageConnections) }
        if permissions.contains(.readPeople) { abilities.insert(.seePeople) }
        if permissions.contains(.managePeople) { abilities.insert(.managePeople) }
        if permissions.contains(.readAudit) { abilities.insert(.seeActivity) }
        if permissions.contains(.manageKeys) { abilities.insert(.manageKeys) }
        if permissions.contains(.manageMembers) { abilities.insert(.manageMembers) }
        if permissions.contains(.manageOrganizations) { abilities.insert(.manageClients) }
        if permissions.contains(.manageSettings) { abilities.insert(.manageInstallation) }
        return abilities
    }
}

extension ConsolePage {
    /// The page as an answer to a request.
    func answer(in frame: Frame, status: HTTPResponse.Status = .ok) -> Answer {
        .page(Page(html(in: frame), status: status))
    }
}

extension ConsoleRequest {
    /// A deed was done: go on elsewhere, and say so there.
    func done(_ phrase: Phrase, to path: String) -> Answer {
        redirect(to: path, flash: Flash(.success, phrase[language]))
    }

    /// A deed was refused: back, with the reason.
    func refused(_ error: some ExplainedError, to path: String) -> Answer {
        redirect(to: path, flash: Flash(.failure, error.text(in: language)))
    }
}
