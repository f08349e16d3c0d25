import Basics

/// A pasted value with what hangs on it after copying taken off: blanks, line ends, quotes, invisible characters.
struct PastedText: Hashable {
    private(set) var text: String
    /// Whether anything was taken off.
    private(set) var wasCleaned = false

    init(_ pasted: String) {
        text = pasted
        var scalars = Substring.UnicodeScalarView(
            Substring(pasted).unicodeScalars.filter { !PastedText.isInvisible($0) })
        while let first = scalars.first, PastedText.hangsOn(first) { scalars.removeFirst() }
        while let last = scalars.last, PastedText.hangsOn(last) { scalars.removeLast() }
        let cleaned = String(Substring(scalars))
        wasCleaned = cleaned != pasted
        text = cleaned
    }

    var isEmpty: Bool { text.isEmpty }

    var hasBlanks: Bool { text.contains { $0.isWhitespace } }

    var isPlainASCII: Bool { text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } }

    /// What programs write where a value was missing.
    var isPlaceholder: Bool {
        let word = text.lowercased()
        return ["undefined", "null", "none", "nil", "nan", "(null)", "[object object]", "string", "n/a", "-"].contains(
            word)
    }

    /// `****`, `••••1234`: what screens show instead of a secret.
    var isMasked: Bool {
        let masks = text.filter { "*•●∙·…×".contains($0) }.count
        return masks >= 3 && masks * 2 >= text.count || text.contains("***") || text.contains("•••")
    }

    var looksLikeEmail: Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
    }

    /// Zero-width characters, byte order marks, soft hyphens and control characters other than line ends.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D: false
        case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2064, 0xFEFF: true
        default: false
        }
    }

    private static func hangsOn(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || "\"'`“”‘’«»,;<>".unicodeScalars.contains(scalar)
    }
}
