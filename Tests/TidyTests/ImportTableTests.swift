import Foundation
import Testing

/// SwiftPM lets a target import whatever it reaches transitively, so the arrows between rooms are held here.
@Suite struct ImportTableTests {
    private let table: ImportTable

    init() throws {
        table = ImportTable(try Repository.file("docs/ARCHITECTURE.md"))
    }

    @Test func `every room has a row and every row has a room`() {
        let rooms = Set(Repository.swiftSources.map(\.room))

        #expect(Set(table.rows.map(\.room)) == rooms)
    }

    @Test func `arrows point down`() {
        for (index, row) in table.rows.enumerated() {
            let below = Set(table.rows[(index + 1)...].map(\.room))
            let up = row.ours.filter { ours in table.row(ours) != nil && !below.contains(ours) }
            #expect(up.isEmpty, "\(row.room) imports rooms that are not below it: \(up.sorted())")
        }
    }

    @Test func `a room imports what its row allows and nothing else`() {
        for file in Repository.swiftSources {
            guard let row = table.row(file.room) else { continue }
            let allowed = row.ours.union(row.others).union(ImportTable.everywhere)
            let refused = Self.imports(of: file).subtracting(allowed)
            #expect(refused.isEmpty, "\(file.path) may not import \(refused.sorted())")
        }
    }

    @Test func `nobody reaches past package access with a testable import`() {
        for file in Repository.swiftSources + Repository.swiftTests {
            #expect(!file.text.contains("@test" + "able import"), "\(file.path)")
        }
    }

    static func imports(of file: Repository.File) -> Set<String> {
        let pattern =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:package |internal |private |public )?import (?:struct |enum |class |protocol |func |typealias )?(\w+)/
        return Set(
            file.code.compactMap { line in
                guard line.contains("import ") else { return nil }
                return line.firstMatch(of: pattern).map { String($0.1) }
            })
    }
}
