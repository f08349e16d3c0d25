import Basics
import Glibc

/// Reads files that a person names on the command line.
enum SmallFile {
    /// The whole file, or standard input for `-`.
    /// - Throws: `CommandError` when it cannot be read or is longer than `sizeMax` bytes.
    static func read(_ path: String, sizeMax: Int) throws -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandError.unreadableFile(path, errno) }
        defer { if path != "-" { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count == 0 { return bytes }
            if count < 0 {
                if errno == EINTR { continue }
                throw CommandError.unreadableFile(path, errno)
            }
            bytes += buffer[..<count]
            guard bytes.count <= sizeMax else { throw CommandError.unreadableFile(path, EFBIG) }
        }
    }
}
