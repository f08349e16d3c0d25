import GRDBSQLite

/// The columns of the row that a statement stands on.
struct SQLiteCells: RowCells {
    let handle: OpaquePointer

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    func integer(_ column: Int) throws -> Int64 {
        try expect(SQLITE_INTEGER, at: column)
        return sqlite3_column_int64(handle, Int32(column))
    }

    func text(_ column: Int) throws -> String {
        try expect(SQLITE_TEXT, at: column)
        let start = sqlite3_column_text(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) throws -> [UInt8] {
        Array(try lying(column))
    }

    func lying(_ column: Int) throws -> UnsafeRawBufferPointer {
        try expect(SQLITE_BLOB, at: column)
        let start = sqlite3_column_blob(handle, Int32(column))
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
    }

    private func expect(_ type: Int32, at column: Int) throws {
        let found = sqlite3_column_type(handle, Int32(column))
        guard found != type else { return }
        let name = sqlite3_column_name(handle, Int32(column)).map(String.init(cString:)) ?? ""
        throw StorageError(
            .unexpectedColumn, "\(column) \(name)", detail: "\(Self.name(of: type)) asked, \(Self.name(of: found)) held"
        )
    }

    private static func name(of type: Int32) -> String {
        switch type {
        case SQLITE_INTEGER: "integer"
        case SQLITE_FLOAT: "float"
        case SQLITE_TEXT: "text"
        case SQLITE_BLOB: "bytes"
        default: "null"
        }
    }
}
