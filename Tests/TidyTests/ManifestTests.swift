import Foundation
import Testing

/// Package.swift is the map of the house.
@Suite struct ManifestTests {
    @Test func `every target says in one line what it is for`() throws {
        let lines = try Repository.file("Package.swift").lines

        for (index, line) in lines.enumerated() {
            guard line.firstMatch(of: /^ {8}\.(target|executableTarget|systemLibrary)\(/) != nil else { continue }
            let above = lines[index - 1].trimmingCharacters(in: .whitespaces)
            #expect(above.hasPrefix("// ") && !above.hasPrefix("// MARK"), "Package.swift:\(index + 1)")
        }
    }

    @Test func `dependencies are pinned to one version`() throws {
        let dependencies = try Repository.file("Package.swift").lines.filter { $0.contains(".package(url:") }

        #expect(dependencies.allSatisfy { $0.contains("exact: \"") })
        #expect(dependencies.count >= 10)
    }

    @Test func `every room has its tests`() throws {
        let manifest = try Repository.file("Package.swift").text
        let rooms = Set(Repository.swiftSources.map(\.room)).subtracting(["ponte", "TestSupport"])

        for room in rooms {
            #expect(manifest.contains("\"\(room)Tests\""), "\(room) has no test target")
        }
    }
}
