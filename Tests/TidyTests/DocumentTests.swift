import Foundation
import Testing

/// What the documents promise exists.
@Suite struct DocumentTests {
    private static let readmes = ["README.md", "README.pt-BR.md", "README.es.md"]

    @Test func `links lead somewhere`() throws {
        for document in Repository.documents {
            let folder = document.path.split(separator: "/").dropLast().joined(separator: "/")
            for match in document.text.matches(of: /\]\(([^)\s]+)\)/) {
                let target = String(match.1)
                guard !target.contains("://"), !target.hasPrefix("mailto:") else { continue }
                let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
                    String.init)
                let path = parts[0].isEmpty ? document.path : Self.resolve(parts[0], from: folder)
                #expect(Repository.exists(path), "\(document.path) links to \(target)")
                if parts.count == 2, path.hasSuffix(".md"), Repository.exists(path) {
                    let anchors = Self.anchors(of: try Repository.file(path))
                    #expect(anchors.contains(parts[1]), "\(document.path) links to \(target)")
                }
            }
        }
    }

    @Test(arguments: readmes)
    func `the first screen shows just the two commands`(readme: String) throws {
        let text = try Repository.file(readme).text
        let makefile = try Repository.file("Makefile").lines

        let block = try #require(text.firstMatch(of: /```(?:sh|bash|console)?\n([\s\S]*?)```/)).1
        let commands = block.split(separator: "\n").map { $0.split(separator: "#")[0].trimming(" ") }

        #expect(commands == ["make demo", "make test"])
        for command in commands {
            #expect(makefile.contains { $0.hasPrefix(command.dropFirst("make ".count) + ":") })
        }
    }

    @Test func `the three readmes have the same shape`() throws {
        let shapes = try Self.readmes.map {
            try Repository.file($0).lines.filter { $0.hasPrefix("#") || $0.hasPrefix("```") }
        }
        .map { $0.map { line in String(line.prefix { $0 == "#" || $0 == "`" }) } }

        #expect(shapes[1] == shapes[0])
        #expect(shapes[2] == shapes[0])
    }

    @Test func `decisions are numbered without gaps`() {
        let numbers = Repository.documents.compactMap { $0.path.firstMatch(of: /docs\/decisions\/(\d{4})-/) }
            .compactMap { Int($0.1) }.sorted()

        #expect(numbers == Array(1...max(numbers.count, 1)))
    }

    @Test func `no file knows the machine that it was written on`() {
        let machine = Repository.root.path + "/"
        for file in Repository.everything {
            #expect(!file.text.contains(machine), "\(file.path)")
            let home = file.text.firstMatch(of: /\/(home|Users)\/[a-z]\w+\//)
            #expect(home == nil, "\(file.path)")
        }
    }

    private static func resolve(_ target: String, from folder: String) -> String {
        var parts = folder.split(separator: "/").map(String.init)
        for part in target.split(separator: "/") {
            switch part {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(String(part))
            }
        }
        return parts.joined(separator: "/")
    }

    /// Headings as they are addressed: lower case, words joined by hyphens, no punctuation.
    private static func anchors(of document: Repository.File) -> Set<String> {
        Set(
            document.lines.filter { $0.hasPrefix("#") }.map { heading in
                heading.drop { $0 == "#" || $0 == " " }.lowercased()
                    .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" || $0 == "_" }
                    .replacing(" ", with: "-")
            })
    }
}
