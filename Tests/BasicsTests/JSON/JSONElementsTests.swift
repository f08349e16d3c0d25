import Basics
import Testing

@Suite struct JSONElementsTests {
    private func elements(_ text: String) throws -> [String] {
        try JSONElements.all(of: Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test(
        arguments: [
            ("[]", []), (" [ ] ", []), ("[1]", ["1"]),
            ("[1, \"a,]\" ,{\"b\":[2,3]},null ]", ["1", "\"a,]\"", "{\"b\":[2,3]}", "null"]),
            (#"["\"],[", {"a\\":"]"}]"#, [#""\"],[""#, #"{"a\\":"]"}"#]), ("[[],[[ ]]]", ["[]", "[[ ]]"]),
        ] as [(String, [String])])
    func `an array falls into its elements, byte for byte`(text: String, expected: [String]) throws {
        #expect(try elements(text) == expected)
    }

    @Test(arguments: ["", "{}", "1", "null", "[1,2", "[\"a", "[{]", "["])
    func `what is no whole array is an error`(text: String) {
        #expect(throws: JSONError.self) { try elements(text) }
    }
}
