import Storage

/// Asks SQLite how it would find the rows of each query before the query runs.
struct PlannedTransaction: Transaction {
    final class Plans {
        var steps: [String] = []

        /// Steps that meet every row of an organization, or of a table: their cost grows with what is stored. A walk of
        /// an index in the order of time is none of them; it ends when enough is found.
        var fullWalks: [String] {
            steps.filter { step in
                let isScan = ["SCAN orders", "SCAN changes", "SCAN order_"].contains { step.hasPrefix($0) }
                let isWalk = ["(organization_id=?)", "(organization_id=? AND connection_id=?)"]
                    .contains { step.hasSuffix($0) }
                let isBounded = ["orders_by_", "_heads", "connections", "order_counts"].contains { step.contains($0) }
                return isScan || (isWalk && !isBounded)
            }
        }
    }

    let inner: any Transaction
    let plans: Plans

    var engine: Engine { inner.engine }

    func execute(_ sql: SQL) throws -> Int {
        try explain(sql)
        return try inner.execute(sql)
    }

    func forEach(_ sql: SQL, _ body: (Row) throws -> Void) throws {
        try explain(sql)
        try inner.forEach(sql, body)
    }

    func insert(_ rows: BulkRows, into table: String, onConflict rule: ConflictRule) throws -> Int {
        try inner.insert(rows, into: table, onConflict: rule)
    }

    func update(_ table: String, with rows: BulkRows, keyCount: Int) throws -> Int {
        try inner.update(table, with: rows, keyCount: keyCount)
    }

    private func explain(_ sql: SQL) throws {
        plans.steps += try inner.all("EXPLAIN QUERY PLAN \(sql)") { try $0.text(3) }
    }
}
