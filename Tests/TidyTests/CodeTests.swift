import Foundation
import Testing

/// What a reviewer would say of the code, said by a machine first.
@Suite struct CodeTests {
    @Test func `nothing crashes on purpose and nothing is left unfinished`() {
        let refused = ["try" + "!", "as" + "!", "fatal" + "Error(", "TO" + "DO", "FIX" + "ME", ".dis" + "abled("]
        for file in Repository.swiftSources + Repository.swiftTests {
            for (number, line) in file.lines.enumerated() {
                let found = refused.filter { line.contains($0) }
                #expect(found.isEmpty, "\(file.path):\(number + 1) has \(found)")
            }
        }
    }

    @Test func `only the commands print`() {
        for file in Repository.swiftSources where !["Commands", "ponte"].contains(file.room) {
            for (number, line) in file.code.enumerated() where line.contains("(") {
                #expect(line.firstMatch(of: /(^|[^\w.])(print|debugPrint|dump)\(/) == nil, "\(file.path):\(number + 1)")
            }
        }
    }

    @Test func `nothing is public`() {
        for file in Repository.swiftSources {
            for (number, line) in file.code.enumerated() where line.contains("public") || line.contains("open") {
                #expect(line.firstMatch(of: #/^\s*(?:public|open) /#) == nil, "\(file.path):\(number + 1)")
            }
        }
    }

    @Test func `what the compiler cannot check says why it is safe`() {
        let risky =
            /@unchecked Sendable|nonisolated\(unsafe\)|(^|[^\w.])Task(\.detached)?(\([^)]*\))? \{|\bunsafeBitCast\(|\bUnmanaged\b|\bassumeIsolated\b/
        for file in Repository.swiftSources {
            let lines = file.lines
            for (index, line) in file.code.enumerated() where Self.isSuspect(line) && line.firstMatch(of: risky) != nil
            {
                let nearby = lines[max(0, index - 4)...min(index + 2, lines.count - 1)]
                let saysWhy = nearby.contains { $0.contains("Safe because") }
                #expect(saysWhy, "\(file.path):\(index + 1) wants a comment `Safe because …` beside it: \(line)")
            }
        }
    }

    @Test func `raw memory stays in the two rooms that talk to C`() {
        for file in Repository.swiftSources where !["Basics", "Storage"].contains(file.room) {
            let touches = file.code.contains {
                $0.contains("Pointer") && $0.firstMatch(of: /Unsafe(Mutable)?(Raw)?(Buffer)?Pointer\b/) != nil
            }
            #expect(!touches, "\(file.path) handles raw memory")
        }
    }

    @Test func `types that other rooms see are documented`() {
        let declaration = /^package (?:final )?(?:struct|class|actor|protocol|enum) (\w+)(.*)/
        for file in Repository.swiftSources {
            let lines = file.lines
            for (index, line) in lines.enumerated() where line.hasPrefix("package ") {
                guard let match = line.firstMatch(of: declaration), !match.2.contains("IDKind {") else { continue }
                let above = lines[..<index].last { !$0.hasPrefix("@") } ?? ""
                #expect(above.hasPrefix("///"), "\(file.path):\(index + 1) says nothing of \(match.1)")
            }
        }
    }

    /// A cheap look before the expensive one.
    private static func isSuspect(_ line: String) -> Bool {
        ["unchecked", "unsafe", "Task", "Unmanaged", "assumeIsolated"].contains { line.contains($0) }
    }
}
