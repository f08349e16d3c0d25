import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import TestSupport
import Testing

/// A store of forty orders over ten days that has been imported, and its reconciliations.
struct ReconciliationHouse {
    let connected: ConnectedStore
    let store: ScriptedStore
    let clock: ManualClock
    let orders: [Order]

    /// Four orders a day, from 3 November 2023 on, by São Paulo's clock; it is the 14th.
    static func with(
        _ engine: Engine, reach: Duration? = nil,
        fault: @escaping @Sendable (ScriptedStore.Question, Int) async throws -> Void = { _, _ in },
        _ body: @escaping (ReconciliationHouse) async throws -> Void
    ) async throws {
        try await Given.withStore(engine) { connected in
            let clock = ManualClock()
            let orders = Order.samples(40, from: Instant(seconds: 1_698_980_400), every: .seconds(6 * 3600))
            let store = ScriptedStore(
                orders, clock: clock, pageSize: 10, pageLimit: 3, reach: reach, fault: fault)
            _ = try await Given.run(connected, store).runUntilComplete()
            try await body(
                ReconciliationHouse(connected: connected, store: store, clock: clock, orders: orders))
        }
    }

    /// Reconciles and returns the run with what it found.
    func reconcile(
        _ span: Reconciliation.Span = .init(), options change: (inout ReconciliationOptions) -> Void = { _ in }
    ) async throws -> (run: Reconciliation, lines: [StatementLine], differences: [NamedDifference]) {
        let id = try await request(span)
        let run = try #require(try await run(change).run(id))
        let (scope, connection) = (connected.scope, connected.connection)
        #expect(run.connectionID == connection.id)
        return try await connected.database.read { transaction in
            let table = StatementTable(scope)
            return (
                run, try table.lines(of: id, in: transaction).reversed(),
                try table.differences(of: id, limit: 1000, in: transaction).reversed()
            )
        }
    }

    func request(_ span: Reconciliation.Span = .init()) async throws -> ReconciliationID {
        let (scope, connection, now) = (connected.scope, connected.connection, clock.now())
        let made = try await connected.database.write {
            try Reconciliations(scope).request(connection, span, at: now, in: $0)
        }
        return try #require(made).id
    }

    func run(_ change: (inout ReconciliationOptions) -> Void = { _ in }) throws -> ReconciliationRun {
        var options = ReconciliationOptions()
        // A pause would wait for the clock, which stands still.
        options.retry.attempts = 1
        // No sample but where a test asks for one.
        options.sampleOneIn = .max
        options.sampleAtLeast = 0
        options.windowOrders = 12
        change(&options)
        return try ReconciliationRun(
            database: connected.database, key: connected.stream, store: store, traffic: Traffic(), clock: clock,
            options: options, logger: .silent, seed: 5)
    }

    /// Removes orders from the database as no part of Ponte does.
    func lose(_ externalIDs: [String]) async throws {
        let (scope, connection) = (connected.scope, connected.connection)
        try await connected.database.write { transaction in
            for table in ["order_payloads", "order_documents"] {
                try transaction.execute(
                    """
                    DELETE FROM \(unsafeSQL: table) WHERE organization_id = \(scope.organizationID) AND order_id IN (
                        SELECT id FROM orders WHERE organization_id = \(scope.organizationID)
                            AND external_id \(anyOf: externalIDs))
                    """)
            }
            try transaction.execute(
                """
                DELETE FROM orders WHERE organization_id = \(scope.organizationID)
                    AND connection_id = \(connection.id) AND external_id \(anyOf: externalIDs)
                """)
        }
    }

    func stored(_ externalID: String) async throws -> Order? {
        let (scope, connection) = (connected.scope, connected.connection)
        return try await connected.database.read {
            try OrderRecords(scope).find(externalID: externalID, connection: connection.id, in: $0)?.order
        }
    }
}
