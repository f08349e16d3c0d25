import Basics
import Storage

extension OrderRecords {
    /// Which of the listed orders are stored with the same digest: these need no reading.
    /// - Returns: the external ids whose stored digest equals the given one.
    package func known(
        _ entries: [(externalID: String, digest: String)], of connection: ConnectionID, in transaction: any Transaction
    ) throws -> Set<String> {
        var digests: [String: String] = [:]
        try transaction.forEach(
            """
            SELECT external_id, list_digest FROM orders\(indexedBy: Self.byExternalID)
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND external_id \(anyOf: entries.map(\.externalID)) AND list_digest IS NOT NULL
            """
        ) { digests[try $0.text(0)] = try $0.text(1) }
        return Set(entries.lazy.filter { digests[$0.externalID] == $0.digest }.map(\.externalID))
    }

    /// External ids of invoiced orders that are not delivered and were invoiced at or after `invoicedSince`,
    /// in order of external id, after `cursor`: the ones that a sweep reads again.
    package func undelivered(
        of connection: ConnectionID, invoicedSince: Instant, after cursor: String?, limit: Int,
        in transaction: any Transaction
    ) throws -> [String] {
        try transaction.all(
            """
            SELECT external_id FROM orders
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND external_id > \(cursor ?? "") AND invoiced_at IS NOT NULL AND delivered_at IS NULL
                AND invoiced_at >= \(invoicedSince)
            ORDER BY external_id LIMIT \(limit)
            """
        ) { try $0.text(0) }
    }

    /// One page of orders in the order of their ids; `after` is the last id of the page before.
    package func page(
        of connection: ConnectionID?, after cursor: OrderID?, limit: Int, in transaction: any Transaction
    ) throws -> [StoredOrder] {
        try transaction.all(
            pageQuery(StoredOrder.columns, of: connection, after: cursor, limit: limit), StoredOrder.init(row:))
    }

    /// As `page`, but the documents as they lie in the database, nothing decoded.
    package func documents(
        of connection: ConnectionID?, after cursor: OrderID?, limit: Int, in transaction: any Transaction
    ) throws -> [StoredDocument] {
        try transaction.all(
            pageQuery(StoredDocument.columns, of: connection, after: cursor, limit: limit), StoredDocument.init(row:))
    }

    package func find(_ id: OrderID, in transaction: any Transaction) throws -> StoredOrder? {
        try transaction.first("\(selection(StoredOrder.columns)) AND o.id = \(id)", StoredOrder.init(row:))
    }

    package func find(
        externalID: String, connection: ConnectionID, in transaction: any Transaction
    ) throws -> StoredOrder? {
        try transaction.first(
            "\(selection(StoredOrder.columns)) AND o.connection_id = \(connection) AND o.external_id = \(externalID)",
            StoredOrder.init(row:))
    }

    /// How many orders a connection has; as cheap for a million as for one.
    package func count(of connection: ConnectionID, in transaction: any Transaction) throws -> Int {
        try transaction.first(
            """
            SELECT orders FROM order_counts
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
            """
        ) { try $0.int(0) } ?? 0
    }

    private func pageQuery(_ columns: SQL, of connection: ConnectionID?, after cursor: OrderID?, limit: Int) -> SQL {
        var query: SQL = "\(selection(columns)) AND o.id > \(cursor?.text ?? "")"
        if let connection { query = "\(query) AND o.connection_id = \(connection)" }
        return "\(query) ORDER BY o.id LIMIT \(limit)"
    }

    private func selection(_ columns: SQL) -> SQL {
        """
        SELECT \(columns) FROM orders o
        JOIN order_documents d ON d.organization_id = o.organization_id AND d.order_id = o.id
        WHERE o.organization_id = \(scope.organizationID)
        """
    }
}
