import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct ReconciliationTroubleTests {
    @Test(arguments: Engine.allCases)
    func `a platform that does not answer leaves its days uncompared and is asked no more`(
        _ engine: Engine
    ) async throws {
        let isDown = Mutex(false)
        let fault: @Sendable (ScriptedStore.Question, Int) async throws -> Void = { question, _ in
            guard case .list = question, isDown.withLock({ $0 }) else { return }
            throw PlatformError.scripted(.failing, status: 503)
        }
        try await ReconciliationHouse.with(engine, fault: fault) { house in
            isDown.withLock { $0 = true }
            let before = house.store.asked.count

            let found = try await house.reconcile()

            #expect(found.run.state == .done)
            #expect(found.run.verdict == .incomplete)
            #expect(Set(found.lines.map(\.verdict)) == [.notCompared])
            #expect(found.lines.map(\.trouble?.code).allSatisfy { $0 == "platform.failing" })
            // The survey, and two windows in vain.
            #expect(house.store.asked.count == before + 3)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a refused key fails the run and stops the connection`(_ engine: Engine) async throws {
        let isRefused = Mutex(false)
        let fault: @Sendable (ScriptedStore.Question, Int) async throws -> Void = { _, _ in
            if isRefused.withLock({ $0 }) { throw PlatformError.scripted(.unauthorised, status: 401) }
        }
        try await ReconciliationHouse.with(engine, fault: fault) { house in
            let id = try await house.request()
            isRefused.withLock { $0 = true }

            await #expect(throws: PlatformError.self) { try await house.run().run(id) }

            let scope = house.connected.scope
            let run = try await house.connected.database.read { try Reconciliations(scope).find(id, in: $0) }
            #expect(run?.state == .failed)
            #expect(run?.trouble?.code == "platform.unauthorised")
            guard case .needsAttention(let code, _, _)? = try await house.connected.current()?.state else {
                Issue.record("the connection goes on")
                return
            }
            #expect(code == "platform.unauthorised")
        }
    }

    @Test(arguments: Engine.allCases)
    func `one run at a time, by one node`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            let (scope, now) = (house.connected.scope, house.clock.now())
            let id = try await house.request()

            let again = await #expect(throws: ReconciliationError.self) { _ = try await house.request() }
            let first = try await house.connected.database.write {
                try Reconciliations(scope).claim(id, for: .seconds(60), at: now, in: $0)
            }
            let second = try await house.run().run(id)

            #expect(again?.code == "reconciliation.already_open")
            #expect(first != nil)
            #expect(second == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `who was taken over writes nothing more`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            let scope = house.connected.scope
            let id = try await house.request()
            let now = house.clock.now()
            let lease = try #require(
                try await house.connected.database.write {
                    try Reconciliations(scope).claim(id, for: .seconds(60), at: now, in: $0)
                })
            house.clock.advance(by: .seconds(61))

            let run = try await house.run().run(id)
            let late = await #expect(throws: ReconciliationError.self) {
                try await house.connected.database.write {
                    try Reconciliations(scope).fail(
                        lease, because: Trouble(code: "x", explanation: Phrase(same: "x")), at: now, in: $0)
                }
            }

            #expect(run?.state == .done)
            #expect(late?.code == "reconciliation.lease_lost")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a night has one run, and old runs go with all they found`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            let (scope, connection) = (house.connected.scope, house.connected.connection)
            let now = house.clock.now()
            let night = CivilDate(year: 2023, month: 11, day: 14)
            func schedule() async throws -> ReconciliationID? {
                try await house.connected.database.write {
                    try Reconciliations(scope).request(
                        connection, .init(), scheduledDay: night, at: now, in: $0)?.id
                }
            }
            let id = try #require(try await schedule())
            _ = try await house.run().run(id)

            let again = try await schedule()
            try await house.connected.database.write {
                try Reconciliations(scope).dropOld(at: now + .seconds(401 * 86_400), in: $0)
            }

            #expect(again == nil)
            let left = try await house.connected.database.read {
                try StatementTable(scope).newest(of: connection.id, from: night, until: night, in: $0)
            }
            #expect(left == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `the last run has the last word about a day`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            let (scope, connection) = (house.connected.scope, house.connected.connection)
            try await house.lose(["order-5"])
            _ = try await house.reconcile()
            let day = CivilDate(year: 2023, month: 11, day: 4)
            func newest() async throws -> ([StatementLine], [NamedDifference]) {
                try await house.connected.database.read { transaction in
                    let table = StatementTable(scope)
                    return (
                        try table.newest(of: connection.id, from: day, until: day, in: transaction),
                        try table.newestDifferences(
                            of: connection.id, from: day, until: day, limit: 9, in: transaction)
                    )
                }
            }
            let first = try await newest()
            house.clock.advance(by: .seconds(1))

            _ = try await house.reconcile(.init(from: day, until: day))

            let second = try await newest()
            #expect(first.0.map(\.verdict) == [.repaired])
            #expect(first.1.map(\.externalID) == ["order-5"])
            #expect(second.0.map(\.verdict) == [.equal])
            #expect(second.1 == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was not imported, and no days, cannot be reconciled`(_ engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let (scope, connection, now) = (connected.scope, connected.connection, Instant(seconds: 1_700_000_000))
            func request(_ span: Reconciliation.Span) async -> ReconciliationError? {
                await #expect(throws: ReconciliationError.self) {
                    try await connected.database.write {
                        _ = try Reconciliations(scope).request(connection, span, at: now, in: $0)
                    }
                }
            }

            let unknown = await request(.init())
            let backwards = await request(
                .init(
                    from: CivilDate(year: 2023, month: 11, day: 3), until: CivilDate(year: 2023, month: 11, day: 2)))
            let tomorrow = await request(.init(from: CivilDate(year: 2023, month: 11, day: 15)))

            #expect(unknown?.code == "reconciliation.not_imported")
            #expect(backwards?.code == "reconciliation.empty_span")
            #expect(tomorrow?.code == "reconciliation.empty_span")
        }
    }
}
