import Basics
import Commerce
import Storage

/// The keys of customers as they are stored, and who shares them.
struct IdentityKeys {
    let scope: OrganizationScope

    init(_ scope: OrganizationScope) { self.scope = scope }

    /// SQLite's own name for the primary key; left to itself it walks all keys of a kind.
    private static let byRecord: StaticString = "sqlite_autoindex_identity_keys_1"
    private static let joining = IdentityKey.Kind.allCases.filter { $0.strength != .trait }.map(\.rawValue)

    /// The keys of these customers; those without any have an empty set.
    func keys(of ids: Set<RecordID>, in transaction: any Transaction) throws -> [RecordID: Set<IdentityKey>] {
        var keys = Dictionary(uniqueKeysWithValues: ids.map { ($0, Set<IdentityKey>()) })
        try transaction.forEach(
            """
            SELECT record_id, kind, value FROM identity_keys
            WHERE organization_id = \(scope.organizationID) AND record_id \(anyOf: ids.map(\.text).sorted())
            """
        ) { row in
            // A kind that a newer Ponte wrote joins nobody here.
            guard let kind = IdentityKey.Kind(rawValue: try row.text(1)) else { return }
            keys[try row.id(0)]?.insert(IdentityKey(kind, try row.text(2)))
        }
        return keys
    }

    /// Everybody whose being one person with somebody may hang on these customers: those who share a key with them,
    /// those who share a key with those, and so on, with their keys.
    ///
    /// What more than `IdentityPartition.sharedMax` others share leads nowhere: it joined nobody before these customers had
    /// it, and joins nobody now.
    func neighbourhood(
        of touched: Set<RecordID>, in transaction: any Transaction
    ) throws -> [RecordID: Set<IdentityKey>] {
        var known = try keys(of: touched, in: transaction)
        var fresh = touched
        while !fresh.isEmpty {
            let found = try neighbours(of: fresh, besides: touched, in: transaction).subtracting(known.keys)
            guard !found.isEmpty else { break }
            known.merge(try keys(of: found, in: transaction)) { _, new in new }
            fresh = found
        }
        return known
    }

    /// Those who share a key with `ids` that at most a few have besides `touched`.
    func neighbours(
        of ids: Set<RecordID>, besides touched: Set<RecordID>, in transaction: any Transaction
    ) throws -> Set<RecordID> {
        guard !ids.isEmpty else { return [] }
        let most = IdentityPartition.sharedMax + touched.count
        var holders: [IdentityKey: Set<RecordID>] = [:]
        try transaction.forEach(
            """
            SELECT k.kind, k.value, o.record_id
            FROM (SELECT DISTINCT kind, value FROM identity_keys\(indexedBy: Self.byRecord)
                WHERE organization_id = \(scope.organizationID) AND record_id \(anyOf: ids.map(\.text).sorted())
                    AND kind \(anyOf: Self.joining)) AS k
            CROSS JOIN identity_keys o\(indexedBy: "identity_keys_by_value")
            WHERE o.organization_id = \(scope.organizationID) AND o.kind = k.kind AND o.value = k.value
                AND (SELECT COUNT(*) FROM (
                    SELECT 1 FROM identity_keys c\(indexedBy: "identity_keys_by_value")
                    WHERE c.organization_id = \(scope.organizationID) AND c.kind = k.kind AND c.value = k.value
                    LIMIT \(most + 1)) AS few) <= \(most)
            """
        ) { row in
            guard let kind = IdentityKey.Kind(rawValue: try row.text(0)) else { return }
            holders[IdentityKey(kind, try row.text(1)), default: []].insert(try row.id(2))
        }
        return holders.values.reduce(into: []) { all, sharing in
            if sharing.subtracting(touched).count <= IdentityPartition.sharedMax { all.formUnion(sharing) }
        }
    }
}
