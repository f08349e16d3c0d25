/// JSON with a line for each member, its tokens untouched: numbers stay as their sender wrote them.
enum PrettyJSON {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        var printer = Printer()
        for byte in bytes { printer.take(byte) }
        return String(decoding: printer.written, as: UTF8.self)
    }

    private struct Printer {
        private(set) var written: [UInt8] = []
        private var depth = 0
        private var isInString = false
        private var isEscaped = false
        /// An opened object or array of which nothing has come yet.
        private var isFresh = false

        mutating func take(_ byte: UInt8) {
            if isInString {
                written.append(byte)
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else {
                    isInString = byte != UInt8(ascii: "\"")
                }
                return
            }
            switch byte {
            case UInt8(ascii: " "), 9, 10, 13: return
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if !isFresh { newLine() }
                isFresh = false
                written.append(byte)
            case UInt8(ascii: ","):
                written.append(byte)
                newLine()
            case UInt8(ascii: ":"): written += [byte, UInt8(ascii: " ")]
            default: open(byte)
            }
        }

        private mutating func open(_ byte: UInt8) {
            if isFresh { newLine() }
            isFresh = false
            written.append(byte)
            if byte == UInt8(ascii: "\"") { isInString = true }
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
                isFresh = true
            }
        }

        private mutating func newLine() {
            written.append(10)
            written += [UInt8](repeating: UInt8(ascii: " "), count: max(0, depth) * 2)
        }
    }
}
