import Glibc

/// An open file, read and written at places that the caller names: it has no position, so tasks may share it.
///
/// It is closed when nobody has it any more. Everything throws `FileError`.
package final class OpenFile: Sendable {
    package let path: String
    package let descriptor: Int32

    /// Opens a file that is there, to be read.
    package init(reading path: String) throws(FileError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.error(path) }
    }

    /// Makes a new file of mode 0600; one that is there stays as it is, and `file.taken` is thrown.
    package init(creating path: String) throws(FileError) {
        self.path = path
        descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.error(path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// In bytes.
    package func size() throws(FileError) -> Int64 {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.error(path) }
        return Int64(status.st_size)
    }

    /// Up to `count` bytes from `offset`; fewer only at the file's end.
    package func read(at offset: Int64, count: Int) throws(FileError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var length = 0
        while length < count {
            let got = bytes.withUnsafeMutableBytes {
                pread(descriptor, $0.baseAddress?.advanced(by: length), count - length, off_t(offset) + length)
            }
            if got < 0 && errno == EINTR { continue }
            guard got >= 0 else { throw Self.error(path) }
            if got == 0 { break }
            length += got
        }
        bytes.removeLast(count - length)
        return bytes
    }

    package func write(_ bytes: [UInt8], at offset: Int64) throws(FileError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress?.advanced(by: written), $0.count - written, off_t(offset) + written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw Self.error(path) }
            written += count
        }
    }

    /// Hands on `length` bytes from `offset`, a megabyte at a time.
    /// - Throws: what `body` throws; `file.failed` when the file is shorter; `CancellationError`.
    package func forEachPiece(at offset: Int64, length: Int64, _ body: ([UInt8], Int64) throws -> Void) throws {
        var done: Int64 = 0
        while done < length {
            try Task.checkCancellation()
            let piece = try read(at: offset + done, count: Int(min(1 << 20, length - done)))
            guard !piece.isEmpty else { throw FileError(.failed, path: path, reason: "cut off") }
            try body(piece, done)
            done += Int64(piece.count)
        }
    }

    /// Waits until what was written is on the disk.
    package func sync() throws(FileError) {
        guard fsync(descriptor) == 0 else { throw Self.error(path) }
    }

    /// What the operating system has just said of `path`.
    static func error(_ path: String) -> FileError {
        let problem: FileError.Problem =
            switch errno {
            case ENOENT, ENOTDIR: .missing
            case EEXIST: .taken
            case EACCES, EPERM, EROFS: .noPermission
            case ENOSPC, EDQUOT: .diskFull
            default: .failed
            }
        return FileError(problem, path: path, reason: String(cString: strerror(errno)))
    }
}
