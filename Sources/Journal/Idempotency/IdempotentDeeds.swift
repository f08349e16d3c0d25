import Basics
import Storage

/// Deeds that were asked for by name, with their answers, kept for a day.
package struct IdempotentDeeds: Sendable {
    static let keptFor = Duration.seconds(86_400)
    /// How long a deed that was begun is nobody else's; it takes a fraction of it, or its program has died.
    static let lease = Duration.seconds(120)

    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    package enum Claim: Hashable, Sendable {
        /// Nobody has done it: it is the caller's to do, and to `finish` or `forget`.
        case yours
        case done(KeptAnswer)
        /// Somebody is at it.
        case running
        /// The name was given to another request.
        case mismatched
    }

    package func claim(
        _ deed: IdempotentDeed, at instant: Instant, in transaction: any Transaction
    ) throws -> Claim {
        try transaction.execute(
            """
            DELETE FROM idempotent_deeds
            WHERE organization_id = \(scope.organizationID) AND created_at <= \(instant - Self.keptFor)
            """)
        let inserted = try transaction.execute(
            """
            INSERT INTO idempotent_deeds (organization_id, caller, route, deed_key, request_hash, leased_until, created_at)
            VALUES (\(scope.organizationID), \(deed.caller), \(deed.route), \(deed.key), \(deed.requestHash),
                \(instant + Self.lease), \(instant))
            ON CONFLICT (organization_id, caller, route, deed_key) DO NOTHING
            """)
        if inserted == 1 { return .yours }
        let found = try transaction.first(
            "SELECT request_hash, leased_until, status, body FROM idempotent_deeds WHERE \(isThis(deed))"
        ) { row in
            (
                hash: try row.bytes(0), leasedUntil: try row.instant(1), status: try row.optionalInteger(2),
                body: try row.optionalBytes(3)
            )
        }
        guard let found else { return .running }
        guard found.hash == deed.requestHash else { return .mismatched }
        if let status = found.status { return .done(KeptAnswer(status: Int(status), body: found.body ?? [])) }
        guard found.leasedUntil <= instant else { return .running }
        try transaction.execute(
            "UPDATE idempotent_deeds SET leased_until = \(instant + Self.lease) WHERE \(isThis(deed))")
        return .yours
    }

    /// Keeps the answer of a deed that was done.
    package func finish(_ deed: IdempotentDeed, _ answer: KeptAnswer, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE idempotent_deeds SET status = \(answer.status), body = \(answer.body) WHERE \(isThis(deed))
            """)
    }

    /// Gives the name free: nothing was done.
    package func forget(_ deed: IdempotentDeed, in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM idempotent_deeds WHERE \(isThis(deed)) AND status IS NULL")
    }

    private func isThis(_ deed: IdempotentDeed) -> SQL {
        """
        organization_id = \(scope.organizationID) AND caller = \(deed.caller) AND route = \(deed.route)
            AND deed_key = \(deed.key)
        """
    }
}
