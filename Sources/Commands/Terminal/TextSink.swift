import Glibc
import Synchronization

/// Somewhere that text goes: standard output, standard error, a test's memory.
package protocol TextSink: Sendable {
    /// Writes all of `bytes`.
    /// - Throws: `CommandError` when the other side is gone or full.
    func write(_ bytes: [UInt8]) throws
}

/// An open file descriptor of the process.
package struct DescriptorSink: TextSink {
    let descriptor: Int32

    package func write(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(descriptor, buffer.baseAddress?.advanced(by: sent), bytes.count - sent)
            }
            if count >= 0 {
                sent += count
            } else if errno == EAGAIN {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = poll(&waiting, 1, -1)
            } else if errno != EINTR {
                throw CommandError.outputFailed(errno)
            }
        }
    }
}

/// Text kept in memory.
package final class MemorySink: TextSink {
    private let kept = Mutex<[UInt8]>([])

    package init() {}

    package var text: String { kept.withLock { String(decoding: $0, as: UTF8.self) } }

    package func write(_ bytes: [UInt8]) { kept.withLock { $0 += bytes } }
}
