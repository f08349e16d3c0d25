import Basics

/// The best of Ponte's languages for an `Accept-Language` header.
enum AcceptedLanguage {
    /// Nil when the header names none of them. A longer header than a browser sends is read in part.
    static func best(of header: String?) -> Language? {
        guard let header else { return nil }
        var best: (language: Language, weight: Double)?
        for choice in header.utf8.prefix(512).split(separator: UInt8(ascii: ",")).prefix(20) {
            let parts = choice.split(separator: UInt8(ascii: ";"), maxSplits: 1)
            guard let tag = parts.first.map({ String(Substring($0)).trimmingBlanks }),
                let language = Language(tag: tag)
            else { continue }
            let weight = parts.count == 2 ? weight(String(Substring(parts[1])).trimmingBlanks) : 1
            if weight > 0, weight > best?.weight ?? 0 { best = (language, weight) }
        }
        return best?.language
    }

    private static func weight(_ text: String) -> Double {
        guard text.hasPrefix("q=") else { return 1 }
        return Double(text.dropFirst(2)) ?? 0
    }
}

extension String {
    var trimmingBlanks: String {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        guard let first = utf8.first, let last = utf8.last, isBlank(first) || isBlank(last) else { return self }
        var text = Substring(self).utf8
        while let byte = text.first, isBlank(byte) { text.removeFirst() }
        while let byte = text.last, isBlank(byte) { text.removeLast() }
        return String(Substring(text))
    }
}
