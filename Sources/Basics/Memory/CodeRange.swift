/// A stretch of a file's code in this process's memory: nobody writes there, so that it can be read from the file again.
package struct CodeRange: Sendable {
    package let start: UInt
    /// In bytes.
    package let count: Int

    /// - Parameter line: of `/proc/self/maps`, as proc(5) describes it. Nil for what is not a file's code.
    package init?(_ line: Substring) {
        let words = line.split(separator: " ")
        guard words.count >= 6, words[1] == "r-xp", words[5].hasPrefix("/") else { return nil }
        let ends = words[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
        guard ends.count == 2, ends[0] < ends[1] else { return nil }
        start = ends[0]
        count = Int(ends[1] - ends[0])
    }
}
