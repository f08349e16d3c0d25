import Basics

/// A small JSON value, for the answers whose speed does not matter; orders are written by `JSONWriter`.
enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    /// A number with a fraction, as its text.
    case decimal(String)
    case string(String)
    case array([JSON])
    case object([Member])

    struct Member: Sendable, Hashable {
        let name: String
        let value: JSON
    }

    /// A string, or null.
    static func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
    static func number(_ value: Int) -> JSON { .integer(Int64(value)) }
    /// Hundredths as a decimal number: 1990 is `19.9`.
    static func currency(cents: Int64) -> JSON { .decimal(Decimals.text(hundredths: cents)) }

    /// A copy of a parsed value; fractions keep six places.
    init(_ view: JSONView) throws {
        switch view.kind {
        case .null: self = .null
        case .bool: self = .bool(try view.boolValue())
        case .string: self = .string(try view.stringValue())
        case .number:
            if let whole = try? view.integerValue() {
                self = .integer(whole)
            } else {
                self = .decimal(Decimals.text(millionths: try view.fixedValue(places: 6)))
            }
        case .array:
            var elements: [JSON] = []
            try view.forEachElement { elements.append(try JSON($0)) }
            self = .array(elements)
        case .object:
            var members: [Member] = []
            try view.forEachMember { members.append(Member(name: $0, value: try JSON($1))) }
            self = .object(members)
        }
    }

    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(512)
        write(into: &bytes)
        return bytes
    }

    private func write(into bytes: inout [UInt8]) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .decimal(let text): bytes.append(contentsOf: text.utf8)
        case .string(let text): JSON.write(text, into: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (position, element) in elements.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                element.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            for (position, member) in members.enumerated() {
                if position > 0 { bytes.append(UInt8(ascii: ",")) }
                JSON.write(member.name, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.write(into: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    private static func write(_ text: String, into bytes: inout [UInt8]) {
        let hexadecimal = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: [
                    UInt8(ascii: "\\"), UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"),
                    hexadecimal[Int(byte >> 4)], hexadecimal[Int(byte & 15)],
                ])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension JSON: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral {
    init(nilLiteral: ()) { self = .null }
    init(booleanLiteral value: Bool) { self = .bool(value) }
    init(integerLiteral value: Int64) { self = .integer(value) }
}

extension JSON: ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(stringLiteral value: String) { self = .string(value) }
    init(arrayLiteral elements: JSON...) { self = .array(elements) }
    init(dictionaryLiteral elements: (String, JSON)...) {
        self = .object(elements.map { Member(name: $0.0, value: $0.1) })
    }
}

/// Integers as decimal texts.
enum Decimals {
    /// 1990 is `19.9`, 2000 is `20.0`, as VTEX's pricing service writes them.
    static func text(hundredths value: Int64) -> String {
        let whole = value / 100
        let rest = abs(value % 100)
        let fraction = rest.isMultiple(of: 10) ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
        return (value < 0 && whole == 0 ? "-0" : "\(whole)") + "." + fraction
    }

    /// 1_500_000 is `1.5`.
    static func text(millionths value: Int64) -> String {
        var fraction = String(value.magnitude % 1_000_000)
        fraction = String(repeating: "0", count: 6 - fraction.count) + fraction
        while fraction.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
        return (value < 0 ? "-" : "") + "\(value.magnitude / 1_000_000)." + fraction
    }
}
