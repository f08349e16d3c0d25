/// Breaks sentences at blanks.
package enum TextWrap {
    /// Lines of at most `width` columns, each but the first indented two more. Escape sequences take no room.
    package static func lines(_ text: String, width: Int, indent: Int) -> [String] {
        var lines: [String] = []
        var line = String(repeating: " ", count: indent)
        var used = indent
        var isEmpty = true
        for word in text.split(separator: " ", omittingEmptySubsequences: true) {
            let length = visibleLength(word)
            if !isEmpty, used + 1 + length > width {
                lines.append(line)
                line = String(repeating: " ", count: indent + 2)
                used = indent + 2
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            used += (isEmpty ? 0 : 1) + length
            isEmpty = false
        }
        return isEmpty ? lines : lines + [line]
    }

    private static func visibleLength(_ word: Substring) -> Int {
        var count = 0
        var isEscape = false
        for character in word {
            if isEscape {
                isEscape = character != "m"
            } else if character == "\u{1B}" {
                isEscape = true
            } else {
                count += 1
            }
        }
        return count
    }
}
