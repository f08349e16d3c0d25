import AccessControl
import Basics
import ConnectorKit
import HTTPTypes
import Operations
import Records

/// A store's key by somebody else's hand: the link is made and waited for here, and opened by whoever has it.
struct HandInHandlers: Sendable {
    /// Between two looks of a browser without scripts.
    private static let refreshSeconds = 10

    let services: Services
    let publicURL: PublicURL?
    private var frames: Frames { Frames(services: services) }

    init(services: Services, publicURL: PublicURL?) {
        self.services = services
        self.publicURL = publicURL
    }

    func register(in routes: inout ConsoleRoutes) {
        let path = ConsolePath.connection("{organization}", "{connection}", "hand-in")
        routes.get(path, ManageConnections.self) { request, grant in
            let page = try await page(try await connection(request, grant.scope), grant.scope)
            var frame = try await frames.member(request, .connections, in: grant.scope)
            if page.isWaiting(at: frame.reader.now) { frame.refreshSeconds = Self.refreshSeconds }
            return page.answer(in: frame)
        }
        routes.get(path + "/live", ManageConnections.self) { request, grant in
            let page = try await page(try await connection(request, grant.scope), grant.scope)
            let frame = try await frames.member(request, .connections, in: grant.scope)
            return .page(Page(page.fragment(.handInLive, in: frame)))
        }
        routes.post(path, ManageConnections.self) { request, grant in
            let connection = try await connection(request, grant.scope)
            let last = try await services.handInLink(for: connection.id, in: grant.scope)
            // The page that shows the link answers the form itself: loading it again sends the form again.
            guard (request.form["after"] ?? last?.id.text ?? "") == last?.id.text ?? "" else {
                return request.redirect(
                    to: ConsolePath.connection(
                        Services.organizationID(of: grant.scope), connection.id.text, "hand-in"))
            }
            return try await makeLink(for: connection, request, grant)
        }
        routes.open(.get, ConsolePath.handInLink("{token}"), .oneTimeLink) { request in
            let page = try await linkPage(request)
            return page.answer(in: wide(request), status: page.status)
        }
        routes.open(.post, ConsolePath.handInLink("{token}"), .oneTimeLink, handIn)
    }

    /// Makes the link and shows it: its address stands on this one page and nowhere else.
    func makeLink(
        for connection: Connection, _ request: ConsoleRequest, _ grant: Grant<ManageConnections>
    ) async throws -> Answer {
        let (link, token) = try await services.createHandInLink(
            for: connection.id, in: grant.scope, by: grant.actor)
        let address = token.reveal { request.origin(publicURL) + ConsolePath.handInLink($0) }
        return HandInPage(connection: connection, link: link, address: address)
            .answer(in: try await frames.member(request, .connections, in: grant.scope))
    }

    private func handIn(_ request: ConsoleRequest) async throws -> Answer {
        let token = Secret(request.parameters["token"] ?? "")
        let key = request.form["key"] ?? ""
        var refused: (error: IntakeError?, notice: Notice?) = (nil, nil)
        var status = HTTPResponse.Status.unprocessableContent
        let language = frames.open(request).reader.language
        do {
            let (invitation, report) = try await services.handIn(
                token, key: key, token: Secret(request.form["token"] ?? ""),
                from: Visitor(address: request.request.client, agent: request.request.headers[.userAgent]))
            let guide = services.platforms.guide(invitation.connection.platform)
            return HandInLinkPage(
                state: .taken(Self.asking(invitation), report, guide: guide), path: request.request.path,
                timeZone: invitation.connection.timeZone
            ).answer(in: wide(request))
        } catch let error as IntakeError {
            refused.error = error
        } catch let error as AccessError {
            switch error.problem {
            case .tooManyAttempts: status = .tooManyRequests
            case .linkUnknown, .linkOpened, .linkExpired:
                let page = try await linkPage(request)
                return page.answer(in: wide(request), status: page.status)
            default: break
            }
            refused.notice = Notice(error, in: language)
        } catch let error as any ExplainedError {
            guard Problem(error).status.code < 500 || error is PlatformError else { throw error }
            refused.notice = Notice(error, in: language)
        }
        let page = try await linkPage(request, key: key, refused: refused)
        return page.answer(in: wide(request), status: page.status == .ok ? status : page.status)
    }

    private func linkPage(
        _ request: ConsoleRequest, key: String = "", refused: (error: IntakeError?, notice: Notice?) = (nil, nil)
    ) async throws -> HandInLinkPage {
        let path = request.request.path
        do {
            let invitation = try await services.invitation(Secret(request.parameters["token"] ?? ""))
            switch invitation.link.state(at: services.clock.now()) {
            case .open:
                let state = HandInLinkPage.State.open(
                    Self.asking(invitation), guide: services.platforms.guide(invitation.connection.platform), key: key,
                    error: refused.error, notice: refused.notice)
                return HandInLinkPage(state: state, path: path, timeZone: invitation.connection.timeZone)
            case .opened(let at):
                return HandInLinkPage(
                    state: .opened(at: at), path: path, timeZone: invitation.connection.timeZone)
            case .expired: return HandInLinkPage(state: .gone, path: path)
            }
        } catch is AccessError {
            return HandInLinkPage(state: .gone, path: path)
        }
    }

    private static func asking(_ invitation: Services.HandInInvitation) -> HandInLinkPage.Asking {
        HandInLinkPage.Asking(
            client: invitation.organization, store: invitation.connection.name,
            account: ConnectionOverview.account(of: invitation.connection), expiresAt: invitation.link.expiresAt)
    }

    private func wide(_ request: ConsoleRequest) -> Frame {
        var frame = frames.open(request)
        frame.isWide = true
        return frame
    }

    private func page(_ connection: Connection, _ scope: Tenant) async throws -> HandInPage {
        HandInPage(
            connection: connection, link: try await services.handInLink(for: connection.id, in: scope))
    }

    private func connection(_ request: ConsoleRequest, _ scope: Tenant) async throws -> Connection {
        let id: ConnectionID = try request.parameters.id("connection")
        guard let connection = try await services.connection(id, of: scope) else { throw Problem.notFound }
        return connection
    }
}

extension HandInLinkPage {
    /// A link that is used up or not known has nothing here any more.
    fileprivate var status: HTTPResponse.Status {
        switch state {
        case .open, .taken: .ok
        case .opened, .gone: .gone
        }
    }
}
