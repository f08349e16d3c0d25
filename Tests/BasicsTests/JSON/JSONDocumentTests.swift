import Basics
import Testing

struct JSONDocumentTests {
    @Test(arguments: [
        "", " ", "\n", "{", "}", "[", "]", "[1,", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{'a':1}",
        "[1 2]",
        "{\"a\":1}}", "1 2", "nul", "nulll", "tru", "NaN", "Infinity", "+1", ".5", "\"", "\"\\\"", "\"\\x\"",
        "\"\\u12\"", "\"\\ud800\"", "\"a\nb\"", "\"tab\there\"", "\u{FEFF}{}", "// comment\n{}", "[1]\u{0}",
        "<html></html>",
    ])
    func `what is not JSON is malformed`(text: String) {
        #expect(throws: JSONError(.malformed, path: "")) { try JSONDocument(parsing: Array(text.utf8)) }
    }

    @Test(arguments: [
        "1e400", "-1e400", "18446744073709551616", "-9223372036854775809", "[123456789012345678901234567890]",
        "{\"id\":99999999999999999999}",
    ])
    func `a number that no type holds is told as such`(text: String) {
        #expect(throws: JSONError(.badNumber, path: "")) { try JSONDocument(parsing: Array(text.utf8)) }
    }

    @Test(arguments: ["-", "01", "1.", "1e", "--1", "1.5.2", "0x10"])
    func `what only looks like a number is no JSON`(text: String) {
        let error = #expect(throws: JSONError.self) { try JSONDocument(parsing: Array(text.utf8)) }

        #expect(error?.problem == .malformed || error?.problem == .badNumber)
    }

    @Test(
        arguments: [
            [0x22, 0xFF, 0x22], [0x22, 0xC0, 0xAF, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xE2, 0x82, 0x22],
            [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22], [0x80], [0x00], [0x22, 0x00, 0x22],
        ] as [[UInt8]])
    func `bytes that are no UTF-8 are malformed`(bytes: [UInt8]) {
        #expect(throws: JSONError(.malformed, path: "")) { try JSONDocument(parsing: bytes) }
    }

    @Test func `64 levels are read and 65 are not`() throws {
        let deepest = String(repeating: "[", count: 64) + "0" + String(repeating: "]", count: 64)

        var levels = 0
        var view: JSONView? = try JSONDocument(parsing: Array(deepest.utf8)).root
        while let current = view {
            levels += 1
            view = nil
            try current.forEachElement { view = $0.kind == .array ? $0 : nil }
        }

        #expect(levels == 64)
        for count in [65, 66, 1000, 1_000_000] {
            let tooDeep = String(repeating: "[", count: count) + "0" + String(repeating: "]", count: count)
            #expect(throws: JSONError(.malformed, path: "")) { try JSONDocument(parsing: Array(tooDeep.utf8)) }
            let objects = String(repeating: "{\"a\":", count: count) + "1" + String(repeating: "}", count: count)
            #expect(throws: JSONError(.malformed, path: "")) { try JSONDocument(parsing: Array(objects.utf8)) }
        }
    }

    @Test func `10 MB are read, whole or cut short`() throws {
        let element = Array("{\"id\":\"0123456789\",\"value\":12990}".utf8)
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        var count = 0
        while bytes.count < 10_000_000 {
            bytes += element + [UInt8(ascii: ",")]
            count += 1
        }
        let cut = bytes

        bytes[bytes.count - 1] = UInt8(ascii: "]")
        var sum: Int64 = 0
        try JSONDocument(parsing: bytes).root.forEachElement { sum += try $0.integer("value") }

        #expect(sum == Int64(count) * 12_990)
        #expect(throws: JSONError(.malformed, path: "")) { try JSONDocument(parsing: cut) }
        #expect(throws: JSONError(.malformed, path: "")) {
            try JSONDocument(parsing: [UInt8](repeating: UInt8(ascii: " "), count: 10_000_000))
        }
    }

    @Test func `longer than 64 MB is malformed`() {
        let bytes = [UInt8](repeating: UInt8(ascii: "1"), count: (64 << 20) + 1)

        #expect(throws: JSONError(.malformed, path: "")) { try JSONDocument(parsing: bytes) }
    }

    @Test(arguments: ["1", "\"x\"", "null", "true", " [ ] ", "{}", "-0", "1.5e-7", "9223372036854775807"])
    func `a lone value is a document`(text: String) throws {
        let kinds: [String: JSONView.Kind] = [
            "\"x\"": .string, "null": .null, "true": .bool, " [ ] ": .array, "{}": .object,
        ]

        #expect(try JSONDocument(parsing: Array(text.utf8)).root.kind == kinds[text] ?? .number)
    }

    /// Any one byte of a good text changed: read or refused, never worse.
    @Test func `broken texts end in an error or a value`() throws {
        let good = Array(
            #"{"a":[1,-2.5e3,true,false,null,{"b":"é\u00e9\n\\\"","c":[]}],"d":{"e":{"f":18446744073709551615}}}"#.utf8)
        var random = SeededGenerator(seed: 20_261_122)
        var refused = 0

        for _ in 0..<20_000 {
            var bytes = good
            for _ in 0...Int.random(in: 0..<3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
            do {
                try walk(JSONDocument(parsing: bytes).root)
            } catch let error as JSONError {
                #expect([.malformed, .badNumber].contains(error.problem) && error.path.isEmpty)
                refused += 1
            }
        }

        #expect(refused > 10_000 && refused < 20_000)
    }

    private func walk(_ view: JSONView) throws {
        switch view.kind {
        case .array: try view.forEachElement(walk)
        case .object: try view.forEachMember { try walk($1) }
        case .string: #expect(try view.stringValue().utf8.count < 200)
        case .number, .bool, .null: break
        }
    }
}
