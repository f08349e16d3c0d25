import Basics
import Testing

struct JSONFilterTests {
    @Test(
        arguments: [
            (#"{"a":1,"b":2,"c":3}"#, ["b"], #"{"a":1,"c":3}"#),
            (#"{"a":1,"b":2,"c":3}"#, ["a"], #"{"b":2,"c":3}"#),
            (#"{"a":1,"b":2,"c":3}"#, ["c"], #"{"a":1,"b":2}"#),
            (#"{"a":1,"b":2,"c":3}"#, ["a", "b"], #"{"c":3}"#),
            (#"{"a":1,"b":2,"c":3}"#, ["a", "c"], #"{"b":2}"#),
            (#"{"a":1,"b":2,"c":3}"#, ["c", "a", "b"], "{}"),
            (#"{"a":1,"b":2,"c":3}"#, ["d", "a.b", "b[]"], #"{"a":1,"b":2,"c":3}"#),
            (#"{ "a" : 12.10 , "b" : 2 , "c" : 3e5 }"#, ["b"], #"{ "a" : 12.10 , "c" : 3e5 }"#),
            (#"{ "a" : 1 , "b" : 2 }"#, ["a"], #"{ "b" : 2 }"#),
            (#"{ "a" : 1 }"#, ["a"], "{  }"),
            (#"{"a":{"b":{"c":[1,2],"d":null}},"b":0}"#, ["a.b.c"], #"{"a":{"b":{"d":null}},"b":0}"#),
            (
                #"{"t":[{"p":[{"x":1,"r":{"a":"}]"}},{"r":2}],"r":3},{"p":[]},7,null]}"#, ["t[].p[].r"],
                #"{"t":[{"p":[{"x":1},{}],"r":3},{"p":[]},7,null]}"#
            ),
            (#"[{"a":1,"b":2},[{"a":3}],"a"]"#, ["[].a"], #"[{"b":2},[{"a":3}],"a"]"#),
            (#"[[{"a":1}],[{"a":2,"b":"\\"}]]"#, ["[][].a"], #"[[{}],[{"b":"\\"}]]"#),
            (#"{"a":[1,{"x":[2]},3],"b":1}"#, ["a[]"], #"{"a":[],"b":1}"#),
            (#"{"a":1,"a":2,"b":"a"}"#, ["a"], #"{"b":"a"}"#),
            (#"{"\u0061":1,"na\u006De":2,"n\"":3}"#, ["a", "name"], #"{"n\"":3}"#),
            (#"{"a":"\"a\":1,","b":"\\\\"}"#, ["b"], #"{"a":"\"a\":1,"}"#),
            (" [ ] ", ["a"], " [ ] "), ("12.10", ["a"], "12.10"), ("\"x\"", ["[]"], "\"x\""),
        ] as [(String, [String], String)])
    func `a chosen member goes and the rest stays byte for byte`(text: String, paths: [String], expected: String) throws
    {
        let filter = JSONFilter(removing: paths)

        #expect(try String(decoding: filter.split(Array(text.utf8)).kept, as: UTF8.self) == expected)
    }

    @Test(
        arguments: [
            ("{ \"a\" :\t1 ,\r\n \"b c\" : [ 1 , \" x \" ] }\n", [], "{\"a\":1,\"b c\":[1,\" x \"]}"),
            ("{ \"a\" : 1 , \"b\" : 2 , \"c\" : { \"d\" : 3 } }", ["b", "c.d"], "{\"a\":1,\"c\":{}}"),
            ("{ \"a\" : 1 , \"b\" : 2 }", ["a"], "{\"b\":2}"),
            ("[ { \"a\" : 1 } , { \"a\" : [ 2 ] , \"b\" : 12.10 } ]", ["[].a"], "[{},{\"b\":12.10}]"),
        ] as [(String, [String], String)])
    func `the essence has neither volatile members nor blanks between tokens`(
        text: String, paths: [String], expected: String
    ) throws {
        let parts = try JSONFilter(removing: [], volatile: paths).split(Array(text.utf8))

        #expect(String(decoding: parts.essence, as: UTF8.self) == expected)
        #expect(String(decoding: parts.kept, as: UTF8.self) == text)
    }

    @Test func `what is removed within a volatile member is gone from both`() throws {
        let filter = JSONFilter(removing: ["a.secret", "b[].secret"], volatile: ["a", "b[].seen"])

        let parts = try filter.split(
            Array(#"{"a":{"secret":1,"x":2}, "b":[{"seen":3,"secret":4,"y":5}]}"#.utf8))

        #expect(text(parts.kept) == #"{"a":{"x":2}, "b":[{"seen":3,"y":5}]}"#)
        #expect(text(parts.essence) == #"{"b":[{"y":5}]}"#)
    }

    @Test(arguments: [3, 20_261_122, 77] as [UInt64])
    func `any text is filtered as a slow reader would`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)

        for round in 0..<400 {
            let value = SlowJSON.random(depth: 5, using: &random)
            let paths = (0..<Int.random(in: 0..<5, using: &random)).map { _ in SlowJSON.randomPath(using: &random) }
            let expected = paths.reduce(value) { $0.removing(SlowJSON.steps(of: $1)) }.text { "" }
            let compact = Array(value.text { "" }.utf8)
            let spaced = Array(value.text { [" ", "\n", "\t ", ""].randomElement(using: &random) ?? "" }.utf8)

            let comment: Comment = "seed \(seed), round \(round), paths \(paths)"
            let removed = try JSONFilter(removing: paths).split(spaced)
            #expect(try text(JSONFilter(removing: paths).split(compact).kept) == expected, comment)
            #expect(text(removed.essence) == expected, comment)
            #expect(try text(JSONFilter(removing: []).split(removed.kept).essence) == expected, comment)
            let volatile = try JSONFilter(removing: [], volatile: paths).split(spaced)
            #expect(text(volatile.essence) == expected, comment)
            #expect(volatile.kept == spaced, comment)
            let half = paths.count / 2
            let mixed = JSONFilter(removing: Array(paths[..<half]), volatile: Array(paths[half...]))
            #expect(try text(mixed.split(spaced).essence) == expected, comment)
            #expect(
                try mixed.split(spaced).kept == JSONFilter(removing: Array(paths[..<half])).split(spaced).kept, comment)
        }
    }

    @Test func `a text cut anywhere is refused`() throws {
        let whole = Array(#"{"a":[{"b":"\u00e9\"","c":{"d":[1,2]}},{"b":true}],"e":"x"}"#.utf8)
        let filters = [
            JSONFilter(removing: []), JSONFilter(removing: ["a[].b", "a[].c.d", "e"]),
            JSONFilter(removing: ["e"], volatile: ["a[].c"]),
        ]

        for filter in filters {
            for length in 0..<whole.count {
                #expect(throws: JSONError(.malformed, path: "")) { _ = try filter.split(Array(whole[..<length])) }
            }
        }
    }

    @Test func `bytes that are no JSON do no harm`() {
        let filter = JSONFilter(removing: ["a[].b", "a[].c.d", "e", "[].a"], volatile: ["b"])
        let alphabet = Array("{}[]\",:\\ a1eb".utf8)
        var random = SeededGenerator(seed: 20_261_122)
        var refused = 0

        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            do {
                #expect(try filter.split(bytes).kept.count <= bytes.count)
            } catch {
                #expect(error == JSONError(.malformed, path: ""))
                refused += 1
            }
        }

        #expect(refused > 15_000 && refused < 20_000)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
