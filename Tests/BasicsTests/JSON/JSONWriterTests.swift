import Basics
import Testing

struct JSONWriterTests {
    @Test func `members and elements are parted by commas and nothing else`() {
        var writer = JSONWriter()

        writer.object { writer in
            writer.member("id", "1")
            writer.member("i", 5)
            writer.member("long", Int64.min)
            writer.member("yes", true)
            writer.member("no", false)
            writer.member("gone", nil as String?)
            writer.member("gone", nil as Int64?)
            writer.member("gone", nil as Bool?)
            writer.member("gone", nil as Instant?)
            writer.member("maybe", false as Bool?)
            writer.null("n")
            writer.member("at", Instant(microseconds: 1_530_713_348_271_840))
            writer.member(key: "k\"1", "v")
            writer.object("o") { _ in }
            writer.array("a") { _ in }
            writer.array("lines") { writer in
                writer.element(2)
                writer.element("x")
                writer.elementObject { $0.member("a", 0) }
                writer.elementObject { _ in }
                writer.element(raw: Array("[1,2]".utf8))
            }
            writer.member("raw", raw: Array("12.10".utf8))
        }

        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == #"{"id":"1","i":5,"long":-9223372036854775808,"yes":true,"no":false,"maybe":false,"n":null,"#
                + #""at":"2018-07-04T14:09:08.271840Z","k\"1":"v","o":{},"a":[],"#
                + #""lines":[2,"x",{"a":0},{},[1,2]],"raw":12.10}"#)
    }

    @Test func `a root array holds elements`() {
        var writer = JSONWriter()

        writer.array {
            $0.element(1)
            $0.element("{")
            $0.element("[")
            $0.element(-10)
        }

        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"[1,"{","[",-10]"#)
    }

    @Test func `strings are escaped as JSON wants and no more`() {
        var writer = JSONWriter()

        writer.array { $0.element("\"\\/\u{8}\t\n\u{C}\r\u{0}\u{1F}\u{7F}é🎁") }

        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "[\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u{7F}é🎁\"]")
    }

    @Test(arguments: [1, 20_261_122, 99] as [UInt64])
    func `what is written is read back`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let alphabet: [Character] = [
            "\"", "\\", "\n", "\u{0}", "\u{1B}", "a", "é", "🎁", "{", "[", ",", "\u{2028}", "/",
        ]
        let values = (0..<500).map { _ in
            String(
                (0..<Int.random(in: 0..<40, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? "a" })
        }
        let numbers = (0..<500).map { _ in Int64(bitPattern: random.next()) >> Int64.random(in: 0..<64, using: &random)
        }

        var writer = JSONWriter(capacity: 0)
        writer.object { writer in
            writer.array("strings") { writer in values.forEach { writer.element($0) } }
            writer.array("numbers") { writer in numbers.forEach { writer.element($0) } }
            writer.object("keys") { writer in values.forEach { writer.member(key: $0, $0) } }
        }
        var readStrings: [String] = []
        var readNumbers: [Int64] = []
        var readKeys: [String] = []
        let root = try JSONDocument(parsing: writer.bytes).root
        try root.forEach("strings") { readStrings.append(try $0.stringValue()) }
        try root.forEach("numbers") { readNumbers.append(try $0.integerValue()) }
        try root.with("keys") { try $0.forEachMember { readKeys.append(try $1.stringValue() == $0 ? $0 : "differs") } }

        #expect(readStrings == values, "seed \(seed)")
        #expect(readNumbers == numbers, "seed \(seed)")
        #expect(readKeys == values, "seed \(seed)")
    }
}
