import CPostgres

/// PostgreSQL's SQLSTATEs as `StorageError`. Only messages that can hold no value of a row are passed on.
///
/// Source: PostgreSQL 15, Appendix A, error codes.
enum PostgresFailure {
    /// Why a connection did not come to be.
    static func connecting(_ handle: OpaquePointer, address: String) -> StorageError {
        let message = firstLine(PQerrorMessage(handle))
        // libpq gives no SQLSTATE for a connection that failed, only the server's words.
        if message.contains("authentication failed") || message.contains("no password supplied")
            || message.contains("no pg_hba.conf entry")
            || message.contains("role \"") && message.contains("does not exist")
        {
            return StorageError(.refused, address)
        }
        if message.contains("database \""), message.contains("does not exist") {
            return StorageError(.noDatabase, address)
        }
        return StorageError(.unreachable, address, detail: message)
    }

    /// Why a statement did not run.
    static func running(_ result: OpaquePointer?, on handle: OpaquePointer, address: String) -> StorageError {
        guard PQstatus(handle) == CONNECTION_OK else { return StorageError(.unreachable, address) }
        let state = field(result, "C") ?? ""
        let message = field(result, "M") ?? firstLine(PQerrorMessage(handle))
        switch state {
        // Two programs that make the same table at once collide in the catalogue.
        case "23505" where field(result, "s") == "pg_catalog": return StorageError(.contended, address)
        case "40001", "40P01": return StorageError(.contended, address)
        case "23505": return StorageError(.conflict, constraint(in: result))
        case "25006": return StorageError(.readOnly, address)
        case "53100": return StorageError(.diskFull, address)
        // The server ends, starts, or has ended a session that sat in a transaction for too long.
        case "57P01", "57P02", "57P03", "25P03": return StorageError(.unreachable, address)
        case "55P03": return StorageError(.busy, address)
        case "0A000" where message.contains("cached plan"):
            // A migration elsewhere changed a table under a prepared statement.
            return StorageError(.contended, address, detail: stalePlan)
        case "XX001", "XX002": return StorageError(.corrupt, address, detail: message)
        case "58030": return StorageError(.inputOutput, address, detail: message)
        default: break
        }
        switch state.prefix(2) {
        case "23": return StorageError(.constraint, constraint(in: result))
        // The message quotes values: "invalid input syntax for type bigint: …".
        case "22": return StorageError(.statement, address, detail: "SQLSTATE \(state)")
        default: return StorageError(.statement, address, detail: "\(message), SQLSTATE \(state)")
        }
    }

    static let stalePlan = "stale plan"

    private static func constraint(in result: OpaquePointer?) -> String {
        let table = field(result, "t") ?? "?"
        // The constraint, or the column of a NOT NULL.
        return table + "." + (field(result, "n") ?? field(result, "c") ?? "?")
    }

    /// One of PG_DIAG_…, which are character constants that Swift does not import.
    private static func field(_ result: OpaquePointer?, _ code: Unicode.Scalar) -> String? {
        PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }

    private static func firstLine(_ message: UnsafeMutablePointer<CChar>?) -> String {
        guard let message else { return "" }
        return String(String(cString: message).prefix { $0 != "\n" })
    }
}
