import Basics

/// Writes CSV as RFC 4180 has it, safe to open in a spreadsheet.
package struct CSVWriter {
    /// What was written and not drained.
    package private(set) var bytes: [UInt8] = []
    private var isRowStart = true

    package init() {}

    /// A text that begins like a formula gets an apostrophe before it, so that a spreadsheet shows it and does not run it.
    /// Source: OWASP, "CSV Injection".
    package mutating func text(_ value: String?) {
        guard let value, let first = value.unicodeScalars.first else { return cell("") }
        let isFormula = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first)
        cell(isFormula ? "'" + value : value)
    }

    /// A number is never quoted and never a formula.
    package mutating func integer(_ value: Int64?) { cell(value.map { String($0) } ?? "") }

    package mutating func endRow() {
        bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        isRowStart = true
    }

    /// Hands over what was written so far and starts anew.
    package mutating func drain() -> [UInt8] {
        defer { bytes.removeAll(keepingCapacity: true) }
        return bytes
    }

    private mutating func cell(_ value: String) {
        if !isRowStart { bytes.append(UInt8(ascii: ",")) }
        isRowStart = false
        let mustQuote =
            value.utf8.contains { [UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: "\r"), UInt8(ascii: "\n")].contains($0) }
            || value.first?.isWhitespace == true || value.last?.isWhitespace == true
        guard mustQuote else {
            bytes += value.utf8
            return
        }
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            if byte == UInt8(ascii: "\"") { bytes.append(byte) }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
