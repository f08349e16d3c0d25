import Basics
import Crypto
import Foundation

/// Makes and reads the user tokens of VTEX ID: JWTs signed with ES256 by a key that lives as long as the sandbox.
struct UserTokenSigner: Sendable {
    private let key = P256.Signing.PrivateKey()

    /// Documented validity.
    static let life = Duration.seconds(86_400)

    struct Claims: Codable, Sendable {
        let sub: String
        let account: String
        let audience: String
        let exp: Int64
        let userId: String
        let iat: Int64
        let iss: String
    }

    func token(keyName: String, userID: String, account: String, at now: Instant) throws -> (
        text: String, expires: Int64
    ) {
        let issued = now.microseconds / 1_000_000
        let claims = Claims(
            sub: keyName, account: account, audience: "admin", exp: issued + Self.life.components.seconds,
            userId: userID, iat: issued, iss: "token-emitter")
        let head = Base64URL.text(Array(#"{"alg":"ES256","kid":"sandbox","typ":"jwt"}"#.utf8))
        let signed = head + "." + Base64URL.text(Array(try JSONEncoder().encode(claims)))
        let signature = try key.signature(for: Data(signed.utf8))
        return (signed + "." + Base64URL.text(Array(signature.rawRepresentation)), claims.exp)
    }

    /// Nil for a token that this sandbox did not sign, or that is no longer valid at `now`.
    func claims(of token: String, at now: Instant) -> Claims? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let payload = Base64URL.bytes(parts[1]), let raw = Base64URL.bytes(parts[2]),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: Data(raw)),
            key.publicKey.isValidSignature(signature, for: Data((parts[0] + "." + parts[1]).utf8)),
            let claims = try? JSONDecoder().decode(Claims.self, from: Data(payload)),
            claims.exp > now.microseconds / 1_000_000
        else { return nil }
        return claims
    }
}

/// Base 64 with the alphabet for addresses, without padding.
enum Base64URL {
    static func text(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func bytes(_ text: Substring) -> [UInt8]? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - plain.count % 4) % 4)
        return Data(base64Encoded: plain + padding).map(Array.init)
    }
}
