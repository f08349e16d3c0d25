import Basics
import Crypto

/// Tells two secrets apart in a log or an audit entry, and tells nothing else.
///
/// A keyed hash: without the key nobody can try guesses against it. It is the same for the same secret only as long as
/// the organization's data key is the same.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    /// `fp_` and 12 hexadecimal digits.
    package let text: String

    init(of secret: Secret, key: SymmetricKey) {
        let code = secret.reveal { HMAC<SHA256>.authenticationCode(for: Array($0.utf8), using: key) }
        text = "fp_" + Hexadecimal.text(of: code.prefix(6))
    }

    package var description: String { text }
}
