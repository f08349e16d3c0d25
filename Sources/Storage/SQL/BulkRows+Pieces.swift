extension BulkRows {
    /// Roughly the bytes of the values of these rows.
    func byteCount(of range: Range<Int>) -> Int {
        values[range.lowerBound * columns.count..<range.upperBound * columns.count].reduce(0) { $0 + $1.byteCount }
    }

    /// Ranges of rows whose values take about `byteLimit` at most, so that no statement grows without bound.
    func pieces(byteLimit: Int) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = 0
        var bytes = 0
        for row in 0..<count {
            bytes += byteCount(of: row..<row + 1)
            if bytes >= byteLimit {
                pieces.append(start..<row + 1)
                start = row + 1
                bytes = 0
            }
        }
        if start < count { pieces.append(start..<count) }
        return pieces
    }

    /// Only the last of the rows that have the same values in the columns `key`.
    func keepingLast(by key: [Int]) -> BulkRows {
        let width = columns.count
        var last: [[SQLValue]: Int] = [:]
        last.reserveCapacity(count)
        for row in 0..<count { last[key.map { values[row * width + $0] }] = row }
        guard last.count < count else { return self }
        var kept = BulkRows(columns: columns, capacity: last.count)
        for row in last.values.sorted() { kept.append(contentsOf: values[row * width..<(row + 1) * width]) }
        return kept
    }
}

extension SQLValue {
    fileprivate var byteCount: Int {
        switch self {
        case .null: 0
        case .integer: 8
        case .text(let text): text.utf8.count
        case .bytes(let bytes): bytes.count
        }
    }
}
