import Basics
import Foundation

/// What `ponte demo` keeps between two runs, besides its database: where its sandbox stands.
struct DemoState: Sendable {
    var port: Int
    var seed: UInt64

    static let first = DemoState(port: 0, seed: 20_261_122)

    /// The state of an earlier run; nil when there was none.
    /// - Throws: `CommandError` when the file is there and cannot be read.
    static func load(from path: String) throws -> DemoState? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let bytes = try SmallFile.read(path, sizeMax: 4096)
        do {
            let root = try JSONDocument(parsing: bytes).root
            return DemoState(
                port: Int(try root.integer("port")), seed: UInt64(clamping: try root.integer("seed")))
        } catch {
            throw CommandError.damagedDemo(path)
        }
    }

    func save(to path: String) throws {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("port", port)
            writer.member("seed", Int64(clamping: seed))
        }
        do {
            try Data(writer.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandError.unwritableFolder(path)
        }
    }
}
