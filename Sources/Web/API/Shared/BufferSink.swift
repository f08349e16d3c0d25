import Basics
import NIOCore

/// An answer's body, as the rooms below write into it.
struct BufferSink: ByteSink {
    var buffer: ByteBuffer

    init(capacity: Int) {
        buffer = ByteBuffer()
        buffer.reserveCapacity(capacity)
    }

    mutating func append(_ bytes: BytesInPlace) { buffer.writeBytes(bytes) }
}
