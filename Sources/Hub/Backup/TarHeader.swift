/// The 512 bytes before each file of a tar archive, so that a backup opens without Ponte too.
struct TarHeader: Hashable {
    static let length = 512

    let name: String
    let size: Int64

    /// What a file of this size takes up: whole blocks.
    static func padded(_ size: Int64) -> Int64 { (size + 511) / 512 * 512 }

    init(name: String, size: Int64) {
        self.name = name
        self.size = size
    }

    /// Nil for bytes that are no header, or one whose checksum is not its own.
    init?(parsing bytes: [UInt8]) {
        guard bytes.count == Self.length, Array(bytes[257..<262]) == Array("ustar".utf8) else { return nil }
        var unsummed = bytes
        unsummed.replaceSubrange(148..<156, with: Array(repeating: UInt8(ascii: " "), count: 8))
        let sum = unsummed.reduce(0) { $0 + Int64($1) }
        guard Self.octal(bytes[148..<156]) == sum else { return nil }
        let size: Int64? =
            bytes[124] == 0x80
            ? bytes[128..<136].reduce(0) { $0 << 8 | Int64($1) } : Self.octal(bytes[124..<136])
        guard let size, size >= 0 else { return nil }
        self.size = size
        name = String(decoding: bytes[..<100].prefix { $0 != 0 }, as: UTF8.self)
    }

    /// - Parameter seconds: the time that the archive gives the file, since 1970.
    func bytes(at seconds: Int64) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: Self.length)
        func put(_ text: String, _ place: Int) {
            bytes.replaceSubrange(place..<place + text.utf8.count, with: Array(text.utf8))
        }
        put(name, 0)
        put("0000600\0" + "0000000\0" + "0000000\0", 100)
        if size < 1 << 33 {
            put(Self.digits(size, 11) + "\0", 124)
        } else {
            // What eleven octal digits do not hold, as GNU's and BSD's tar write it.
            bytes[124] = 0x80
            for place in 0..<8 { bytes[128 + place] = UInt8(truncatingIfNeeded: size >> Int64(56 - place * 8)) }
        }
        put(Self.digits(seconds, 11) + "\0", 136)
        put("        0", 148)
        put("ustar\0" + "00", 257)
        put(Self.digits(bytes.reduce(0) { $0 + Int64($1) }, 6) + "\0 ", 148)
        return bytes
    }

    private static func digits(_ value: Int64, _ count: Int) -> String {
        let digits = String(value, radix: 8)
        return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }

    private static func octal(_ bytes: ArraySlice<UInt8>) -> Int64? {
        let digits = bytes.filter { $0 != 0 && $0 != UInt8(ascii: " ") }
        return Int64(String(decoding: digits, as: UTF8.self), radix: 8)
    }
}
