import Basics
import Foundation

/// A small file of mode 0600 that is there whole or not at all, through a power cut too.
enum KeyFile {
    private static let bytesMax = 64 * 1024

    /// Nil when there is no such file.
    static func read(_ path: String) throws(SecretsError) -> Secret? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw inaccessible(path)
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw inaccessible(path) }
        guard status.st_mode & 0o077 == 0 else {
            throw SecretsError(.masterKeyExposed(path: path, mode: String(status.st_mode & 0o777, radix: 8)))
        }
        var bytes = [UInt8](repeating: 0, count: bytesMax)
        var length = 0
        while length < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Foundation.read(file, $0.baseAddress?.advanced(by: length), $0.count - length)
            }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw inaccessible(path) }
            if count == 0 { break }
            length += count
        }
        return Secret(String(decoding: bytes.prefix(length), as: UTF8.self))
    }

    /// Makes the file; one that is there already stays as it is.
    static func create(_ path: String, lines: [Secret]) throws(SecretsError) {
        try place(path, lines: lines) { temporary throws(SecretsError) in
            guard link(temporary, path) == 0 || errno == EEXIST else { throw inaccessible(path) }
            unlink(temporary)
        }
    }

    /// Makes the file, which must not be there.
    /// - Throws: also `secrets.master_key_inaccessible` when it is.
    static func createNew(_ path: String, lines: [Secret]) throws(SecretsError) {
        try place(path, lines: lines) { temporary throws(SecretsError) in
            guard link(temporary, path) == 0 else { throw inaccessible(path) }
            unlink(temporary)
        }
    }

    static func replace(_ path: String, lines: [Secret]) throws(SecretsError) {
        try place(path, lines: lines) { temporary throws(SecretsError) in
            guard rename(temporary, path) == 0 else { throw inaccessible(path) }
        }
    }

    /// Writes beside `path`, gets it onto the disk, lets `move` give it its name, and gets the name onto the disk.
    private static func place(
        _ path: String, lines: [Secret], move: (String) throws(SecretsError) -> Void
    ) throws(SecretsError) {
        let temporary = "\(path).\(String(UInt64.random(in: .min ... .max), radix: 36)).new"
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw inaccessible(path) }
        do throws(SecretsError) {
            defer { close(file) }
            for line in lines {
                try line.reveal { text throws(SecretsError) in try write(Array((text + "\n").utf8), to: file, path) }
            }
            guard fsync(file) == 0 else { throw inaccessible(path) }
        } catch {
            unlink(temporary)
            throw error
        }
        do throws(SecretsError) { try move(temporary) } catch {
            unlink(temporary)
            throw error
        }
        try syncFolder(of: path)
    }

    private static func write(_ bytes: [UInt8], to file: Int32, _ path: String) throws(SecretsError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Foundation.write(file, $0.baseAddress?.advanced(by: written), $0.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw inaccessible(path) }
            written += count
        }
    }

    private static func syncFolder(of path: String) throws(SecretsError) {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { throw inaccessible(path) }
        defer { close(file) }
        guard fsync(file) == 0 else { throw inaccessible(path) }
    }

    private static func inaccessible(_ path: String) -> SecretsError {
        SecretsError(.masterKeyInaccessible(path: path, reason: String(cString: strerror(errno))))
    }
}
