import Commerce
import Storage

/// How many records of each kind a connection has, kept with every batch.
enum RecordCounts {
    static func add(
        _ balance: [RecordKind: Int], of connection: ConnectionID, in scope: OrganizationScope,
        _ transaction: any Transaction
    ) throws {
        for (kind, difference) in balance.sorted(by: { $0.key.rawValue < $1.key.rawValue }) where difference != 0 {
            // Not an upsert: a difference below zero would fail the new row's CHECK before it meets the old one.
            let changed = try transaction.execute(
                """
                UPDATE record_counts SET records = records + \(difference)
                WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                    AND kind = \(kind.rawValue)
                """)
            guard changed == 0 else { continue }
            try transaction.execute(
                """
                INSERT INTO record_counts (organization_id, connection_id, kind, records)
                VALUES (\(scope.organizationID), \(connection), \(kind.rawValue), \(difference))
                """)
        }
    }
}

extension RecordStore {
    /// How many records of each kind are stored and not deleted; as cheap for a million as for one.
    ///
    /// - Parameter connection: nil for all of the organization's. Kinds of which there never was one are left out.
    package func counts(
        of connection: ConnectionID?, in transaction: any Transaction
    ) throws -> [RecordKind: Int] {
        let place: SQL = connection.map { " AND connection_id = \($0)" } ?? ""
        var counts: [RecordKind: Int] = [:]
        try transaction.forEach(
            """
            SELECT kind, CAST(SUM(records) AS BIGINT) FROM record_counts
            WHERE organization_id = \(scope.organizationID)\(place) GROUP BY kind
            """
        ) { row in
            if let kind = RecordKind(rawValue: try row.text(0)) { counts[kind] = try row.int(1) }
        }
        return counts
    }
}
