/// An `http` or `https` address taken apart, without user, password or fragment.
package struct WebAddress: Hashable, Sendable, CustomStringConvertible {
    package let scheme: String
    /// Lower case, without the brackets of an IPv6 address.
    package let host: String
    package let port: Int
    /// Path and query as they came, with a slash in front; empty when there is none.
    package let path: String

    /// Nil unless the text is an absolute address of a web server; blanks, control characters, a user or a fragment
    /// make it none.
    package init?(_ text: String) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "#") }),
            let separator = text.firstRange(of: "://")
        else { return nil }
        let scheme = text[..<separator.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = text[separator.upperBound...]
        let end = rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex
        guard let (host, port) = WebAddress.authority(rest[..<end]) else { return nil }
        self.scheme = scheme
        self.host = host
        self.port = port ?? (scheme == "https" ? 443 : 80)
        path = rest[end...].hasPrefix("?") ? "/" + rest[end...] : String(rest[end...])
    }

    private init(scheme: String, host: String, port: Int, path: String) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.path = path
    }

    private static func authority(_ text: Substring) -> (host: String, port: Int?)? {
        guard !text.contains("@") else { return nil }
        var host = text
        var port: Int?
        let bracketEnd = text.hasPrefix("[") ? text.firstIndex(of: "]") : nil
        if text.hasPrefix("["), bracketEnd == nil { return nil }
        if let colon = text[(bracketEnd ?? text.startIndex)...].firstIndex(of: ":") {
            guard let number = Int(text[text.index(after: colon)...]), (1...65_535).contains(number) else { return nil }
            port = number
            host = text[..<colon]
        }
        if bracketEnd != nil {
            guard host.hasSuffix("]") else { return nil }
            host = host.dropFirst().dropLast()
        }
        while host.hasSuffix(".") { host.removeLast() }
        return host.isEmpty ? nil : (host.lowercased(), port)
    }

    /// Scheme, host and port: what may be sent the same secrets.
    package var origin: String {
        let shownHost = host.contains(":") ? "[\(host)]" : host
        let isUsualPort = port == (scheme == "https" ? 443 : 80)
        return "\(scheme)://\(shownHost)\(isUsualPort ? "" : ":\(port)")"
    }

    package var description: String { origin + path }

    /// Where a `Location` header leads from here. Nil when it is no web address.
    package func following(location: String) -> WebAddress? {
        if location.contains("://") { return WebAddress(location) }
        if location.hasPrefix("//") { return WebAddress(scheme + ":" + location) }
        let pathOnly = path.prefix { $0 != "?" }
        let base =
            location.hasPrefix("/") ? "" : pathOnly[..<(pathOnly.lastIndex(of: "/") ?? pathOnly.startIndex)] + "/"
        return WebAddress(origin + base + location)
    }
}
