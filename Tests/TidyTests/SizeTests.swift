import Foundation
import Testing

/// Files and functions that one can hold in the head.
@Suite struct SizeTests {
    @Test func `files end where a reader's patience does`() {
        for file in Repository.swiftSources {
            #expect(file.lines.count <= 501, "\(file.path) has \(file.lines.count) lines; 500 are the limit")
        }
        for file in Repository.swiftTests {
            #expect(file.lines.count <= 801, "\(file.path) has \(file.lines.count) lines; 800 are the limit")
        }
    }

    @Test func `files are named after what they hold`() {
        for file in Repository.swiftSources {
            let name = file.path.split(separator: "/").last.map(String.init) ?? ""
            #expect(!["Utils", "Helpers", "Helper", "Misc", "Common"].contains { name.contains($0) }, "\(file.path)")
            #expect(name.count { $0 == "+" } <= 2, "\(file.path)")
        }
    }

    @Test func `functions fit on a screen`() {
        for file in Repository.swiftSources {
            for function in Self.functions(of: file) where function.lines > 60 {
                Issue.record("\(file.path):\(function.line) is \(function.lines) lines long; 60 are the limit")
            }
        }
    }

    /// Formatted code closes a function with a brace at the indentation that opened it.
    private static func functions(of file: Repository.File) -> [(line: Int, lines: Int)] {
        let lines = file.lines
        let opening = /^( *)(?:(?:@\w+(?:\([^)]*\))?|\w+) )*(?:func [^(<]+|init\??)[(<]/
        return lines.enumerated().compactMap { index, line in
            // What ends on the line that it begins on, as `init() {}`, has no closing line to look for.
            guard !line.hasSuffix("}"), let match = Self.match(line, opening) else { return nil }
            let closing = match.1 + "}"
            let rest = lines[(index + 1)...]
            guard let end = rest.firstIndex(where: { $0 == closing || $0.hasPrefix(closing + " ") }) else { return nil }
            // A one-line function, or a protocol's requirement, ends before the next declaration at its level.
            let next = rest.firstIndex { Self.match($0, opening)?.1 == match.1 } ?? lines.count
            guard end < next else { return nil }
            return (index + 1, end - index + 1)
        }
    }

    private static func match(_ line: String, _ pattern: Regex<(Substring, Substring)>) -> (Substring, Substring)? {
        guard line.contains("func ") || line.contains("init") else { return nil }
        return line.firstMatch(of: pattern)?.output
    }
}
