import Basics
import NIOCore

/// The small object around the items of a list: `{"items":[…],"next":…}`.
enum Envelope {
    static func opened(capacity: Int) -> BufferSink {
        var sink = BufferSink(capacity: capacity)
        sink.append("{\"items\":[")
        return sink
    }

    /// - Parameter next: letters that JSON does not escape; nil at the list's end.
    static func closed(_ sink: consuming BufferSink, next: String?) -> Answer {
        sink.append("],\"next\":")
        if let next {
            sink.append("\"")
            sink.append(plain: next)
            sink.append("\"}")
        } else {
            sink.append("null}")
        }
        return .json(sink.buffer)
    }

    /// A list that is short and whole.
    static func whole<Item>(_ items: [Item], _ write: (Item, inout JSONWriter) -> Void) -> Answer {
        var writer = JSONWriter(capacity: 256 + items.count * 256)
        writer.object { writer in
            writer.array("items") { writer in
                for item in items { writer.elementObject { write(item, &$0) } }
            }
            writer.null("next")
        }
        return .json(writer.bytes)
    }

    static func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter(capacity: 512)
        writer.object(body)
        return writer.bytes
    }
}
