#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where a host lies, as far as its text tells; names are not looked up.
///
/// Source of the ranges: IANA special-purpose address registries (RFC 6890), read 2026-11-22.
enum HostKind: Hashable {
    case loopback
    /// Private, link-local, shared, multicast and reserved ranges; names that only an inside network knows.
    case privateNetwork
    case elsewhere
    /// Numbers in a form that resolvers read in their own way, such as `127.1` or `0x7f000001`.
    case odd

    init(_ host: String) {
        if let bytes = HostKind.bytes(of: host, family: AF_INET, count: 4) {
            self = HostKind(ipv4: bytes)
        } else if let bytes = HostKind.bytes(of: host, family: AF_INET6, count: 16) {
            self = HostKind(ipv6: bytes)
        } else {
            self = HostKind(name: host)
        }
    }

    private init(name: String) {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        let allowed = labels.allSatisfy { label in
            !label.isEmpty && label.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") || $0 == 0x5F }
        }
        guard allowed, let last = labels.last else {
            self = .odd
            return
        }
        if last.utf8.allSatisfy({ $0.isDigit }) || last.hasPrefix("0x") {
            self = .odd
        } else if last == "localhost" {
            self = .loopback
        } else if labels.count == 1 || ["local", "internal", "lan", "intranet", "localdomain"].contains(last)
            || name.hasSuffix("home.arpa")
        {
            self = .privateNetwork
        } else {
            self = .elsewhere
        }
    }

    private init(ipv4 bytes: [UInt8]) {
        switch (bytes[0], bytes[1]) {
        case (127, _): self = .loopback
        case (0, _), (10, _), (192, 168), (169, 254), (172, 16...31), (100, 64...127), (198, 18...19), (224..., _):
            self = .privateNetwork
        default: self = .elsewhere
        }
    }

    private init(ipv6 bytes: [UInt8]) {
        let startsWithZeros = bytes[..<10].allSatisfy { $0 == 0 }
        if startsWithZeros, bytes[10] == 0xFF, bytes[11] == 0xFF {
            self = HostKind(ipv4: Array(bytes[12...]))
        } else if startsWithZeros, bytes[10..<15].allSatisfy({ $0 == 0 }), bytes[15] == 1 {
            self = .loopback
        } else if bytes[0] & 0xE0 == 0x20, !(bytes[0] == 0x20 && bytes[1] == 0x02) {
            // 2000::/3 is all that is routed; 2002::/16 wraps an IPv4 address of any kind.
            self = .elsewhere
        } else {
            self = .privateNetwork
        }
    }

    private static func bytes(of host: String, family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        return inet_pton(family, host, &bytes) == 1 ? bytes : nil
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLetterOrDigit: Bool { isDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
