/// Addresses that begin alike, as in `10.0.0.0/8` or `::1`.
package struct NetworkRange: Sendable, Hashable {
    private let bytes: [UInt8]
    private let bits: Int

    /// Nil for what is no address with an optional prefix length.
    package init?(parsing text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let first = parts.first, let bytes = Self.bytes(String(first)) else { return nil }
        let bits = parts.count == 2 ? Int(parts[1]) : bytes.count * 8
        guard let bits, (0...bytes.count * 8).contains(bits) else { return nil }
        self.bytes = bytes
        self.bits = bits
    }

    /// False for what is no address, or of the other kind.
    package func contains(_ address: String) -> Bool {
        guard let other = Self.bytes(address), other.count == bytes.count else { return false }
        let whole = bits / 8
        guard bytes[..<whole] == other[..<whole] else { return false }
        let rest = bits % 8
        guard rest > 0 else { return true }
        let mask = UInt8.max << (8 - UInt8(rest))
        return bytes[whole] & mask == other[whole] & mask
    }

    /// Four or sixteen bytes; an IPv4 address in IPv6's clothes is an IPv4 address.
    static func bytes(_ text: String) -> [UInt8]? {
        // Into bytes of our own: a clean build finds `in_addr` in a module of NIO's, a later one in the C library's.
        var all = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &all) == 1 { return Array(all[..<4]) }
        guard inet_pton(AF_INET6, text, &all) == 1 else { return nil }
        let isMapped = all[..<10].allSatisfy { $0 == 0 } && all[10] == 0xff && all[11] == 0xff
        return isMapped ? Array(all[12...]) : all
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
