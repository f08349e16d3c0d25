import AccessControl
import Basics
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Takes every request: bounds it, finds its route, finds out who asks, lets the handler answer, and completes the answer.
package struct Gateway: HTTPResponder {
    package let table: RouteTable
    let entrance: Entrance
    let errorPages: ErrorPages
    let settings: WebSettings
    let figures: Figures
    let clock: any WallClock
    let logger: Logger
    private let hosts: HostGuard
    private let addresses: ClientAddress
    private let security: SecurityHeaders

    package init(
        table: RouteTable, entrance: Entrance, errorPages: ErrorPages, settings: WebSettings, figures: Figures,
        clock: any WallClock, logger: Logger
    ) {
        self.table = table
        self.entrance = entrance
        self.errorPages = errorPages
        self.settings = settings
        self.figures = figures
        self.clock = clock
        self.logger = logger
        hosts = HostGuard(publicURL: settings.publicURL, boundHost: settings.host)
        addresses = ClientAddress(trusted: settings.trustedProxies)
        security = SecurityHeaders(publicURL: settings.publicURL)
    }

    package func respond(to request: Request, context: WebContext) async throws -> Response {
        let now = clock.now()
        let id = RequestIDs.id(suggested: request.headers.sole(.requestID), at: now)
        let target = request.head.path ?? "/"
        let cut = target.utf8.firstIndex(of: UInt8(ascii: "?")) ?? target.endIndex
        let path = target[..<cut]
        let match = table.match(request.method, path)
        let origin = addresses.origin(of: context.peer, headers: request.headers)
        let isSecure = settings.publicURL?.isHTTPS == true || origin.isSecure == true
        let face = Self.face(of: match, path)
        let spoken = AcceptedLanguage.best(of: request.headers.sole(.acceptLanguage))
        let language = spoken ?? (face == .console ? .portuguese : .english)
        var answer: Answer
        do {
            answer = try await self.answer(
                request, match, target: target, queryStart: cut,
                draft: Draft(id: id, language: language, origin: origin, isSecure: isSecure, now: now))
        } catch {
            let known = face == .console ? await entrance.language(request.headers, secure: isSecure) : nil
            answer = refusal(error, face, known ?? language, id)
        }
        security.complete(&answer, face: face)
        answer.headers.append(HTTPField(name: .requestID, value: id))
        note(match, request.method, answer, id: id, origin: origin, since: now)
        let length = answer.body.readableBytes
        if request.method == .head {
            answer.headers[.contentLength] = String(length)
            return Response(status: answer.status, headers: answer.headers)
        }
        guard length > 0 else { return Response(status: answer.status, headers: answer.headers) }
        return Response(
            status: answer.status, headers: answer.headers, body: ResponseBody(byteBuffer: answer.body))
    }

    /// What is known of a request before its route is.
    private struct Draft {
        let id: String
        let language: Language
        let origin: ClientAddress.Origin
        let isSecure: Bool
        let now: Instant
    }

    private func answer(
        _ request: Request, _ match: RouteTable.Match, target: String, queryStart: String.Index, draft: Draft
    ) async throws -> Answer {
        guard target.utf8.count <= settings.limits.targetBytes else { throw Problem.targetTooLong }
        let route: Route
        let parameters: PathParameters
        switch match {
        case .found(let found, let values): (route, parameters) = (found, values)
        case .otherMethod(let methods):
            try hosts.check(request.head.authority, isProbe: false)
            let allowed = methods.map(\.rawValue).joined(separator: ", ")
            if request.method == .options { return Answer(.noContent, headers: [.allow: allowed]) }
            throw Problem.methodNotAllowed(allowed)
        case .unknown:
            try hosts.check(request.head.authority, isProbe: false)
            throw Problem.notFound
        case .unreadable: throw Problem.targetUnreadable
        }
        try hosts.check(request.head.authority, isProbe: route.isProbe)
        let rest = queryStart == target.endIndex ? "" : target[target.index(after: queryStart)...]
        guard let query = QueryItems(parsing: rest) else { throw Problem.targetUnreadable }
        let asked = WebRequest(
            id: draft.id, method: request.method, target: target, path: String(target[..<queryStart]),
            pattern: route.pattern.text,
            parameters: parameters, query: query, authority: request.head.authority, headers: request.headers,
            body: try await body(of: request, route),
            language: draft.language, origin: draft.origin, isSecure: draft.isSecure, receivedAt: draft.now)
        return try await serve(asked, route)
    }

    private func serve(_ request: WebRequest, _ route: Route) async throws -> Answer {
        switch route.face {
        case .plain: return try await run(route, Arrival(request: request, sender: .nobody(.none)))
        case .page:
            var request = request
            request.language = await entrance.language(request.headers, secure: request.isSecure) ?? request.language
            return try await run(route, Arrival(request: request, sender: .nobody(.none)))
        case .api:
            guard case .open = route.access else {
                let caller = try await entrance.keyCaller(request.headers)
                try route.operation?.check(request.query)
                return try await run(route, Arrival(request: request, sender: .key(caller)))
            }
            return try await run(route, Arrival(request: request, sender: .nobody(.none)))
        case .console: return try await serveConsole(request, route)
        }
    }

    private func serveConsole(_ request: WebRequest, _ route: Route) async throws -> Answer {
        var request = request
        var sender = try await entrance.sender(request)
        var visit = sender.visit
        if case .member(_, .member(let signedIn)) = sender {
            request.language = signedIn.member.language
        } else if let chosen = Entrance.chosenLanguage(request.headers, secure: request.isSecure) {
            request.language = chosen
        }
        if case .open = route.access { sender = .nobody(visit) }
        if case .nobody = sender, !route.isOpen {
            // A page is where one is led after signing in; a form is not sent twice.
            let back = route.method == .get && request.target != ConsolePath.home ? request.target : nil
            return .redirect(to: ConsolePath.query(ConsolePath.signIn, [("back", back)]), secure: request.isSecure)
        }
        var answer: Answer
        do {
            if route.method != .get { try FormGuard.check(request, visit) }
            answer = try await run(route, Arrival(request: request, sender: sender))
        } catch {
            // From here on the reader's own language is known.
            answer = refusal(error, .console, request.language, request.id)
        }
        if let cookie = visit.newCookie { answer.set(cookie) }
        if visit.flash != nil, answer.status != .seeOther {
            answer.set(.removing(Flash.cookieName, secure: request.isSecure))
        }
        visit.newCookie = nil
        return answer
    }

    private func run(_ route: Route, _ arrival: Arrival) async throws -> Answer {
        switch route.timeLimit {
        case .short: return try await route.handle(arrival)
        case .seconds(let seconds):
            return try await TimeWatch.run(seconds: seconds, clock) { try await route.handle(arrival) }
        }
    }

    // MARK: bodies

    private func body(of request: Request, _ route: Route) async throws -> ByteBuffer {
        guard route.method != .get else { return ByteBuffer() }
        let limit = min(settings.limits.bodyBytes, route.bodyBytes ?? .max)
        if let announced = request.headers[.contentLength].flatMap(Int.init), announced > limit {
            throw Problem.bodyTooLarge
        }
        return try await TimeWatch.run(seconds: settings.limits.bodySeconds, clock) {
            var whole = ByteBuffer()
            var pieces = request.body.makeAsyncIterator()
            while let piece = try await Self.next(&pieces) {
                guard whole.readableBytes + piece.readableBytes <= limit else { throw Problem.bodyTooLarge }
                whole.writeImmutableBuffer(piece)
            }
            return whole
        }
    }

    /// What the parser cannot read, and what breaks off, is the sender's fault and not ours.
    private static func next(_ pieces: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
        do {
            return try await pieces.next()
        } catch let error where !(error is CancellationError) {
            throw Problem.brokenBody
        }
    }

    // MARK: refusals and notes

    private func refusal(_ error: any Error, _ face: Route.Face, _ language: Language, _ id: String) -> Answer {
        let problem = Problem(error)
        if problem.status.code >= 500 {
            let told = (error as? any ExplainedError).map { "\($0.code): \($0.text(in: .english))" }
            logger.error(
                "a request failed",
                metadata: ["request": "\(id)", "error": "\(told ?? String(describing: type(of: error)))"])
        }
        guard face == .console else { return problem.answer(in: language, requestID: id) }
        var answer = Answer.page(errorPages.render(problem, language, id))
        for field in problem.headers { answer.headers[field.name] = field.value }
        return answer
    }

    private func note(
        _ match: RouteTable.Match, _ method: HTTPRequest.Method, _ answer: Answer, id: String,
        origin: ClientAddress.Origin,
        since start: Instant
    ) {
        let pattern: String
        if case .found(let route, _) = match { pattern = route.pattern.text } else { pattern = "-" }
        let duration = clock.now() - start
        figures.note(method: method, pattern: pattern, status: answer.status.code, duration: duration)
        guard logger.logLevel <= .info else { return }
        logger.info(
            "request",
            metadata: [
                "request": "\(id)", "method": "\(method.rawValue)", "route": "\(pattern)",
                "status": "\(answer.status.code)", "bytes": "\(answer.body.readableBytes)",
                "client": "\(origin.address)",
                "microseconds": "\(duration.microseconds)",
            ])
    }

    private static func face(of match: RouteTable.Match, _ path: Substring) -> Route.Face {
        if case .found(let route, _) = match { return route.face }
        return path.hasPrefix("/api/") || path == "/api" ? .api : .console
    }
}

extension Route {
    fileprivate var isOpen: Bool { if case .open = access { true } else { false } }

    /// Asked for by machines that know this one by its address.
    fileprivate var isProbe: Bool {
        switch access {
        case .open(.alive), .open(.ready), .open(.metrics): true
        default: false
        }
    }
}

extension Sender {
    fileprivate var visit: Visit {
        switch self {
        case .nobody(let visit), .member(let visit, _): visit
        case .key: .none
        }
    }
}

extension Visit {
    /// Of what is no browser.
    fileprivate static let none = Visit(formToken: Secret(""), flash: nil, newCookie: nil, session: nil)
}
