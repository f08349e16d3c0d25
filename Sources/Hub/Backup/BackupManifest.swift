import Basics
import Storage

/// What a backup says of itself.
package struct BackupManifest: Hashable, Sendable {
    static let format = "ponte-backup/1"

    /// Of Ponte, when the backup was made.
    package let version: String
    package let engine: Engine
    package let createdAt: Instant
    /// The number of the newest migration that the database has been through.
    package let schema: Int
    /// The ids of the master keys that open its credentials; the keys themselves are not in it.
    package let masterKeys: [String]
    /// Rows by table.
    package let rows: [String: Int64]
    /// The database's own file: bytes, and SHA-256 in hexadecimal.
    package let length: Int64
    package let sha256: String

    /// The name of the database's file in the archive.
    static func payloadName(_ engine: Engine) -> String {
        engine == .sqlite ? "database.sqlite" : "database.pgdump"
    }
}

extension BackupManifest {
    /// Adds its fields to an object.
    package func write(to writer: inout JSONWriter) {
        writer.member("format", Self.format)
        writer.member("ponte", version)
        writer.member("engine", engine.rawValue)
        writer.member("createdAt", createdAt)
        writer.member("schema", schema)
        writer.array("masterKeys") { writer in
            for key in masterKeys { writer.element(key) }
        }
        writer.object("database") { writer in
            writer.member("file", Self.payloadName(engine))
            writer.member("bytes", length)
            writer.member("sha256", sha256)
        }
        writer.object("rows") { writer in
            for (table, count) in rows.sorted(by: { $0.key < $1.key }) { writer.member(key: table, number: count) }
        }
    }

    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { write(to: &$0) }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    /// - Throws: `BackupError` when it is none, or of a format that this program does not know.
    init(parsing bytes: [UInt8], of path: String) throws {
        do {
            let root = try JSONDocument(parsing: bytes).root
            let format = try root.string("format")
            guard format == Self.format else { throw BackupError.unknownFormat(path, format) }
            guard let engine = Engine(rawValue: try root.string("engine")) else { throw BackupError.damaged(path) }
            version = try root.string("ponte")
            self.engine = engine
            createdAt = try root.instant("createdAt")
            schema = Int(try root.integer("schema"))
            var keys: [String] = []
            try root.forEach("masterKeys") { keys.append(try $0.stringValue()) }
            masterKeys = keys
            var length: Int64 = 0
            var sha256 = ""
            try root.with("database") {
                length = try $0.integer("bytes")
                sha256 = try $0.string("sha256")
            }
            self.length = length
            self.sha256 = sha256
            var rows: [String: Int64] = [:]
            try root.with("rows") { try $0.forEachMember { rows[$0] = try $1.integerValue() } }
            self.rows = rows
        } catch is JSONError {
            throw BackupError.damaged(path)
        }
    }
}
