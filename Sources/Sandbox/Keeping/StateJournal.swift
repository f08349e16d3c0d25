import Basics
import Foundation
import Glibc
import Synchronization

/// A state file: what a store is, then a line for each thing that happens in it.
///
/// A line counts once its end is written, so that a program that is killed loses at most the line it was writing. Each
/// start writes the file anew, without what later lines have made obsolete. One sandbox has the file at a time.
final class StateJournal: Sendable {
    private struct File {
        var descriptor: Int32
        /// The length up to the end of the last whole line.
        var length: Int64
    }

    private let path: String
    private let file: Mutex<File>
    /// What the file says of an earlier run; nil when it is new.
    let kept: KeptStore?

    /// Opens the file, or makes it with mode 0600.
    ///
    /// - Throws: `SandboxError` when it cannot be read or written, is damaged, or another sandbox has it.
    init(path: String) throws {
        self.path = path
        let descriptor = try Self.openAlone(path)
        do {
            kept = try Self.read(path)
        } catch {
            close(descriptor)
            throw error
        }
        file = Mutex(File(descriptor: descriptor, length: 0))
    }

    deinit { file.withLock { _ = close($0.descriptor) } }

    /// Writes the file anew with nothing but `store`, whole or not at all.
    ///
    /// - Throws: `SandboxError.stateNotWritten`.
    func begin(_ store: KeptStore) throws {
        let scratch = path + ".\(Tokens.hexadecimal(bytes: 4)).tmp"
        let bytes = store.lines.reduce(into: [UInt8]()) { $0 += $1.bytes + [10] }
        let descriptor = open(scratch, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(errno) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, Self.write(bytes, to: descriptor), fsync(descriptor) == 0,
            rename(scratch, path) == 0
        else {
            let failure = failure(errno)
            close(descriptor)
            unlink(scratch)
            throw failure
        }
        file.withLock { file in
            close(file.descriptor)
            file = File(descriptor: descriptor, length: Int64(bytes.count))
        }
    }

    /// Adds a line. What it says may be shown to others afterwards only.
    ///
    /// - Throws: `SandboxError.stateNotWritten`; the file is as it was before.
    func append(_ line: JSON) throws {
        let bytes = line.bytes + [10]
        try file.withLock { file in
            guard Self.write(bytes, to: file.descriptor) else {
                let failure = failure(errno)
                _ = ftruncate(file.descriptor, off_t(file.length))
                throw failure
            }
            file.length += Int64(bytes.count)
        }
    }

    private func failure(_ number: Int32) -> SandboxError {
        .stateNotWritten(path: path, reason: String(cString: strerror(number)))
    }

    /// The file with an exclusive lock, made if it is not there.
    private static func openAlone(_ path: String) throws -> Int32 {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else {
                throw SandboxError.stateNotWritten(path: path, reason: String(cString: strerror(errno)))
            }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                close(descriptor)
                throw SandboxError.stateInUse(path: path)
            }
            var mine = stat()
            var current = stat()
            if fstat(descriptor, &mine) == 0, stat(path, &current) == 0, mine.st_ino == current.st_ino {
                return descriptor
            }
            // Another sandbox wrote the file anew between our opening it and our lock.
            close(descriptor)
        }
    }

    private static func read(_ path: String) throws -> KeptStore? {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SandboxError.fileUnreadable(path: path, reason: String(cString: strerror(errno)))
        }
        // What follows the last line end is a line whose writer was killed.
        guard let end = data.lastIndex(of: 10) else { return nil }
        var store: KeptStore?
        for (position, line) in data[..<end].split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            do {
                let document = try JSONDocument(parsing: Array(line))
                if store == nil {
                    store = try KeptStore(first: document.root)
                } else {
                    try store?.apply(document.root)
                }
            } catch {
                throw SandboxError.stateDamaged(path: path, line: position + 1)
            }
        }
        return store
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: sent), bytes.count - sent)
            }
            if count >= 0 {
                sent += count
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }
}
