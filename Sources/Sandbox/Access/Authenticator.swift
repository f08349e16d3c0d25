import Basics
import HTTPTypes
import Synchronization

/// Finds out who asks.
enum Authenticator {
    /// Nil for missing, unknown, inactive or wrong credentials. Blanks around pasted values do not count.
    static func caller(of call: Call, in shop: Shop) -> Caller? {
        if let name = call.headers[.appKey], let token = call.headers[.appToken] {
            return shop.access.read { $0.caller(keyName: trimmed(name), token: Secret(trimmed(token))) }
        }
        guard let text = call.headers[.userToken] ?? cookie(call, shop.account),
            let claims = shop.signer.claims(of: trimmed(text), at: shop.time.now()), claims.account == shop.account
        else { return nil }
        return shop.access.read { $0.caller(keyName: claims.sub) }
    }

    /// The cookie of the account, or the general one.
    private static func cookie(_ call: Call, _ account: String) -> String? {
        var found: String?
        for pair in (call.headers[.cookie] ?? "").split(separator: ";") {
            let sides = pair.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            let name = sides[0].drop { $0 == " " }.lowercased()
            if name == "vtexidclientautcookie_\(account)" { return String(sides[1]) }
            if name == "vtexidclientautcookie" { found = String(sides[1]) }
        }
        return found
    }

    private static func trimmed(_ text: String) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
