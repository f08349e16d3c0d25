import Basics
import Commerce
import ConnectorKit
import Hub
import Journal
import Operations
import Records
import Storage
import Sync
import TestSupport
import Testing

/// What is stored held against a store over HTTP.
@Suite(.timeLimit(.minutes(10)))
struct ReconciliationTests {
    @Test(arguments: Engine.allCases)
    func `a store that was synced agrees, at a fraction of the requests`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 400) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)

            let (run, statement) = try await Self.reconcile(placed, in: world)

            #expect(run.state == .done)
            #expect(run.verdict == .agrees)
            let count = try await world.store.totals().count
            #expect(statement.lines.compactMap(\.there).reduce(0, +) == count)
            #expect(statement.lines.map(\.here).reduce(0, +) == count)
            #expect(statement.differences.isEmpty)
            #expect(run.sampled >= 5)
            // The survey, four pages of a hundred, and the sample.
            #expect(run.requests <= 1 + 5 + run.sampled)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is lost here and what changed there is named and put right`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 120) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)
            let before = try await world.orders(of: placed)
            let ids = before.keys.sorted()
            let lost = Array(ids.prefix(3))
            try await Self.lose(lost, of: placed, in: world)
            let handled = before.values.map(\.order).filter { $0.status == .handling }
            let open = try #require(handled.first { !lost.contains($0.externalID) })
            try await world.store.advance(open.externalID, to: "invoiced")

            let (run, statement) = try await Self.reconcile(placed, in: world)

            let byID = Dictionary(uniqueKeysWithValues: statement.differences.map { ($0.externalID, $0) })
            #expect(run.verdict == .repaired)
            #expect(Set(byID.keys) == Set(lost + [open.externalID]))
            #expect(lost.map { byID[$0]?.kind } == [.missingHere, .missingHere, .missingHere])
            #expect(byID[open.externalID]?.kind == .status)
            #expect(byID[open.externalID]?.there?.outline.platformStatus == "invoiced")
            #expect(statement.differences.map(\.outcome).allSatisfy { $0 == .repaired })
            let after = try await world.orders(of: placed)
            #expect(after.count == before.count)
            #expect(lost.map { after[$0]?.order } == lost.map { before[$0]?.order })
            #expect(try await Self.reconcile(placed, in: world).run.verdict == .agrees)
        }
    }

    @Test(arguments: Engine.allCases)
    func `cluster trouble leaves days uncompared and everything as it is`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 60) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)
            let before = try await world.orders(of: placed).mapValues(\.order)
            try await world.store.addFault("empty-page", rate: 1)

            let (run, statement) = try await Self.reconcile(placed, in: world)

            try await world.store.clearFaults()
            #expect(run.verdict == .incomplete)
            #expect(Set(statement.lines.map(\.verdict)) == [.notCompared])
            #expect(statement.lines.allSatisfy { $0.trouble != nil })
            #expect(statement.differences.isEmpty)
            #expect(try await world.orders(of: placed).mapValues(\.order) == before)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a store that is gone fails the run and changes nothing`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 20) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)
            let before = try await world.orders(of: placed).mapValues(\.order)
            try await world.store.addFault("503", rate: 1)

            let error = await #expect(throws: PlatformError.self) {
                _ = try await Self.reconcile(placed, in: world)
            }

            let days = CivilDate(year: 2020, month: 1, day: 1)...CivilDate(year: 2099, month: 1, day: 1)
            let statement = try await world.hub.statement(
                of: placed.connection.id, from: days.lowerBound, until: days.upperBound,
                in: placed.organization.scope)
            #expect(error?.kind == .failing)
            #expect(statement.runs.map(\.state) == [.failed])
            #expect(statement.lines.isEmpty)
            #expect(try await world.orders(of: placed).mapValues(\.order) == before)
        }
    }

    @Test func `a serving node does what somebody asked for, and the night's run once`() async throws {
        try await withWorld(.sqlite, orders: 30) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)
            let (scope, id) = (placed.organization.scope, placed.connection.id)
            let asked = try await world.hub.requestReconciliation(
                of: id, Reconciliation.Span(), in: scope, by: Actor("test"))

            let open = try await world.hub.openReconciliations()
            for (placed, id) in open { _ = try await world.hub.performReconciliation(id, of: placed) }
            // Connected since a day ago, so that its first night has come.
            try await world.hub.database.write { try $0.execute("UPDATE connections SET created_at = 0") }
            try await world.hub.scheduleReconciliationsDue()
            let due = try await world.hub.openReconciliations().count
            try await world.hub.scheduleReconciliationsDue()

            #expect(open.map(\.id) == [asked.id])
            let found = try await world.hub.reconciliation(asked.id, of: id, in: scope)
            #expect(found?.run.verdict == .agrees)
            #expect(try await world.hub.openReconciliations().count == due)
        }
    }

    private static func reconcile(
        _ placed: PlacedConnection, in world: World
    ) async throws -> (run: Reconciliation, statement: Statement) {
        let scope = placed.organization.scope
        let asked = try await world.hub.requestReconciliation(
            of: placed.connection.id, Reconciliation.Span(), in: scope, by: Actor("test"))
        _ = try await world.hub.performReconciliation(asked.id, of: placed)
        return try #require(
            try await world.hub.reconciliation(asked.id, of: placed.connection.id, in: scope))
    }

    /// Removes orders from the database as no part of Ponte does.
    private static func lose(_ externalIDs: [String], of placed: PlacedConnection, in world: World) async throws {
        try await world.hub.database.write { transaction in
            for table in ["order_payloads", "order_documents"] {
                try transaction.execute(
                    """
                    DELETE FROM \(unsafeSQL: table) WHERE order_id IN
                        (SELECT id FROM orders WHERE external_id \(anyOf: externalIDs))
                    """)
            }
            try transaction.execute("DELETE FROM orders WHERE external_id \(anyOf: externalIDs)")
        }
    }
}
