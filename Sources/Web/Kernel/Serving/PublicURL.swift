/// Where people and programs reach this server, as in `https://ponte.example.com`.
package struct PublicURL: Sendable, Hashable {
    package let text: String
    package let isHTTPS: Bool
    /// Host, and port where it is not the scheme's own; in lower case.
    package let authority: String

    /// Nil unless it is `http://` or `https://`, a host, and nothing after it but an optional port and slash.
    package init?(parsing text: String) {
        var text = text
        if text.hasSuffix("/") { text.removeLast() }
        let lower = text.lowercased()
        let schemes = [("https://", "443"), ("http://", "80")]
        guard let (scheme, port) = schemes.first(where: { lower.hasPrefix($0.0) }) else { return nil }
        var rest = String(lower.dropFirst(scheme.count))
        let isPlain = rest.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
                UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
                true
            default: false
            }
        }
        guard isPlain, !rest.isEmpty, rest.first != ":", rest.last != ":" else { return nil }
        if rest.hasSuffix(":" + port) { rest.removeLast(port.count + 1) }
        authority = rest
        isHTTPS = scheme == "https://"
        self.text = scheme + rest
    }
}
