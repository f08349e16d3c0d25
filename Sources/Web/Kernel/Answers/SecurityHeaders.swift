import HTTPTypes

/// What every answer carries, made once.
struct SecurityHeaders: Sendable {
    let api: HTTPFields
    let console: HTTPFields

    init(publicURL: PublicURL?) {
        var common = HTTPFields()
        common[.xContentTypeOptions] = "nosniff"
        if publicURL?.isHTTPS == true { common[.strictTransportSecurity] = "max-age=31536000" }
        var api = common
        api[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        api[.cacheControl] = "no-store"
        self.api = api
        // What follows is about pages: an answer in JSON has no links, and no foreign page can ask for it, since keys
        // do not travel by themselves.
        var console = common
        console[.known("Referrer-Policy")] = "same-origin"
        console[.known("Cross-Origin-Resource-Policy")] = "same-origin"
        console[.contentSecurityPolicy] =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        console[.known("X-Frame-Options")] = "DENY"
        console[.known("Cross-Origin-Opener-Policy")] = "same-origin"
        console[.known("Permissions-Policy")] = "camera=(), microphone=(), geolocation=()"
        console[.cacheControl] = "no-store"
        self.console = console
    }

    /// Adds what the answer does not say itself.
    func complete(_ answer: inout Answer, face: Route.Face) {
        for field in face == .console || face == .page ? console : api where !answer.headers.contains(field.name) {
            answer.headers.append(field)
        }
    }
}
