import Basics
import Commerce
import Storage

extension RecordStore {
    /// The other customers who are one person with this one, the first of them first; at most `limit`.
    package func samePerson(
        as id: RecordID, limit: Int, seesPeople: Bool, in transaction: any Transaction
    ) throws -> [StoredRecord] {
        let members: SQL = """
            SELECT o.record_id FROM person_members m
            CROSS JOIN person_members o\(indexedBy: "person_members_by_person")
            WHERE m.organization_id = \(scope.organizationID) AND m.record_id = \(id)
                AND o.organization_id = \(scope.organizationID) AND o.person_id = m.person_id AND o.record_id <> \(id)
            ORDER BY o.record_id LIMIT \(limit)
            """
        return try find(transaction.all(members) { try $0.id(0) }, seesPeople: seesPeople, in: transaction)
    }

    /// The customers who somebody said are not one person with this one; at most `limit`.
    package func separated(
        from id: RecordID, limit: Int, seesPeople: Bool, in transaction: any Transaction
    ) throws -> [StoredRecord] {
        let others: SQL = """
            SELECT other_id FROM person_separations
            WHERE organization_id = \(scope.organizationID) AND record_id = \(id) ORDER BY other_id LIMIT \(limit)
            """
        return try find(transaction.all(others) { try $0.id(0) }, seesPeople: seesPeople, in: transaction)
    }

    /// Says that a customer is not one person with those who were joined to it, whatever they share.
    ///
    /// - Returns: who they were; empty when there is no such customer or it was alone, and nothing is written.
    package func separatePerson(
        _ id: RecordID, at instant: Instant, in transaction: any Transaction
    ) throws -> Set<RecordID> {
        let log = ChangeLog(scope)
        try log.lineUp(in: transaction)
        let others = Set(
            try samePerson(as: id, limit: .max, seesPeople: false, in: transaction).map(\.id))
        guard !others.isEmpty else { return [] }
        try PersonSeparations(scope).separate(id, from: others, at: instant, in: transaction)
        let parted = try PersonJoins(scope).settle(others.union([id]), at: instant, in: transaction)
        try log.append(parted, at: instant, in: transaction)
        return others
    }

    /// Takes back everything that was said against a customer's being one person with others.
    ///
    /// - Returns: who the others were; empty when nothing was said, and nothing is written.
    package func unitePerson(
        _ id: RecordID, at instant: Instant, in transaction: any Transaction
    ) throws -> Set<RecordID> {
        let log = ChangeLog(scope)
        try log.lineUp(in: transaction)
        let others = Set(try separated(from: id, limit: .max, seesPeople: false, in: transaction).map(\.id))
        guard !others.isEmpty else { return [] }
        try PersonSeparations(scope).unite(id, with: others, in: transaction)
        let joined = try PersonJoins(scope).settle(others.union([id]), at: instant, in: transaction)
        if !joined.isEmpty { try log.append(joined, at: instant, in: transaction) }
        return others
    }

    private func find(
        _ ids: [RecordID], seesPeople: Bool, in transaction: any Transaction
    ) throws -> [StoredRecord] {
        try ids.compactMap { try find($0, seesPeople: seesPeople, in: transaction) }
    }
}
