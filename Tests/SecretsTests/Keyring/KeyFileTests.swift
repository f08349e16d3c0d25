import Basics
import Foundation
import Secrets
import TestSupport
import Testing

struct KeyFileTests {
    @Test func `the first run makes a key file that only its owner can read`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/master.key"

            let made = try Keyring.open(file: path, createIfMissing: true)
            let reopened = try Keyring.open(file: path, createIfMissing: false)

            #expect(reopened.ids == made.ids)
            #expect(try mode(of: path) == 0o600)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["master.key"])
        }
    }

    @Test func `a missing key file is not made anew when the caller says so`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/master.key"

            #expect(throws: SecretsError(.masterKeyMissing(path: path))) {
                try Keyring.open(file: path, createIfMissing: false)
            }

            let files = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(files == [])
        }
    }

    @Test(arguments: [0o640, 0o604, 0o644]) func `a key file that others can read is refused`(mode: Int) async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/master.key"
            _ = try Keyring.open(file: path, createIfMissing: true)
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)

            let error = #expect(throws: SecretsError.self) { try Keyring.open(file: path, createIfMissing: true) }

            #expect(error?.problem == .masterKeyExposed(path: path, mode: String(mode, radix: 8)))
            #expect(error?.remedy?[.english] == "Run: chmod 600 \(path)")
        }
    }

    @Test func `processes that start at once end up with one key`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/master.key"

            let ids = try await withThrowingTaskGroup(of: [String].self) { group in
                for _ in 0..<16 { group.addTask { try Keyring.open(file: path, createIfMissing: true).ids } }
                return try await group.reduce(into: Set<[String]>()) { $0.insert($1) }
            }

            #expect(ids.count == 1)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["master.key"])
        }
    }

    @Test func `an added key seals and the older ones still open`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/master.key"
            let first = try Keyring.open(file: path, createIfMissing: true)
            let wrapped = try first.wrap(.generate(), for: "org_a")

            let grown = try Keyring.addKey(toFile: path)

            #expect(grown.ids.first == first.sealingKeyID)
            #expect(grown.ids.count == 2)
            #expect(grown.sealingKeyID != first.sealingKeyID)
            _ = try grown.unwrap(wrapped, for: "org_a")
            #expect(try Keyring.open(file: path, createIfMissing: false).ids == grown.ids)
            #expect(try mode(of: path) == 0o600)
        }
    }

    @Test func `dropping older keys leaves the newest alone`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/master.key"
            _ = try Keyring.open(file: path, createIfMissing: true)
            let grown = try Keyring.addKey(toFile: path)

            let left = try Keyring.dropOlderKeys(inFile: path)

            #expect(left.ids == [grown.sealingKeyID])
            #expect(try Keyring.open(file: path, createIfMissing: false).ids == [grown.sealingKeyID])
        }
    }

    @Test func `a damaged line is named by its number`() async throws {
        try await withTemporaryFolder { folder in
            let path = folder + "/master.key"
            _ = try Keyring.open(file: path, createIfMissing: true)
            var text = try String(contentsOfFile: path, encoding: .utf8)
            text = "# kept since March\n" + text.dropLast(4) + "\n"
            try text.write(toFile: path, atomically: false, encoding: .utf8)

            #expect(throws: SecretsError(.masterKeyUnreadable(source: path, line: 2))) {
                try Keyring.open(file: path, createIfMissing: true)
            }
        }
    }

    @Test func `a folder that is not there is told in the system's words`() {
        let path = "/nonexistent-ponte-folder/master.key"

        let error = #expect(throws: SecretsError.self) { try Keyring.open(file: path, createIfMissing: true) }

        #expect(error?.problem == .masterKeyInaccessible(path: path, reason: "No such file or directory"))
    }

    private func mode(of path: String) throws -> Int {
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        return try #require(attributes[.posixPermissions] as? Int)
    }
}
