import CPostgres

/// The values of one statement in PostgreSQL's binary form, one after the other in one piece of memory.
struct PostgresParameters {
    private(set) var types: [Oid] = []
    private var memory: [UInt8] = []
    /// Where a value begins in `memory`; nil for NULL.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    init(_ parameters: [SQLParameter]) throws {
        for parameter in parameters {
            switch parameter {
            case .value(let value): try append(value)
            case .texts(let texts):
                try appendArray(of: PostgresType.text, as: PostgresType.textArray, texts.map(SQLValue.text))
            }
        }
    }

    /// One array a column over the rows of `range`.
    init(_ rows: BulkRows, _ range: Range<Int>) throws {
        let width = rows.columns.count
        memory.reserveCapacity(rows.byteCount(of: range) + range.count * width * 4 + width * 20)
        for (position, column) in rows.columns.enumerated() {
            let values = range.lazy.map { rows.values[$0 * width + position] }
            switch column.type {
            case .key, .text: try appendArray(of: PostgresType.text, as: PostgresType.textArray, values)
            case .integer: try appendArray(of: PostgresType.integer, as: PostgresType.integerArray, values)
            case .bytes: try appendArray(of: PostgresType.bytes, as: PostgresType.bytesArray, values)
            }
        }
    }

    func withPointers<Result>(
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?) -> Result
    ) -> Result {
        memory.withUnsafeBytes { memory in
            // Never nil for a value, even an empty one: a null pointer means NULL.
            let base = memory.assumingMemoryBound(to: CChar.self).baseAddress
            let pointers = starts.map { start in start.flatMap { start in base.map { $0 + start } } }
            return body(pointers, lengths, [Int32](repeating: 1, count: types.count))
        }
    }

    private mutating func append(_ value: SQLValue) throws {
        let start = memory.count
        switch value {
        case .null:
            types.append(PostgresType.unknown)
            starts.append(nil)
            lengths.append(0)
            return
        case .integer: types.append(PostgresType.integer)
        case .text: types.append(PostgresType.text)
        case .bytes: types.append(PostgresType.bytes)
        }
        try appendBody(of: value)
        starts.append(start)
        lengths.append(Int32(memory.count - start))
        // An empty value at the very end needs an address too.
        if memory.count == start { memory.append(0) }
    }

    /// Dimensions, whether there are NULLs, the elements' type, their count, the first one's number; then the elements.
    private mutating func appendArray(of type: Oid, as arrayType: Oid, _ values: some Collection<SQLValue>) throws {
        let start = memory.count
        let hasNull = values.contains(.null)
        append(Int32(values.isEmpty ? 0 : 1))
        append(Int32(hasNull ? 1 : 0))
        append(Int32(bitPattern: type))
        if !values.isEmpty {
            append(Int32(values.count))
            append(Int32(1))
        }
        for value in values {
            guard value.matches(type) else {
                throw StorageError(
                    .unexpectedColumn, "\(types.count)", detail: "a value of another type in a bulk write")
            }
            guard value != .null else {
                append(Int32(-1))
                continue
            }
            let lengthStart = memory.count
            append(Int32(0))
            try appendBody(of: value)
            let length = UInt32(memory.count - lengthStart - 4)
            memory[lengthStart] = UInt8(truncatingIfNeeded: length >> 24)
            memory[lengthStart + 1] = UInt8(truncatingIfNeeded: length >> 16)
            memory[lengthStart + 2] = UInt8(truncatingIfNeeded: length >> 8)
            memory[lengthStart + 3] = UInt8(truncatingIfNeeded: length)
        }
        types.append(arrayType)
        starts.append(start)
        lengths.append(Int32(memory.count - start))
    }

    private mutating func appendBody(of value: SQLValue) throws {
        switch value {
        case .null: break
        case .integer(let number): withUnsafeBytes(of: number.bigEndian) { memory.append(contentsOf: $0) }
        case .bytes(let bytes): memory.append(contentsOf: bytes)
        case .text(let text):
            try text.withContiguousUTF8 { bytes in
                if let start = bytes.baseAddress, memchr(start, 0, bytes.count) != nil {
                    throw StorageError(.nulInText, String(types.count))
                }
                memory.append(contentsOf: bytes)
            }
        }
    }

    private mutating func append(_ number: Int32) {
        withUnsafeBytes(of: number.bigEndian) { memory.append(contentsOf: $0) }
    }
}

extension SQLValue {
    fileprivate func matches(_ type: Oid) -> Bool {
        switch self {
        case .null: true
        case .integer: type == PostgresType.integer
        case .text: type == PostgresType.text
        case .bytes: type == PostgresType.bytes
        }
    }
}

extension PostgresParameters {
    /// Opens a connection; the caller asks for its status and finishes it.
    static func connect(_ settings: [(keyword: String, value: String)]) -> OpaquePointer? {
        let keywords = settings.map { strdup($0.keyword) }
        let values = settings.map { strdup($0.value) }
        defer { (keywords + values).forEach { free($0) } }
        return PQconnectdbParams(
            keywords.map { UnsafePointer($0) } + [nil], values.map { UnsafePointer($0) } + [nil], 1)
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
