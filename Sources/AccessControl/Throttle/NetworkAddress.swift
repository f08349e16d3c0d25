#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Addresses as one party has them: IPv4 one by one, IPv6 by its first 64 bits, of which a home has the rest.
enum NetworkAddress {
    static func group(of address: String) -> String {
        var bytes = [UInt8](repeating: 0, count: 16)
        guard inet_pton(AF_INET6, address, &bytes) == 1 else { return String(address.prefix(100)) }
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10...11].allSatisfy { $0 == 0xFF }
        if isMapped { return bytes[12...].map { String($0) }.joined(separator: ".") }
        return bytes[..<8].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() + "/64"
    }
}
