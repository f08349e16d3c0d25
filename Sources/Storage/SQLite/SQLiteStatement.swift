import GRDBSQLite

/// A prepared statement, bound and stepped by SQLite's own functions: GRDB's record layer costs four to seven times more.
struct SQLiteStatement {
    let handle: OpaquePointer

    /// Ends what runs and lets go of what is bound.
    func clear() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    /// Binds `values` and calls `body` while their memory stands still, so that SQLite need not copy any of it.
    func withBound<Result>(
        _ values: ArraySlice<SQLValue>, from position: Int32 = 1, _ body: () throws -> Result
    ) throws -> Result {
        guard let value = values.first else { return try body() }
        let rest = values.dropFirst()
        switch value {
        case .null:
            sqlite3_bind_null(handle, position)
        case .integer(let number):
            sqlite3_bind_int64(handle, position, number)
        case .text(let text):
            return try text.withContiguousUTF8 { bytes in
                if let start = bytes.baseAddress, memchr(start, 0, bytes.count) != nil {
                    throw StorageError(.nulInText, String(position))
                }
                // Safe because the bytes outlive `body`, and every statement is reset and cleared after it.
                sqlite3_bind_text(
                    handle, position, bytes.assumingMemoryBound(to: CChar.self).baseAddress, Int32(bytes.count), nil)
                return try withBound(rest, from: position + 1, body)
            }
        case .bytes(let bytes) where bytes.isEmpty:
            // A blob without an address would be NULL.
            sqlite3_bind_zeroblob(handle, position, 0)
        case .bytes(let bytes):
            return try bytes.withUnsafeBytes { bytes in
                // Safe because the bytes outlive `body`, and every statement is reset and cleared after it.
                sqlite3_bind_blob(handle, position, bytes.baseAddress, Int32(bytes.count), nil)
                return try withBound(rest, from: position + 1, body)
            }
        }
        return try withBound(rest, from: position + 1, body)
    }
}

extension String {
    /// The text's bytes without a copy where Swift keeps them in one piece (always, but for bridged strings).
    func withContiguousUTF8<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        if let result = try utf8.withContiguousStorageIfAvailable({ try body(UnsafeRawBufferPointer($0)) }) {
            return result
        }
        return try Array(utf8).withUnsafeBytes(body)
    }
}

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
