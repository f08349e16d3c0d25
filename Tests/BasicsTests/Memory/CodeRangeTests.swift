import Basics
import Testing

@Suite struct CodeRangeTests {
    @Test func `a file's code is found by its address and length`() {
        let line = "7f2b29000000-7f2b29028000 r-xp 00001000 fe:00 1234      /usr/lib/libc.so.6\n"

        let code = CodeRange(line[...])

        #expect(code?.start == 0x7f2b_2900_0000)
        #expect(code?.count == 0x28000)
    }

    @Test(arguments: [
        "7f2b29000000-7f2b29028000 rw-p 00001000 fe:00 1234      /usr/lib/libc.so.6",
        "7f2b29000000-7f2b29028000 r--p 00001000 fe:00 1234      /usr/lib/libc.so.6",
        "7ffd4a5e4000-7ffd4a5e6000 r-xp 00000000 00:00 0                          [vdso]",
        "7f2b29000000-7f2b29028000 r-xp 00000000 00:00 0",
        "7f2b29028000-7f2b29000000 r-xp 00001000 fe:00 1234      /usr/lib/libc.so.6",
        "",
    ])
    func `what may hold something of its own is left alone`(line: String) {
        let code = CodeRange(line[...])

        #expect(code == nil)
    }
}
