import Basics
import Secrets

/// A backup as a file: a tar archive of the database's file and, after it, `manifest.json`.
struct BackupFile {
    static let payloadOffset = Int64(TarHeader.length)
    private static let manifestName = "manifest.json"
    private static let manifestSizeMax: Int64 = 1 << 20

    let file: OpenFile
    let manifest: BackupManifest

    /// Opens a backup and reads its manifest, not yet the rest.
    ///
    /// - Throws: `FileError`, `BackupError`.
    init(reading path: String) throws {
        file = try OpenFile(reading: path)
        guard let payload = try Self.header(in: file, at: 0), payload.name.hasPrefix("database.") else {
            throw BackupError.notABackup(path)
        }
        let place = Self.payloadOffset + TarHeader.padded(payload.size)
        guard let header = try Self.header(in: file, at: place), header.name == Self.manifestName,
            header.size <= Self.manifestSizeMax
        else { throw BackupError.damaged(path) }
        let bytes = try file.read(at: place + Int64(TarHeader.length), count: Int(header.size))
        manifest = try BackupManifest(parsing: bytes, of: path)
        guard manifest.length == payload.size, payload.name == BackupManifest.payloadName(manifest.engine) else {
            throw BackupError.damaged(path)
        }
    }

    /// Reads all of the database's file and compares it with what the manifest says.
    /// - Throws: `backup.damaged`.
    func check() throws {
        guard try Self.sha256(of: manifest.length, in: file) == manifest.sha256 else {
            throw BackupError.damaged(file.path)
        }
    }

    static func sha256(of length: Int64, in file: OpenFile) throws -> String {
        var sum = Checksum()
        try file.forEachPiece(at: payloadOffset, length: length) { piece, _ in sum.add(piece) }
        return sum.hexadecimal
    }

    /// Writes what stands around the database's file, which is there already.
    static func complete(_ file: OpenFile, with manifest: BackupManifest) throws {
        let seconds = manifest.createdAt.microseconds / 1_000_000
        let payload = TarHeader(name: BackupManifest.payloadName(manifest.engine), size: manifest.length)
        try file.write(payload.bytes(at: seconds), at: 0)
        var json = manifest.json
        let header = TarHeader(name: manifestName, size: Int64(json.count))
        json += [UInt8](repeating: 0, count: Int(TarHeader.padded(header.size)) - json.count)
        let end = payloadOffset + manifest.length
        let place = payloadOffset + TarHeader.padded(manifest.length)
        try file.write([UInt8](repeating: 0, count: Int(place - end)), at: end)
        // Two empty blocks end a tar archive.
        try file.write(header.bytes(at: seconds) + json + [UInt8](repeating: 0, count: 1024), at: place)
    }

    private static func header(in file: OpenFile, at place: Int64) throws -> TarHeader? {
        TarHeader(parsing: try file.read(at: place, count: TarHeader.length))
    }
}
