import Basics
import Foundation

/// What `ponte demo` keeps between two runs, besides its database and its store: the store's address.
struct DemoState: Sendable {
    var port: Int

    /// The state of an earlier run; nil when there was none.
    /// - Throws: `CommandError` when the file is there and cannot be read.
    static func load(from path: String) throws -> DemoState? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let bytes = try SmallFile.read(path, sizeMax: 4096)
        do {
            return DemoState(port: Int(try JSONDocument(parsing: bytes).root.integer("port")))
        } catch {
            throw CommandError.damagedDemo(path)
        }
    }

    func save(to path: String) throws {
        var writer = JSONWriter()
        writer.object { $0.member("port", port) }
        do {
            try Data(writer.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandError.unwritableFolder(path)
        }
    }
}
