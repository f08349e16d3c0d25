import Foundation

/// A message for the page after the next, kept in a cookie until it is shown once.
package struct Flash: Sendable, Hashable {
    package enum Kind: String, Sendable { case success, notice, failure }

    static let cookieName = "ponte_flash"
    private static let bytesMax = 1_000

    package let kind: Kind
    /// In the reader's language already; shown as text, never as markup.
    package let text: String

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }

    func cookie(secure: Bool) -> Cookie {
        let encoded = Base64URL.text(Array(text.utf8.prefix(Self.bytesMax)))
        return Cookie(Self.cookieName, "\(kind.rawValue).\(encoded)", maxAgeSeconds: 60, secure: secure)
    }

    /// Nil for what is not one of ours.
    init?(cookieValue: String) {
        let parts = cookieValue.split(separator: ".", maxSplits: 1)
        guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])), parts[1].utf8.count <= 2 * Self.bytesMax,
            let bytes = Base64URL.bytes(String(parts[1]))
        else { return nil }
        self.init(kind, String(decoding: bytes, as: UTF8.self))
    }
}
