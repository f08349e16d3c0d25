import Basics
import Storage

/// How far each reader of an organization's log has come. A cursor moves only from where its reader read, with the
/// lease it read under: no row matched means that somebody else took over, and the transaction rolls back (law 5).
package struct Cursors: Sendable {
    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// A cursor under a lease; `leaseToken` is raised by every claim.
    package struct Held: Hashable, Sendable {
        package let reader: String
        package let position: Int64
        package let leaseToken: Int64
    }

    /// Takes the reader's cursor for `duration`; nil when somebody else holds it. A new cursor starts at `start`.
    package func claim(
        _ reader: String, startingAt start: Int64, for duration: Duration, at instant: Instant,
        in transaction: any Transaction
    ) throws -> Held? {
        try transaction.execute(
            """
            INSERT INTO log_cursors (organization_id, reader, position, lease_token, leased_until)
            VALUES (\(scope.organizationID), \(reader), \(start), 0, \(instant))
            ON CONFLICT (organization_id, reader) DO NOTHING
            """)
        return try transaction.first(
            """
            UPDATE log_cursors SET lease_token = lease_token + 1, leased_until = \(instant + duration)
            WHERE organization_id = \(scope.organizationID) AND reader = \(reader) AND leased_until <= \(instant)
            RETURNING position, lease_token
            """
        ) { Held(reader: reader, position: try $0.integer(0), leaseToken: try $0.integer(1)) }
    }

    /// Holds on to the cursor until `duration` from `instant`: for readers that work longer than one lease.
    ///
    /// - Throws: `RecordsError` with code `records.lease_lost`.
    package func renew(
        _ held: Held, for duration: Duration, at instant: Instant, in transaction: any Transaction
    ) throws {
        let count = try transaction.execute(
            "UPDATE log_cursors SET leased_until = \(instant + duration) WHERE \(isStill(held))")
        guard count == 1 else { throw RecordsError(.leaseLost(reader: held.reader)) }
    }

    /// Moves the cursor within the reader's own transaction.
    /// - Throws: `RecordsError` with code `records.lease_lost` when lease or position are no longer what `held` says.
    package func advance(
        _ held: Held, to position: Int64, in transaction: any Transaction
    ) throws -> Held {
        let count = try transaction.execute(
            "UPDATE log_cursors SET position = \(position) WHERE \(isStill(held))")
        guard count == 1 else { throw RecordsError(.leaseLost(reader: held.reader)) }
        return Held(reader: held.reader, position: position, leaseToken: held.leaseToken)
    }

    /// Lets the cursor go before its lease ends; nothing happens when somebody else has it by now.
    package func release(_ held: Held, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE log_cursors SET leased_until = 0 WHERE \(isStill(held))")
    }

    package func position(of reader: String, in transaction: any Transaction) throws -> Int64? {
        try transaction.first(
            """
            SELECT position FROM log_cursors
            WHERE organization_id = \(scope.organizationID) AND reader = \(reader)
            """
        ) { try $0.integer(0) }
    }

    private func isStill(_ held: Held) -> SQL {
        """
        organization_id = \(scope.organizationID) AND reader = \(held.reader)
            AND lease_token = \(held.leaseToken) AND position = \(held.position)
        """
    }
}
