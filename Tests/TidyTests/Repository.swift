import Foundation

/// The files of the project, as the tidy tests read them: by path from the root, without build products.
enum Repository {
    struct File: Sendable {
        /// From the root, as in `Sources/Basics/Text/Phrase.swift`.
        let path: String
        let text: String

        let lines: [String]
        /// The lines with what follows `//` taken away. A `//` after a colon is an address, not a comment.
        let code: [String]
        /// The folder below `Sources` or `Tests`: a room's name.
        let room: String

        init(path: String, text: String) {
            self.path = path
            self.text = text
            lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            code = path.hasSuffix(".swift") ? lines.map(Self.withoutComment) : lines
            room = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
        }

        private static func withoutComment(_ line: String) -> String {
            var previous: UInt8 = 0
            var beforePrevious: UInt8 = 0
            let slash = UInt8(ascii: "/")
            for index in line.utf8.indices {
                let byte = line.utf8[index]
                if byte == slash, previous == slash, beforePrevious != UInt8(ascii: ":") {
                    return String(line[..<line.utf8.index(before: index)])
                }
                beforePrevious = previous
                previous = byte
            }
            return line
        }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().standardizedFileURL

    static let swiftSources = files(under: "Sources").filter { $0.path.hasSuffix(".swift") }
    static let swiftTests = files(under: "Tests").filter { $0.path.hasSuffix(".swift") }
    static let documents = everything.filter { $0.path.hasSuffix(".md") }
    /// Every text file that could be tracked.
    static let everything = files(under: "")

    static func file(_ path: String) throws -> File {
        File(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    /// Names of build products, caches and what belongs to version control.
    private static func isSkipped(_ name: String) -> Bool {
        name == ".git" || name.hasPrefix(".build") || name == "__pycache__" || name == ".demo" || name == ".venv"
            || name == "Package.resolved" || name == ".swiftpm"
    }

    private static func files(under folder: String) -> [File] {
        let start = folder.isEmpty ? root : root.appending(path: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: start.path)) ?? []
        return names.sorted().filter { !isSkipped($0) }.flatMap { name -> [File] in
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: root.appending(path: path).path, isDirectory: &isFolder) else {
                return []
            }
            if isFolder.boolValue { return files(under: path) }
            return (try? file(path)).map { [$0] } ?? []
        }
    }
}
