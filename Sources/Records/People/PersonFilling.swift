import Basics
import Commerce
import Storage

/// Writes the keys of customers who were stored before there were any beside them, and joins those who are one person. A
/// few at a time; killed in between, it goes on from where it was.
package struct PersonFilling: Sendable {
    package init() {}

    /// Takes the next customers of the first organization that has any left.
    ///
    /// - Parameter limit: customers in one transaction.
    /// - Returns: false when nothing is left to do.
    package func step(at instant: Instant, limit: Int = 200, in transaction: any Transaction) throws -> Bool {
        let next = try transaction.first("SELECT organization_id, position FROM person_fillings LIMIT 1") { row in
            (organization: try row.id(0, OrganizationKind.self), position: try row.text(1))
        }
        guard let next else { return false }
        let scope = OrganizationScope(next.organization)
        let log = ChangeLog(scope)
        try log.lineUp(in: transaction)
        let page = try customers(of: scope, after: next.position, limit: limit, in: transaction)
        guard let last = page.last else {
            try transaction.execute("DELETE FROM person_fillings WHERE organization_id = \(next.organization)")
            return true
        }
        var rows = IdentityKeyRows(next.organization)
        for customer in page { rows.set(customer.keys, id: customer.id, isNew: false) }
        try rows.run(in: transaction)
        let joined = try PersonJoins(scope).settle(Set(page.map(\.id)), at: instant, in: transaction)
        if !joined.isEmpty { try log.append(joined, at: instant, in: transaction) }
        try transaction.execute(
            "UPDATE person_fillings SET position = \(last.id) WHERE organization_id = \(next.organization)")
        return true
    }

    private func customers(
        of scope: OrganizationScope, after position: String, limit: Int, in transaction: any Transaction
    ) throws -> [(id: RecordID, keys: Set<IdentityKey>)] {
        try transaction.all(
            """
            SELECT r.id, d.core, d.person FROM records r
            JOIN record_documents d ON d.organization_id = r.organization_id AND d.record_id = r.id
            WHERE r.organization_id = \(scope.organizationID) AND r.id > \(position)
                AND r.kind = \(RecordKind.customer.rawValue)
            ORDER BY r.id LIMIT \(limit)
            """
        ) { row in
            // Whoever cannot be read any more is nobody's double.
            let customer = try? Customer(core: try row.bytes(1), person: try row.optionalBytes(2))
            return (try row.id(0), customer?.identityKeys ?? [])
        }
    }
}
