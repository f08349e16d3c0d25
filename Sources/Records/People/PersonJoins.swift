import Basics
import Commerce
import Storage

/// Keeps which customers of an organization are one person, across its connections.
///
/// A function of the customers' keys and of what people said, so that it does not matter who came in first; a customer who
/// changes may join some and leave others.
struct PersonJoins {
    let scope: OrganizationScope

    init(_ scope: OrganizationScope) { self.scope = scope }

    /// Whoever may be somebody else once the keys of these customers change; to be asked before they do.
    func neighbours(of changing: Set<RecordID>, in transaction: any Transaction) throws -> Set<RecordID> {
        try IdentityKeys(scope).neighbours(of: changing, besides: changing, in: transaction)
    }

    /// Looks again who is whom around these customers.
    ///
    /// - Parameter touched: whose keys are new, and whoever shared the old ones.
    /// - Returns: what changed, for the log: one change for each customer who is another person than before. The first of a
    ///   person's customers, whose id is the person's, has none.
    func settle(_ touched: Set<RecordID>, at instant: Instant, in transaction: any Transaction) throws -> [NewChange] {
        guard !touched.isEmpty else { return [] }
        let keys = try IdentityKeys(scope).neighbourhood(of: touched, in: transaction)
        let ids = Set(keys.keys)
        let separated = try PersonSeparations(scope).separated(among: ids, in: transaction)
        let before = try memberships(of: ids, in: transaction)
        let after = Self.memberships(IdentityPartition(keys, separated: separated).groups, keys)
        try write(after, insteadOf: before, in: transaction)
        return try note(after, insteadOf: before, at: instant, in: transaction)
    }

    private static func memberships(
        _ groups: [RecordID: Set<RecordID>], _ keys: [RecordID: Set<IdentityKey>]
    ) -> [RecordID: PersonMembership] {
        var memberships: [RecordID: PersonMembership] = [:]
        for (person, members) in groups {
            for member in members {
                let others = members.subtracting([member]).reduce(into: Set()) { $0.formUnion(keys[$1] ?? []) }
                let shared = Set(others.intersection(keys[member] ?? []).map(\.kind))
                memberships[member] = PersonMembership(
                    person: person,
                    joinedBy: IdentityKey.Kind.allCases.filter { $0.strength != .trait && shared.contains($0) })
            }
        }
        return memberships
    }

    private func memberships(
        of ids: Set<RecordID>, in transaction: any Transaction
    ) throws -> [RecordID: PersonMembership] {
        var memberships: [RecordID: PersonMembership] = [:]
        try transaction.forEach(
            """
            SELECT record_id, person_id, joined_by FROM person_members
            WHERE organization_id = \(scope.organizationID) AND record_id \(anyOf: ids.map(\.text).sorted())
            """
        ) { row in memberships[try row.id(0)] = try PersonMembership(row, from: 1) }
        return memberships
    }

    private func write(
        _ after: [RecordID: PersonMembership], insteadOf before: [RecordID: PersonMembership],
        in transaction: any Transaction
    ) throws {
        let left = before.keys.filter { after[$0] == nil }.sorted()
        if !left.isEmpty {
            try transaction.execute(
                """
                DELETE FROM person_members
                WHERE organization_id = \(scope.organizationID) AND record_id \(anyOf: left.map(\.text))
                """)
        }
        let differing = after.filter { before[$0.key] != $0.value }.sorted { $0.key < $1.key }
        guard !differing.isEmpty else { return }
        var rows = BulkRows(
            columns: [
                BulkColumn("organization_id", .key), BulkColumn("record_id", .key), BulkColumn("person_id", .key),
                BulkColumn("joined_by", .text),
            ], capacity: differing.count)
        for (id, membership) in differing {
            rows.append(
                scope.organizationID.sqlValue, id.sqlValue, membership.person.sqlValue, .text(membership.kindsText))
        }
        try transaction.insert(
            rows, into: "person_members", onConflict: .update(key: ["organization_id", "record_id"]))
    }

    /// Raises the versions of those who are another person now, or the same by other keys.
    private func note(
        _ after: [RecordID: PersonMembership], insteadOf before: [RecordID: PersonMembership], at instant: Instant,
        in transaction: any Transaction
    ) throws -> [NewChange] {
        let before = before.filter { $0.value.person != $0.key }
        let after = after.filter { $0.value.person != $0.key }
        let moved = Set(before.keys).union(after.keys).filter { before[$0] != after[$0] }
        guard !moved.isEmpty else { return [] }
        var rows = BulkRows(
            columns: [
                BulkColumn("organization_id", .key), BulkColumn("id", .key), BulkColumn("version", .integer),
            ], capacity: moved.count)
        var changes: [NewChange] = []
        try transaction.forEach(
            """
            SELECT id, connection_id, version FROM records
            WHERE organization_id = \(scope.organizationID) AND id \(anyOf: moved.map(\.text).sorted()) ORDER BY id
            """
        ) { row in
            let id: RecordID = try row.id(0)
            let version = try row.integer(2) + 1
            rows.append(scope.organizationID.sqlValue, id.sqlValue, .integer(version))
            changes.append(
                NewChange(
                    recordKind: RecordKind.customer.rawValue, recordID: id.text, connectionID: try row.id(1),
                    version: version, facts: Self.facts(id, before[id], after[id]), cause: .merge,
                    occurredAt: instant))
        }
        try transaction.update("records", with: rows, keyCount: 2)
        return changes
    }

    private static func facts(
        _ id: RecordID, _ before: PersonMembership?, _ after: PersonMembership?
    ) -> [Change.Fact] {
        [
            Change.Fact(field: "personId", from: (before?.person ?? id).text, to: (after?.person ?? id).text),
            Change.Fact(field: "joinedBy", from: before?.kindsText, to: after?.kindsText),
        ].filter { $0.from != $0.to }
    }
}
