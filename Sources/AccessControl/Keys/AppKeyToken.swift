import Basics
import Secrets

/// The text of an app key: `ponte_<key id>_<secret><checksum>`.
///
/// The id is that of the key without its prefix, the secret 43 letters and digits (256 bits), the checksum the CRC-32 of
/// all before it in six digits of base 62: a scanner of repositories and logs finds keys by
/// `ponte_[0-9a-hjkmnp-tv-z]{26}_[0-9A-Za-z]{49}` and knows a real one without asking anybody.
package struct AppKeyToken: Sendable {
    private static let mark = "ponte_"
    private static let idLength = 26
    private static let checksumLength = 6
    private static let length = mark.utf8.count + idLength + 1 + RandomToken.length + checksumLength
    private static let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// What it says of itself: nobody has looked whether there is such a key.
    package let keyID: AppKeyID
    /// The whole text.
    package let secret: Secret

    /// A new one.
    static func make(for id: AppKeyID) -> AppKeyToken {
        let body = mark + id.text.dropFirst(AppKeyKind.prefix.count + 1) + "_" + RandomToken.make().reveal { $0 }
        return AppKeyToken(keyID: id, secret: Secret(body + checksum(of: body.utf8)))
    }

    private init(keyID: AppKeyID, secret: Secret) {
        self.keyID = keyID
        self.secret = secret
    }

    /// Nil unless the text is whole and its checksum its own. Asks no database.
    package init?(parsing text: Secret) {
        guard let id = text.reveal(Self.keyID) else { return nil }
        keyID = id
        secret = text
    }

    /// What the database holds of it.
    var digest: TokenDigest { TokenDigest(of: secret) }

    private static func keyID(_ text: String) -> AppKeyID? {
        let bytes = Array(text.utf8)
        guard bytes.count == length, text.hasPrefix(mark) else { return nil }
        let idEnd = mark.utf8.count + idLength
        guard bytes[idEnd] == UInt8(ascii: "_"), bytes[(idEnd + 1)...].allSatisfy(digits.contains) else { return nil }
        let body = bytes.dropLast(checksumLength)
        guard checksum(of: body).utf8.elementsEqual(bytes.suffix(checksumLength)) else { return nil }
        return AppKeyID(
            parsing: AppKeyKind.prefix + "_" + String(decoding: bytes[mark.utf8.count..<idEnd], as: UTF8.self))
    }

    private static func checksum(of bytes: some Sequence<UInt8>) -> String {
        var value = CRC32.checksum(of: bytes)
        var text = [UInt8](repeating: digits[0], count: checksumLength)
        for position in text.indices.reversed() {
            text[position] = digits[Int(value % 62)]
            value /= 62
        }
        return String(decoding: text, as: UTF8.self)
    }
}
