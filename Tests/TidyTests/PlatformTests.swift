import Foundation
import Testing

/// Law 4: only the folder of a platform knows its names, units and quirks.
@Suite struct PlatformTests {
    /// Rooms that may speak of a platform: where it lives, where it is imitated, and where the two are put together.
    private static let mayName: Set<String> = ["Connectors", "Sandbox", "Hub", "Commands", "ponte"]
    private static let platforms = ["vtex", "nuvemshop", "plug4market", "showkase", "meucarrinho"]

    @Test func `no other room names a platform in its code`() {
        for file in Repository.swiftSources where !Self.mayName.contains(file.room) {
            for (number, line) in file.code.enumerated() {
                let named = Self.platforms.filter { line.lowercased().contains($0) }
                #expect(named.isEmpty, "\(file.path):\(number + 1) names \(named)")
            }
        }
    }

    @Test func `platforms are strangers to one another`() {
        let files = Repository.swiftSources.filter { $0.room == "Connectors" }
        let folders = Dictionary(grouping: files) {
            $0.path.split(separator: "/").dropFirst(2).first.map(String.init) ?? ""
        }
        .filter { !$0.key.hasSuffix(".swift") }
        for (folder, files) in folders {
            for other in folders.keys where other != folder {
                let types = Self.types(declaredIn: folders[other] ?? [])
                for file in files {
                    let named = types.filter { type in
                        file.code.contains { $0.contains(type) }
                    }
                    #expect(named.isEmpty, "\(file.path) uses \(named.sorted()) of \(other)")
                }
            }
        }
    }

    private static func types(declaredIn files: [Repository.File]) -> Set<String> {
        let pattern = /\b(?:struct|enum|class|actor|protocol) (\w+)/
        return Set(files.flatMap { $0.code.compactMap { line in line.firstMatch(of: pattern).map { String($0.1) } } })
    }
}
