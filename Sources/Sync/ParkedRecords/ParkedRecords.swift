import Basics
import Commerce
import ConnectorKit
import Records
import Storage

/// The records of one stream besides orders that could not be read or kept, tried again as orders are.
package struct ParkedRecords: Sendable {
    let key: StreamKey

    package init(_ key: StreamKey) { self.key = key }

    /// What is aside.
    package struct Outlook: Hashable, Sendable {
        package var count = 0
        /// When the next one may be tried again; nil when nothing is aside.
        package var retryAt: Instant?
        /// When the one that was left alone longest was last tried.
        package var lastSeenAt: Instant?

        package init() {}
    }

    private var here: SQL { key.matches(kindColumn: "stream") }

    package func outlook(in transaction: any Transaction) throws -> Outlook {
        try transaction.first("SELECT COUNT(*), MIN(retry_at), MIN(last_seen_at) FROM parked_records WHERE \(here)") {
            var outlook = Outlook()
            outlook.count = try $0.int(0)
            outlook.retryAt = try $0.optionalInstant(1)
            outlook.lastSeenAt = try $0.optionalInstant(2)
            return outlook
        } ?? Outlook()
    }

    /// Sets records aside, or counts one more attempt for those that are aside already.
    func park(
        _ troubles: [(link: RecordLink, trouble: Trouble)], at now: Instant, in transaction: any Transaction
    ) throws {
        for (link, trouble) in troubles {
            // No database keeps a NUL, and an id that has one must not hold up its whole batch.
            let externalID = link.externalID.replacing("\0", with: "\u{FFFD}")
            let attempts =
                try transaction.first(
                    """
                    SELECT attempts FROM parked_records
                    WHERE \(here) AND kind = \(link.kind.rawValue) AND external_id = \(externalID)
                    """
                ) { try $0.int(0) } ?? 0
            let retryAt = now + ParkedOrder.pause(after: attempts + 1)
            try transaction.execute(
                """
                INSERT INTO parked_records (organization_id, connection_id, stream, kind, external_id, error_code,
                                            error_pt, error_es, error_en, attempts, first_seen_at, last_seen_at, retry_at)
                VALUES (\(key.scope.organizationID), \(key.connectionID), \(key.kind.rawValue), \(link.kind.rawValue),
                        \(externalID), \(trouble.code), \(trouble.explanation.portuguese),
                        \(trouble.explanation.spanish), \(trouble.explanation.english), 1, \(now), \(now), \(retryAt))
                ON CONFLICT (organization_id, connection_id, stream, kind, external_id) DO UPDATE
                SET error_code = excluded.error_code, error_pt = excluded.error_pt, error_es = excluded.error_es,
                    error_en = excluded.error_en, attempts = parked_records.attempts + 1,
                    last_seen_at = excluded.last_seen_at, retry_at = excluded.retry_at
                """)
        }
    }

    /// Forgets the troubles of records that are stored now, or that the platform does not know any more.
    func settle(_ links: [RecordLink], in transaction: any Transaction) throws {
        for (kind, links) in Dictionary(grouping: links, by: \.kind) {
            try transaction.execute(
                """
                DELETE FROM parked_records
                WHERE \(here) AND kind = \(kind.rawValue) AND external_id \(anyOf: links.map(\.externalID))
                """)
        }
    }

    /// Lets all records of a connection that are aside be tried at once.
    package static func retryNow(
        of connection: ConnectionID, in scope: OrganizationScope, at now: Instant, _ transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE parked_records SET retry_at = \(now)
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection) AND retry_at > \(now)
            """)
    }

    /// Records to try again, in order, after `place`.
    func due(
        at now: Instant, after place: Walk.Place, limit: Int, in transaction: any Transaction
    ) throws -> [RecordLink] {
        try transaction.all(
            """
            SELECT kind, external_id FROM parked_records
            WHERE \(here) AND retry_at <= \(now) AND (kind, external_id) > (\(place.kind), \(place.externalID))
            ORDER BY kind, external_id LIMIT \(limit)
            """, Self.link
        ).compactMap(\.self)
    }

    /// Records that are aside, by kind and id, after `place`.
    package func list(
        after place: Walk.Place = .start, limit: Int, in transaction: any Transaction
    ) throws -> [ParkedRecord] {
        try transaction.all(
            """
            SELECT kind, external_id, attempts, first_seen_at, last_seen_at, retry_at, error_code, error_pt, error_es,
                   error_en
            FROM parked_records
            WHERE \(here) AND (kind, external_id) > (\(place.kind), \(place.externalID))
            ORDER BY kind, external_id LIMIT \(limit)
            """
        ) { row in
            ParkedRecord(
                kind: try row.text(0),
                record: ParkedOrder(
                    externalID: try row.text(1), trouble: try Trouble(row, from: 6), attempts: try row.int(2),
                    firstSeenAt: try row.instant(3), lastSeenAt: try row.instant(4), retryAt: try row.instant(5)))
        }
    }

    private static func link(_ row: Row) throws -> RecordLink? {
        guard let kind = RecordKind(rawValue: try row.text(0)) else { return nil }
        return RecordLink(kind, try row.text(1))
    }
}

/// A record that is aside: as an order, with its kind's raw value.
package struct ParkedRecord: Hashable, Sendable {
    package let kind: String
    package let record: ParkedOrder
}
