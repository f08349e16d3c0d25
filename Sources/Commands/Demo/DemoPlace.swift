import Foundation

/// The files of a demo.
struct DemoPlace: Sendable {
    /// Absolute.
    let folder: String

    /// Whether it is the one that `ponte demo` takes unasked.
    var isUsual: Bool { folder == URL(fileURLWithPath: Self.usual).standardizedFileURL.path }
    static let usual = ".demo"

    var database: String { folder + "/ponte.db" }
    var state: String { folder + "/demo.json" }
    /// Of the console's login.
    var password: String { folder + "/console-password" }
    var credentials: String { folder + "/sandbox.json" }
    /// The state of the made-up store.
    var store: String { folder + "/store.jsonl" }

    /// Makes the folder, for its owner only, if it is not there.
    /// - Throws: `CommandError` when it cannot be made.
    init(folder: String) throws {
        let absolute = URL(fileURLWithPath: folder).standardizedFileURL.path
        do {
            try FileManager.default.createDirectory(
                atPath: absolute, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandError.unwritableFolder(absolute)
        }
        self.folder = absolute
    }
}
