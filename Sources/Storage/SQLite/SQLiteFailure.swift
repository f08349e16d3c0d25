import GRDB
import GRDBSQLite

/// SQLite's result codes as `StorageError`.
enum SQLiteFailure {
    /// The error that `connection` has just reported.
    static func error(_ connection: OpaquePointer, file: String) -> any Error {
        error(
            code: sqlite3_extended_errcode(connection),
            message: String(cString: sqlite3_errmsg(connection)), file: file)
    }

    /// GRDB's own errors (opening, closing, preparing) as ours; others as they are.
    static func translated(_ failure: any Error, file: String) -> any Error {
        guard let failure = failure as? DatabaseError else { return failure }
        let message = failure.message ?? ""
        if failure.resultCode == .SQLITE_MISUSE, message.contains("closed") { return StorageError(.closed, file) }
        return error(code: failure.extendedResultCode.rawValue, message: message, file: file)
    }

    private static func error(code: Int32, message: String, file: String) -> any Error {
        switch code & 0xff {
        case SQLITE_INTERRUPT: CancellationError()
        case SQLITE_BUSY, SQLITE_LOCKED: StorageError(.busy, file)
        case SQLITE_FULL: StorageError(.diskFull, file)
        // The shared-memory file of the log cannot grow: on a full disk that comes before SQLITE_FULL.
        case SQLITE_IOERR where code >> 8 == 19: StorageError(.diskFull, file)
        case SQLITE_IOERR: StorageError(.inputOutput, file, detail: "\(message), \(code)")
        case SQLITE_CORRUPT, SQLITE_NOTADB: StorageError(.corrupt, file, detail: message)
        case SQLITE_READONLY: StorageError(.readOnly, file)
        case SQLITE_CANTOPEN, SQLITE_PERM, SQLITE_AUTH: StorageError(.noPermission, file)
        case SQLITE_CONSTRAINT:
            // The messages name table and columns, never the values.
            StorageError(isKey(code) ? .conflict : .constraint, subject(of: message))
        default: StorageError(.statement, file, detail: message)
        }
    }

    /// Primary key, unique index, rowid.
    private static func isKey(_ code: Int32) -> Bool { [6, 8, 10].contains(code >> 8) }

    private static func subject(of message: String) -> String {
        guard let colon = message.firstIndex(of: ":") else { return message }
        return String(message[colon...].dropFirst(2))
    }
}
