import Basics
import Storage

/// The audit chain of one organization: what was done to access, credentials and switches, and by whom.
///
/// An entry is written in the transaction of what it tells of, so that neither is there without the other. Each entry's
/// hash covers the one before it: an edited, removed or moved entry shows. A removed end, or a chain written anew,
/// shows against an `AuditAnchor` that is kept elsewhere.
package struct AuditChain: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// Adds an entry, numbered without gaps from 1.
    package func append(
        _ entry: AuditEntry, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws {
        let organization = scope.organizationID
        let head = try head(in: transaction)
        let row = AuditRow(
            number: (head?.number ?? 0) + 1, recordedAt: instant, actor: actor.name, action: entry.action,
            subject: entry.subject, details: AuditDetails.text(of: entry.details),
            previousHash: head?.hash ?? AuditRow.genesis(of: organization))
        let hash = row.hash(in: organization)
        // The head first: writers at the same time meet there, and the later one is run again.
        try transaction.execute(
            """
            INSERT INTO audit_heads (organization_id, number, hash) VALUES (\(organization), \(row.number), \(hash))
            ON CONFLICT (organization_id) DO UPDATE SET number = excluded.number, hash = excluded.hash
            """)
        try transaction.execute(
            """
            INSERT INTO audit_entries
                (organization_id, number, recorded_at, actor, action, subject, details, previous_hash, hash)
            VALUES (\(organization), \(row.number), \(instant), \(row.actor), \(row.action), \(row.subject),
                \(row.details), \(row.previousHash), \(hash))
            """)
    }

    /// The newest entry's number and hash, to be kept outside of the database. Nil while there is no entry.
    package func anchor(at instant: Instant, in transaction: any Transaction) throws -> AuditAnchor? {
        guard let head = try head(in: transaction) else { return nil }
        return AuditAnchor(organizationID: scope.organizationID, number: head.number, hash: head.hash, at: instant)
    }

    /// Entries after `number`, oldest first, as people read them.
    package func entries(after number: Int64, limit: Int, in transaction: any Transaction) throws -> [RecordedEntry] {
        try transaction.all(
            """
            SELECT number, recorded_at, actor, action, subject, details FROM audit_entries
            WHERE organization_id = \(scope.organizationID) AND number > \(number) ORDER BY number LIMIT \(limit)
            """
        ) { row in
            RecordedEntry(
                number: try row.integer(0), recordedAt: try row.instant(1), actor: Actor(try row.text(2)),
                action: try row.text(3), subject: try row.text(4), details: try row.text(5))
        }
    }

    func head(in transaction: any Transaction) throws -> (number: Int64, hash: [UInt8])? {
        try transaction.first(
            "SELECT number, hash FROM audit_heads WHERE organization_id = \(scope.organizationID)"
        ) { (try $0.integer(0), try $0.bytes(1)) }
    }
}

/// An entry as it stands in the chain.
package struct RecordedEntry: Hashable, Sendable {
    package let number: Int64
    package let recordedAt: Instant
    package let actor: Actor
    package let action: String
    package let subject: String
    /// JSON: `[{"field":"state","before":"active","after":"paused"}]`.
    package let details: String
}
