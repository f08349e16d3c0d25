import Basics
import Testing

struct JSONViewTests {
    private let text = """
        {"i":42,"f":7453.0,"half":1.5,"huge":18446744073709551615,"big":1e300,"s":"ação \\"x\\" \\u00e9","e":"",
         "t":true,"n":null,"o":{"deep":{"x":"y"}},"a":[{"p":1},{"p":"two"}],"u":1.44,"money":12.10,
         "at":"2018-07-04T14:09:08.2718405Z","s":"second"}
        """

    @Test func `each accessor reads its own type`() throws {
        let root = try view(text)

        #expect(root.kind == .object)
        #expect(try root.integer("i") == 42)
        #expect(try root.integer("f") == 7453)
        #expect(try root.string("s") == "ação \"x\" é")
        #expect(try root.string("e") == "")
        #expect(try root.bool("t"))
        #expect(try root.optionalFixed("u", places: 6) == 1_440_000)
        #expect(try root.optionalFixed("money", places: 2) == 1210)
        #expect(try root.optionalFixed("i", places: 2) == 4200)
        #expect(try root.optionalText("s") == "ação \"x\" é")
        #expect(try root.optionalText("i") == "42")
        #expect(try root.optionalText("f") == "7453")
        #expect(try root.optionalText("half") == "1.5")
        #expect(try root.optionalText("huge") == "18446744073709551615")
        #expect(try root.instant("at") == Instant(microseconds: 1_530_713_348_271_840))
        #expect(root["o"]?["deep"]?.kind == .object)
        #expect(try root["o"]?["deep"]?["x"]?.stringValue() == "y")
        #expect(try root["i"]?.integerValue() == 42)
    }

    @Test func `a missing key and a null are the same`() throws {
        let root = try view(text)

        for key: StaticString in ["n", "missing", ""] {
            #expect(root[key] == nil)
            #expect(try root.optionalString(key) == nil)
            #expect(try root.optionalInteger(key) == nil)
            #expect(try root.optionalBool(key) == nil)
            #expect(try root.optionalFixed(key, places: 2) == nil)
            #expect(try root.optionalText(key) == nil)
            #expect(try root.optionalInstant(key) == nil)
            try root.forEach(key) { _ in Issue.record("no element") }
            try root.with(key) { _ in Issue.record("no object") }
            #expect(throws: JSONError(.missing, path: key.description)) { try root.string(key) }
            #expect(throws: JSONError(.missing, path: key.description)) { try root.integer(key) }
            #expect(throws: JSONError(.missing, path: key.description)) { try root.bool(key) }
            #expect(throws: JSONError(.missing, path: key.description)) { try root.instant(key) }
        }
    }

    @Test func `another type than expected is named with its path`() throws {
        let root = try view(text)

        #expect(throws: mismatch("string", "number", "i")) { try root.string("i") }
        #expect(throws: mismatch("integer", "string", "s")) { try root.integer("s") }
        #expect(throws: mismatch("integer", "number", "half")) { try root.integer("half") }
        #expect(throws: mismatch("integer", "number", "huge")) { try root.integer("huge") }
        #expect(throws: mismatch("integer", "number", "big")) { try root.integer("big") }
        #expect(throws: mismatch("bool", "number", "i")) { try root.bool("i") }
        #expect(throws: mismatch("decimal with 2 places", "number", "huge")) {
            try root.optionalFixed("huge", places: 2)
        }
        #expect(throws: mismatch("decimal with 2 places", "number", "big")) { try root.optionalFixed("big", places: 2) }
        #expect(throws: mismatch("string", "object", "o")) { try root.optionalText("o") }
        #expect(throws: mismatch("instant", "string", "s")) { try root.instant("s") }
        #expect(throws: mismatch("instant", "number", "i")) { try root.instant("i") }
        #expect(throws: mismatch("array", "object", "o")) { try root.forEach("o") { _ in } }
        #expect(throws: mismatch("object", "array", "a")) { try root.with("a") { _ in } }
        #expect(throws: mismatch("object", "array", "")) { try view("[]").string("x") }
        #expect(throws: mismatch("string", "object", "")) { try root.stringValue() }
    }

    @Test func `an error deep inside carries the whole path`() throws {
        let root = try view(text)

        #expect(throws: mismatch("integer", "string", "a[1].p")) {
            try root.forEach("a") { _ = try $0.integer("p") }
        }
        #expect(throws: mismatch("integer", "string", "o.deep.x")) {
            try root.with("o") { try $0.with("deep") { _ = try $0.integer("x") } }
        }
        #expect(throws: mismatch("integer", "string", "[1][0].a[0]")) {
            try view(#"[1,[{"a":["x"]}]]"#).forEachElement { element in
                guard element.kind == .array else { return }
                try element.forEachElement { try $0.forEach("a") { _ = try $0.integerValue() } }
            }
        }
        #expect(throws: mismatch("string", "number", "o.b")) {
            try view(#"{"o":{"a":"1","b":2}}"#).with("o") { try $0.forEachMember { _ = try $1.stringValue() } }
        }
    }

    @Test func `elements and members come in order, each once`() throws {
        var numbers: [Int64] = []
        var members: [String] = []

        try view(#"[1,[2,[3]],{"x":4},5,-6]"#).forEachElement {
            if $0.kind == .number { numbers.append(try $0.integerValue()) }
        }
        try view(#"{"b":{"x":[1,2]},"a":1.5,"":"e","b":[]}"#).forEachMember { members.append("\($0):\($1.kind)") }
        try view("[]").forEachElement { _ in Issue.record("no element") }
        try view("{}").forEachMember { _, _ in Issue.record("no member") }

        #expect(numbers == [1, 5, -6])
        #expect(members == ["b:object", "a:number", ":string", "b:array"])
    }

    @Test func `of two members with one key the first counts`() throws {
        #expect(try view(#"{"a":1,"a":2}"#).integer("a") == 1)
    }

    @Test(
        arguments: [
            ("1.005", 2, 101), ("-1.005", 2, -101), ("1.004", 2, 100), ("0.1", 6, 100_000), ("12.345", 2, 1235),
            ("9007199254740993", 0, 9_007_199_254_740_993), ("1e3", 2, 100_000), ("-0.0", 2, 0), ("0.4999", 0, 0),
        ] as [(String, Int, Int64)])
    func `a decimal becomes the nearest integer of its unit`(text: String, places: Int, expected: Int64) throws {
        #expect(try view("{\"v\":\(text)}").optionalFixed("v", places: places) == expected)
    }

    @Test func `the view keeps its document alive`() throws {
        let views = try (0..<100).map { try view("{\"n\":\($0)}") }

        #expect(try views.map { try $0.integer("n") } == (0..<100).map(Int64.init))
    }

    private func view(_ text: String) throws -> JSONView { try JSONDocument(parsing: Array(text.utf8)).root }

    private func mismatch(_ expected: String, _ found: String, _ path: String) -> JSONError {
        JSONError(.mismatched(expected: expected, found: found), path: path)
    }
}
