import AccessControl
import Basics
import HTTPTypes

/// Finds out who sent a request: a program by its key, a member by the session cookie.
package struct Entrance: Sendable {
    static let sessionCookie = "ponte_session"
    static let visitorCookie = "ponte_visitor"
    /// What was chosen by somebody who had not signed in.
    static let languageCookie = "ponte_language"

    /// Knows the doors of AccessControl; stands apart from the kernel so that tests can open it by hand.
    package struct Doors: Sendable {
        /// Nil for a key that is unknown, inactive or expired.
        let key: @Sendable (Secret) async throws -> Caller?
        /// Nil for a session that is over.
        let session: @Sendable (Secret) async throws -> (signedIn: SignedIn, formToken: Secret)?

        package init(
            key: @escaping @Sendable (Secret) async throws -> Caller?,
            session: @escaping @Sendable (Secret) async throws -> (signedIn: SignedIn, formToken: Secret)?
        ) {
            self.key = key
            self.session = session
        }
    }

    let doors: Doors

    package init(doors: Doors) { self.doors = doors }

    /// - Throws: 401.
    func keyCaller(_ headers: HTTPFields) async throws -> Caller {
        guard let header = headers.sole(.authorization), header.utf8.count < 500 else { throw Problem.unauthorised }
        guard let rest = Self.rest(of: header, after: "bearer ") else { throw Problem.unauthorised }
        let token = Secret(rest.trimmingBlanks)
        guard let caller = try await doors.key(token) else { throw Problem.unauthorised }
        return caller
    }

    /// - Parameter scheme: in lower case; the header may write it as it likes.
    private static func rest(of header: String, after scheme: String) -> String? {
        guard header.utf8.count >= scheme.utf8.count,
            zip(header.utf8, scheme.utf8).allSatisfy({ $0 == $1 || ($0 | 0x20 == $1 && $1 != UInt8(ascii: " ")) })
        else { return nil }
        return String(header.utf8.dropFirst(scheme.utf8.count))
    }

    /// The member behind a browser; nobody when there is no session, or none any more.
    func sender(_ request: WebRequest) async throws -> Sender {
        let flash = request.cookie(Cookie.name(Flash.cookieName, secure: request.isSecure)).flatMap(Flash.init)
        if let text = request.cookie(Cookie.name(Self.sessionCookie, secure: request.isSecure)) {
            let token = Secret(text)
            if let (signedIn, formToken) = try await doors.session(token) {
                let visit = Visit(formToken: formToken, flash: flash, newCookie: nil, session: token)
                return .member(visit, .member(signedIn))
            }
        }
        return .nobody(Self.stranger(request, flash))
    }

    /// The language of whoever sees a page: a member's own, else what was chosen before signing in; nil where neither is
    /// known. A page of a refusal is not worth a second one: what fails on the way is as if nobody were signed in.
    func language(_ headers: HTTPFields, secure: Bool) async -> Language? {
        if let text = Cookies.value(Cookie.name(Self.sessionCookie, secure: secure), in: headers),
            let member = try? await doors.session(Secret(text))?.signedIn.member
        {
            return member.language
        }
        return Self.chosenLanguage(headers, secure: secure)
    }

    static func chosenLanguage(_ headers: HTTPFields, secure: Bool) -> Language? {
        Cookies.value(Cookie.name(languageCookie, secure: secure), in: headers).flatMap(Language.init(rawValue:))
    }

    /// Somebody without a session has a form token of his own, in a cookie that only this host can set.
    static func stranger(_ request: WebRequest, _ flash: Flash?) -> Visit {
        let name = Cookie.name(visitorCookie, secure: request.isSecure)
        if let known = request.cookie(name), known.utf8.count == 43, Base64URL.bytes(known) != nil {
            return Visit(formToken: Secret(known), flash: flash, newCookie: nil, session: nil)
        }
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        let token = Base64URL.text(bytes)
        return Visit(
            formToken: Secret(token), flash: flash,
            newCookie: Cookie(visitorCookie, token, secure: request.isSecure), session: nil)
    }
}
