import Basics
import Crypto

/// A token that follows from another and a purpose, and from which the other cannot be computed: a session's CSRF token
/// needs no column of its own.
package enum DerivedToken {
    /// HMAC-SHA256 in hexadecimal.
    package static func make(from token: Secret, for purpose: String) -> Secret {
        let code = token.reveal {
            HMAC<SHA256>.authenticationCode(
                for: Array(purpose.utf8), using: SymmetricKey(data: Array($0.utf8)))
        }
        return Secret(Hexadecimal.text(of: code))
    }
}
