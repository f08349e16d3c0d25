import Basics
import CPostgres
import Dispatch

/// One connection of libpq with a queue of its own: libpq blocks, so it never runs on a cooperative thread.
///
/// It connects when first used, and anew when the server has dropped it.
final class PostgresConnection: @unchecked Sendable {
    // Safe because everything below is touched on `queue` only.
    private let queue: DispatchQueue
    private let url: Secret
    let address: String
    private var handle: OpaquePointer?
    private var statements = PreparedStatements()

    init(url: Secret, address: String) {
        self.url = url
        self.address = address
        queue = DispatchQueue(label: "ponte.postgres")
    }

    deinit {
        // Safe because nobody else has it any more.
        if let handle { PQfinish(handle) }
    }

    /// Runs `body` on the connection's queue.
    func run<Value: Sendable>(_ body: @escaping @Sendable (PostgresConnection) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body(self) }) }
        }
    }

    /// Connects if there is no usable connection.
    /// - Throws: `storage.unreachable`, `storage.refused`, `storage.no_database`.
    func connect() throws {
        if let handle {
            guard PQstatus(handle) != CONNECTION_OK || PQtransactionStatus(handle) != PQTRANS_IDLE else { return }
            disconnect()
        }
        // What stands before `dbname` gives way to what the URL says; what stands after it does not.
        let opened = url.reveal { url in
            PostgresParameters.connect([
                ("fallback_application_name", "ponte"),
                ("connect_timeout", "10"),
                ("keepalives_idle", "30"),
                ("keepalives_interval", "10"),
                ("keepalives_count", "3"),
                ("tcp_user_timeout", "30000"),
                // A stopped node must not hold its locks for long; a body takes well under a second.
                ("options", "-c statement_timeout=300000 -c idle_in_transaction_session_timeout=10000"),
                ("dbname", url),
                ("client_encoding", "UTF8"),
            ])
        }
        guard let opened else { throw StorageError(.unreachable, address, detail: "libpq") }
        guard PQstatus(opened) == CONNECTION_OK else {
            defer { PQfinish(opened) }
            throw PostgresFailure.connecting(opened, address: address)
        }
        // Notices ("already exists, skipping") would go to standard error.
        PQsetNoticeProcessor(opened, { _, _ in }, nil)
        handle = opened
    }

    func disconnect() {
        if let handle { PQfinish(handle) }
        handle = nil
        statements = PreparedStatements()
    }

    /// Whether the connection broke: what ran on it has come to nothing, unless it was a COMMIT.
    var isLost: Bool { handle.map { PQstatus($0) != CONNECTION_OK } ?? true }

    /// Runs text without values or rows, as BEGIN.
    /// - Returns: the command's tag, as `COMMIT`.
    @discardableResult
    func run(_ text: String) throws -> String {
        let handle = try open()
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        guard let result, PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
            throw PostgresFailure.running(result, on: handle, address: address)
        }
        return String(cString: PQcmdStatus(result))
    }

    /// Runs `text` as a prepared statement and hands its whole result to `body`.
    func run<Value>(
        _ text: String, _ parameters: PostgresParameters, _ body: (OpaquePointer) throws -> Value
    ) throws -> Value {
        let handle = try open()
        let name = try prepared(text, parameters.types, on: handle)
        let result = parameters.withPointers { values, lengths, formats in
            PQexecPrepared(handle, name, Int32(parameters.types.count), values, lengths, formats, 1)
        }
        defer { PQclear(result) }
        guard let result, PQresultStatus(result) == PGRES_COMMAND_OK || PQresultStatus(result) == PGRES_TUPLES_OK else {
            throw PostgresFailure.running(result, on: handle, address: address)
        }
        return try body(result)
    }

    private func open() throws -> OpaquePointer {
        guard let handle else { throw StorageError(.unreachable, address) }
        return handle
    }

    private func prepared(_ text: String, _ types: [Oid], on handle: OpaquePointer) throws -> String {
        if let name = statements.find(text, types) { return name }
        if let old = statements.makeRoom() { try run("DEALLOCATE \(old)") }
        let name = statements.nextName()
        let result = PQprepare(handle, name, text, Int32(types.count), types)
        defer { PQclear(result) }
        guard let result, PQresultStatus(result) == PGRES_COMMAND_OK else {
            throw PostgresFailure.running(result, on: handle, address: address)
        }
        statements.keep(name, text, types)
        return name
    }
}
