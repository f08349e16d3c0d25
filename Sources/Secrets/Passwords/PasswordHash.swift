import Basics
import Crypto
import CryptoExtras
import Foundation

/// A password as the database holds it: `$scrypt$ln=15,r=8,p=3$<salt>$<hash>`, in base 64 without padding.
///
/// The form is that of the PHC string format, which others read, too.
package struct PasswordHash: Hashable, Sendable {
    private static let saltLength = 16
    private static let hashLength = 32

    package let cost: PasswordCost
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password with a new salt. Takes as long as `cost` says, on the thread that calls: use `PasswordHasher`.
    init(of password: Secret, cost: PasswordCost) throws {
        var random = SystemRandomNumberGenerator()
        self.cost = cost
        salt = (0..<Self.saltLength).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        hash = try Self.derive(password, salt: salt, cost: cost)
    }

    /// What no password has: for callers who must take the time of a check where there is nothing to check.
    init(ofNothing cost: PasswordCost) {
        self.cost = cost
        salt = [UInt8](repeating: 0, count: Self.saltLength)
        hash = [UInt8](repeating: 0, count: Self.hashLength)
    }

    /// Reads what a row holds. Nil unless it is whole and its cost within reason.
    package init?(stored text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0].isEmpty, parts[1] == "scrypt", let cost = Self.cost(parts[2]),
            let salt = Self.bytes(parts[3]), salt.count >= 8, let hash = Self.bytes(parts[4]),
            hash.count == Self.hashLength
        else { return nil }
        self.cost = cost
        self.salt = salt
        self.hash = hash
    }

    /// What a row holds of it.
    package var text: String {
        "$scrypt$ln=\(cost.logRounds),r=\(cost.blockSize),p=\(cost.parallelism)$\(Self.text(salt))$\(Self.text(hash))"
    }

    /// Whether it is this password's. All of the time goes by before the answer, whatever the answer.
    func isOf(_ password: Secret) throws -> Bool {
        ConstantTime.areEqual(try Self.derive(password, salt: salt, cost: cost), hash)
    }

    /// NFKC before hashing, so that a password typed on another keyboard is the same bytes.
    /// Source: NIST SP 800-63B, 5.1.1.2 (it asks for NFKC or NFKD).
    private static func derive(_ password: Secret, salt: [UInt8], cost: PasswordCost) throws -> [UInt8] {
        let bytes = password.reveal { Array($0.precomposedStringWithCompatibilityMapping.utf8) }
        let key = try KDF.Scrypt.deriveKey(
            from: bytes, salt: salt, outputByteCount: hashLength, rounds: 1 << cost.logRounds,
            blockSize: cost.blockSize, parallelism: cost.parallelism)
        return key.withUnsafeBytes { Array($0) }
    }

    private static func cost(_ text: Substring) -> PasswordCost? {
        let values = zip(["ln=", "r=", "p="], text.split(separator: ",")).map { name, part in
            part.hasPrefix(name) ? Int(part.dropFirst(name.count)) : nil
        }
        guard values.count == 3, text.count(where: { $0 == "," }) == 2, let rounds = values[0], let size = values[1],
            let lanes = values[2]
        else { return nil }
        return PasswordCost(logRounds: rounds, blockSize: size, parallelism: lanes)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map { Array($0) }
    }
}

extension PasswordHash: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "password hash" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
