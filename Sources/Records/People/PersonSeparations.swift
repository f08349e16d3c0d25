import Basics
import Storage

/// Customers of whom somebody said that they are not one person, whatever they share.
struct PersonSeparations {
    let scope: OrganizationScope

    init(_ scope: OrganizationScope) { self.scope = scope }

    /// Who is separated from whom, of these customers.
    func separated(
        among ids: Set<RecordID>, in transaction: any Transaction
    ) throws -> [RecordID: Set<RecordID>] {
        var separated: [RecordID: Set<RecordID>] = [:]
        try transaction.forEach(
            """
            SELECT record_id, other_id FROM person_separations
            WHERE organization_id = \(scope.organizationID) AND record_id \(anyOf: ids.map(\.text).sorted())
            """
        ) { row in separated[try row.id(0), default: []].insert(try row.id(1)) }
        return separated
    }

    func separate(
        _ one: RecordID, from others: Set<RecordID>, at instant: Instant, in transaction: any Transaction
    ) throws {
        var rows = BulkRows(
            columns: [
                BulkColumn("organization_id", .key), BulkColumn("record_id", .key), BulkColumn("other_id", .key),
                BulkColumn("separated_at", .integer),
            ], capacity: others.count * 2)
        let organization = scope.organizationID.sqlValue
        for other in others.sorted() {
            rows.append(organization, one.sqlValue, other.sqlValue, instant.sqlValue)
            rows.append(organization, other.sqlValue, one.sqlValue, instant.sqlValue)
        }
        try transaction.insert(rows, into: "person_separations", onConflict: .ignore)
    }

    /// Takes back what was said of a customer and others.
    func unite(_ one: RecordID, with others: Set<RecordID>, in transaction: any Transaction) throws {
        let others = others.map(\.text).sorted()
        try transaction.execute(
            """
            DELETE FROM person_separations WHERE organization_id = \(scope.organizationID) AND (
                (record_id = \(one) AND other_id \(anyOf: others)) OR (record_id \(anyOf: others) AND other_id = \(one)))
            """)
    }
}
