/// Where a pass of a filter copies to: runs of bytes that are kept, each copied once.
struct JSONFilterSink {
    /// As long as the source: what is kept is never longer.
    let target: UnsafeMutablePointer<UInt8>
    let source: UnsafePointer<UInt8>

    /// Bytes in `target`.
    private(set) var written = 0
    /// What lies between here and the pass's position is kept and not copied yet.
    private var runStart = 0

    init(_ target: UnsafeMutablePointer<UInt8>, from source: UnsafePointer<UInt8>) {
        self.target = target
        self.source = source
    }

    /// Length of what is kept up to `position`, copied or not.
    func length(at position: Int) -> Int { written + (position - runStart) }

    mutating func flush(at position: Int) { rewind(to: length(at: position), at: position) }

    /// Forgets what was kept beyond `length`, and goes on keeping from `position`.
    mutating func rewind(to length: Int, at position: Int) {
        if length > written {
            (target + written).update(from: source + runStart, count: length - written)
        }
        written = length
        runStart = position
    }

    /// Leaves out what lies between what is flushed and `position`.
    mutating func skip(to position: Int) { runStart = position }
}

/// How far a sink had come within a container, so that an entry can be taken back with its comma.
struct JSONFilterMark {
    /// After the last entry that stays; -1 while there is none.
    private var afterKept = -1
    private var beforeFirst: Int

    init(_ sink: JSONFilterSink, at position: Int) { beforeFirst = sink.length(at: position) }

    /// One that goes takes the comma before it along.
    mutating func close(isRemoved: Bool, _ sink: inout JSONFilterSink, at position: Int) {
        if isRemoved {
            sink.rewind(to: afterKept >= 0 ? afterKept : beforeFirst, at: position)
        } else {
            afterKept = sink.length(at: position)
        }
    }

    /// After a comma: when nothing before it is kept, all up to the next entry goes.
    mutating func passComma(_ sink: inout JSONFilterSink, at position: Int) {
        guard afterKept < 0 else { return }
        sink.rewind(to: beforeFirst, at: position)
        beforeFirst = sink.length(at: position)
    }
}
