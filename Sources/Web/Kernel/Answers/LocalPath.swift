/// Tells paths of this server from addresses that lead elsewhere.
enum LocalPath {
    /// One `/` and then what an address is written with. Browsers drop tabs and line ends, and take `\\` for `/`: with those
    /// in it, what looks like a path may be another host.
    static func isSafe(_ path: String) -> Bool {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.dropFirst().first != UInt8(ascii: "/") else { return false }
        return bytes.allSatisfy { (0x21...0x7e).contains($0) && $0 != UInt8(ascii: "\\") }
    }
}
