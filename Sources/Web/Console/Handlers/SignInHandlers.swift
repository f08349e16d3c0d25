import AccessControl
import Basics
import HTTPTypes
import Operations

/// Signing in and out, the first set-up, the language before signing in.
struct SignInHandlers: Sendable {
    let services: Services
    private var frames: Frames { Frames(services: services) }

    init(services: Services) { self.services = services }

    func register(in routes: inout ConsoleRoutes) {
        routes.open(.get, ConsolePath.signIn, .signIn) { request in
            if try await services.isSetUpOpen() { return request.redirect(to: ConsolePath.setUp) }
            return SignInPage(back: request.query["back"]).answer(in: frames.open(request))
        }
        routes.open(.post, ConsolePath.signIn, .signIn, signIn)
        routes.open(.get, ConsolePath.setUp, .setUp) { request in
            guard try await services.isSetUpOpen() else { return request.redirect(to: ConsolePath.signIn) }
            return SetUpPage(code: request.query["code"] ?? "").answer(in: frames.open(request))
        }
        routes.open(.post, ConsolePath.setUp, .setUp, setUp)
        routes.open(.post, ConsolePath.language, .signIn) { request in
            let language = request.form["language"].flatMap(Language.init(rawValue:)) ?? request.language
            var answer = request.redirect(to: request.form["back"] ?? ConsolePath.home)
            answer.set(
                Cookie(
                    Entrance.languageCookie, language.rawValue, maxAgeSeconds: 31_536_000, secure: request.isSecure))
            return answer
        }
        routes.own(.post, ConsolePath.signOut) { request, signedIn in
            try await services.signOut(signedIn)
            var answer = request.redirect(to: ConsolePath.signIn)
            answer.set(.removing(Entrance.sessionCookie, secure: request.isSecure))
            return answer
        }
    }

    private func signIn(_ request: ConsoleRequest) async throws -> Answer {
        let email = request.form["email"] ?? ""
        do {
            let (_, token) = try await services.signIn(
                email: email, password: Secret(request.form["password"] ?? ""), from: Self.visitor(request))
            return Self.entered(request, token, to: request.form["back"] ?? ConsolePath.home)
        } catch let error as AccessError {
            let frame = frames.open(request)
            let page = SignInPage(
                email: email, notice: Notice(error, in: frame.reader.language), back: request.form["back"])
            return page.answer(in: frame, status: Self.status(of: error))
        }
    }

    private func setUp(_ request: ConsoleRequest) async throws -> Answer {
        let frame = frames.open(request)
        var page = SetUpPage(
            code: request.form["code"] ?? "", name: request.form["name"] ?? "", email: request.form["email"] ?? "")
        do {
            let (_, token) = try await services.setUpFirstOwner(
                code: Secret(page.code), email: page.email, name: page.name, language: frame.reader.language,
                password: Secret(request.form["password"] ?? ""), from: Self.visitor(request))
            return Self.entered(request, token, to: ConsolePath.home)
        } catch let error as AccessError {
            let typed = NewMember.problems(
                email: page.email, name: page.name, password: Secret(request.form["password"] ?? ""))
            page.errors = Self.errors([error] + typed)
            if Self.field(of: error) == nil { page.notice = Notice(error, in: frame.reader.language) }
            return page.answer(in: frame, status: Self.status(of: error))
        }
    }

    /// What is told under each input, the first of several.
    static func errors(_ errors: [AccessError]) -> [String: Phrase] {
        Dictionary(errors.compactMap { error in field(of: error).map { ($0, error.whole) } }) { first, _ in first }
    }

    /// Which input of a form about a member an error is of; nil for none of them.
    static func field(of error: AccessError) -> String? {
        switch error.problem {
        case .badEmail, .emailTaken: "email"
        case .badName: "name"
        case .passwordTooShort, .passwordTooLong, .passwordTooEasy: "password"
        case .setUpCodeWrong: "code"
        default: nil
        }
    }

    static func status(of error: AccessError) -> HTTPResponse.Status {
        if case .tooManyAttempts = error.problem { .tooManyRequests } else { .unprocessableContent }
    }

    private static func visitor(_ request: ConsoleRequest) -> Visitor {
        Visitor(address: request.request.client, agent: request.request.headers[.userAgent])
    }

    private static func entered(_ request: ConsoleRequest, _ token: SessionToken, to path: String) -> Answer {
        var answer = request.redirect(to: path)
        token.secret.reveal { answer.set(Cookie(Entrance.sessionCookie, $0, secure: request.isSecure)) }
        return answer
    }
}
