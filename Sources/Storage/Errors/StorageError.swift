import Basics

/// Why the database did not do what it was asked, in words for the person who runs it.
///
/// Neither phrase carries a value of a row: constraint violations name the constraint, never the key.
package struct StorageError: ExplainedError, Hashable, CustomStringConvertible {
    /// The raw value is the error's stable code.
    package enum Kind: String, Sendable, CaseIterable {
        /// Another program held the lock for longer than the timeout. Trying again helps.
        case busy = "storage.busy"
        /// Writers kept getting into each other's way. Trying again helps.
        case contended = "storage.contended"
        case diskFull = "storage.disk_full"
        /// The disk failed to read or write.
        case inputOutput = "storage.io"
        /// The server does not answer. Trying again may help.
        case unreachable = "storage.unreachable"
        /// The server refused user or password.
        case refused = "storage.refused"
        /// The server has no database of that name.
        case noDatabase = "storage.no_database"
        /// The connection broke during COMMIT: the transaction is either written whole or not at all.
        case commitUnknown = "storage.commit_unknown"
        case schemaNewer = "storage.schema_newer"
        case schemaGap = "storage.schema_gap"
        case backupFailed = "storage.backup_failed"
        /// `pg_dump` or `pg_restore` is not on this machine.
        case toolMissing = "storage.tool_missing"
        /// `pg_dump` or `pg_restore` ended with a complaint.
        case toolFailed = "storage.tool_failed"
        case corrupt = "storage.corrupt"
        /// A key is taken.
        case conflict = "storage.conflict"
        /// Another rule of the schema is broken: NOT NULL, CHECK, a foreign key.
        case constraint = "storage.constraint"
        case closed = "storage.closed"
        /// A write inside a read, or a file that may not be written.
        case readOnly = "storage.read_only"
        /// The folder or the file is not there.
        case notFound = "storage.not_found"
        /// The file or its folder may not be opened.
        case noPermission = "storage.no_permission"
        case badURL = "storage.bad_url"
        /// A text holds a NUL byte, which PostgreSQL cannot keep.
        case nulInText = "storage.nul_in_text"
        /// A defect of the program: a column is not what the code expects.
        case unexpectedColumn = "storage.unexpected_column"
        /// A defect of the program: the engine refused a statement.
        case statement = "storage.statement"
    }

    package let kind: Kind
    /// The file, server, constraint or column that it is about; never a value.
    package let subject: String
    /// What the engine said, as far as it can hold no value of a row.
    package let detail: String

    package init(_ kind: Kind, _ subject: String, detail: String = "") {
        self.kind = kind
        self.subject = subject
        self.detail = detail
    }

    package var code: String { kind.rawValue }

    package var isRetryable: Bool {
        switch kind {
        case .busy, .contended, .unreachable, .commitUnknown: true
        default: false
        }
    }

    package var description: String { "\(code): \(text(in: .english))" }
}
