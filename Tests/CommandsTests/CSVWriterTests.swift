import Commands
import Testing

struct CSVWriterTests {
    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("say \"yes\"", "\"say \"\"yes\"\"\""),
        ("two\nlines", "\"two\nlines\""), (" blank", "\" blank\""), ("é ✓", "é ✓"), ("=1+1", "'=1+1"),
        ("+55", "'+55"), ("-x", "'-x"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"), ("\r=1", "\"'\r=1\""),
        ("=cmd|' /C calc'!A0,\"", "\"'=cmd|' /C calc'!A0,\"\"\""), ("a=1", "a=1"), ("＝1", "'＝1"),
    ])
    func `a text is quoted where it must be and never runs as a formula`(_ text: String, _ expected: String) {
        var writer = CSVWriter()

        writer.text(text)

        #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    }

    @Test func `rows end as RFC 4180 has it and nothing stands for nil`() {
        var writer = CSVWriter()

        writer.text("a")
        writer.text(nil)
        writer.integer(-5)
        writer.integer(nil)
        writer.endRow()
        writer.text("b")
        writer.endRow()

        #expect(String(decoding: writer.bytes, as: UTF8.self) == "a,,-5,\r\nb\r\n")
    }

    @Test func `what was drained is not there again`() {
        var writer = CSVWriter()
        writer.text("a")
        writer.endRow()

        let first = writer.drain()
        let second = writer.drain()

        #expect(first == Array("a\r\n".utf8))
        #expect(second.isEmpty)
    }
}
