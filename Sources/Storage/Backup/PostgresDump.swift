import Basics
import Dispatch
import Logging

/// A PostgreSQL database out and in, by the server's own programs.
enum PostgresDump {
    /// `pg_dump` and `inspect` look at one snapshot, which this transaction hands out.
    static func write<Value: Sendable>(
        _ database: any Database, by tool: PostgresTool, to file: OpenFile, at offset: Int64,
        inspect: @escaping @Sendable (any Transaction) throws -> Value
    ) async throws -> (length: Int64, found: Value) {
        try await withTaskCancellationHandler {
            try await database.read { transaction in
                // It waits for pg_dump and says nothing meanwhile.
                try transaction.execute("SET LOCAL idle_in_transaction_session_timeout = 0")
                guard let snapshot = try transaction.first("SELECT pg_export_snapshot()", { try $0.text(0) }) else {
                    throw StorageError(.toolFailed, "pg_dump", detail: "no snapshot")
                }
                let found = try inspect(transaction)
                let length = try tool.run(
                    ["--format=custom", "--no-owner", "--no-privileges", "--no-password", "--snapshot=\(snapshot)"],
                    into: file, at: offset)
                return (length, found)
            }
        } onCancel: {
            tool.stop()
        }
    }

    static func isVacant(in transaction: any Transaction) throws -> Bool {
        try transaction.first(
            """
            SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg_toast%'
                AND n.nspname NOT LIKE 'pg_temp%' AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
            LIMIT 1
            """
        ) { _ in true } == nil
    }

    static func read(
        _ url: DatabaseURL, by tool: PostgresTool, from file: OpenFile, at offset: Int64, logger: Logger
    ) async throws {
        let name = try await self.name(of: url, logger: logger)
        let quoted = name.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
        try await withTaskCancellationHandler {
            try await onThread {
                try tool.run(
                    [
                        "--dbname=dbname='\(quoted)'", "--no-owner", "--no-privileges", "--no-password",
                        "--exit-on-error", "--single-transaction",
                    ], from: file, at: offset)
            }
        } onCancel: {
            tool.stop()
        }
    }

    private static func name(of url: DatabaseURL, logger: Logger) async throws -> String {
        let database = try await Databases.open(url, logger: logger)
        let name = try await database.read {
            try $0.first("SELECT CAST(current_database() AS text)") { try $0.text(0) }
        }
        await database.close()
        return name ?? ""
    }

    /// It blocks for as long as the program runs.
    private static func onThread(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(with: Result { try body() }) }
        }
    }
}
