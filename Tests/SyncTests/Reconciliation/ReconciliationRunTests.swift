import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct ReconciliationRunTests {
    @Test(arguments: Engine.allCases)
    func `a store that agrees is told day by day and nothing is read in full`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            let before = house.store.fetches.count

            let found = try await house.reconcile()

            #expect(found.run.state == .done)
            #expect(found.run.verdict == .agrees)
            #expect(found.run.span.from?.description == "2023-11-03")
            #expect(found.run.span.until?.description == "2023-11-14")
            #expect(found.lines.map(\.there) == [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 0])
            #expect(found.lines.map(\.here) == [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 0, 0])
            #expect(Set(found.lines.map(\.verdict)) == [.equal])
            #expect(found.differences == [])
            #expect(house.store.fetches.count == before)
            #expect((found.run.daysDone, found.run.daysTotal) == (12, 12))
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is missing here is named and brought`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            try await house.lose(["order-5", "order-6"])

            let found = try await house.reconcile()

            #expect(found.run.verdict == .repaired)
            #expect(found.differences.map(\.externalID).sorted() == ["order-5", "order-6"])
            #expect(found.differences.map(\.kind) == [.missingHere, .missingHere])
            #expect(found.differences.map(\.outcome) == [.repaired, .repaired])
            #expect(found.differences.map(\.here) == [nil, nil])
            #expect(found.lines[1].there == 4)
            #expect(found.lines[1].here == 2)
            #expect((found.lines[1].differences, found.lines[1].repaired) == (2, 2))
            #expect(found.lines.map(\.verdict).filter { $0 != .equal } == [.repaired])
            #expect(try await house.stored("order-5") != nil)
            #expect(try await house.reconcile().run.verdict == .agrees)
        }
    }

    @Test(arguments: Engine.allCases)
    func `another status or value is named with both sides and put right`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            var canceled = house.orders[9]
            canceled.status = .canceled
            canceled.platformStatus = "canceled"
            canceled.changedAt = canceled.changedAt + .seconds(60)
            var dearer = house.orders[13]
            dearer.total.amount += 1
            dearer.changedAt = dearer.changedAt + .seconds(60)
            house.store.put([canceled, dearer])
            let changes = try await house.connected.changes().count

            let found = try await house.reconcile()

            #expect(found.run.verdict == .repaired)
            #expect(found.differences.map(\.kind) == [.status, .value])
            #expect(found.differences.map(\.there?.outline.platformStatus) == ["canceled", "invoiced"])
            #expect(found.differences.map(\.here?.outline.platformStatus) == ["invoiced", "invoiced"])
            #expect(found.differences.map(\.there?.outline.amount) == [109, 114])
            #expect(found.differences.map(\.here?.outline.amount) == [109, 113])
            #expect(try await house.stored("order-9")?.status == .canceled)
            // Law 1: what was put right is in the log like everything else.
            #expect(try await house.connected.changes().count == changes + 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that a hook brought ahead of the list is no difference`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            var newer = house.orders[9]
            newer.status = .canceled
            newer.platformStatus = "canceled"
            newer.changedAt = newer.changedAt + .seconds(60)
            house.store.put([newer])
            _ = try await house.reconcile()
            house.store.listAsBefore([house.orders[9]])

            let found = try await house.reconcile()

            #expect(found.run.verdict == .agrees)
            #expect(found.differences == [])
            #expect(try await house.stored("order-9")?.status == .canceled)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that the platform no longer knows is named and kept`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            house.store.remove("order-20")

            let found = try await house.reconcile()

            #expect(found.run.verdict == .differs)
            #expect(found.differences.map(\.kind) == [.missingThere])
            #expect(found.differences.map(\.outcome) == [.kept])
            #expect(found.lines.map(\.verdict).filter { $0 != .equal } == [.different])
            #expect(try await house.stored("order-20") != nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that the list leaves out and the platform knows is there`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            house.store.hideFromList(["order-20"])

            let found = try await house.reconcile()

            #expect(found.run.verdict == .agrees)
            #expect(Set(found.lines.prefix(10).map(\.there)) == [4])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a list that went empty leaves its days uncompared, and everything as it is`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            house.store.hideFromList(Set(house.orders.prefix(12).map(\.externalID)))
            let before = (try await house.connected.stored().count, house.store.fetches.count)

            let found = try await house.reconcile()

            #expect(found.run.verdict == .incomplete)
            #expect(found.lines.prefix(3).map(\.verdict) == [.notCompared, .notCompared, .notCompared])
            #expect(found.lines[0].trouble?.code == "reconciliation.list_dropped")
            #expect(found.lines[0].here == 4)
            #expect(Set(found.lines.dropFirst(3).map(\.verdict)) == [.equal])
            #expect(try await house.connected.stored().count == before.0)
            #expect(house.store.fetches.count == before.1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `pages that do not add up leave their days uncompared`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            house.store.withholdFromPages(["order-1"])

            let found = try await house.reconcile()

            #expect(found.run.verdict == .incomplete)
            #expect(found.lines[0].trouble?.code == "reconciliation.list_unsteady")
            #expect(found.lines[9].verdict == .equal)
            #expect(try await house.stored("order-1") != nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an entry without an id leaves its day uncompared`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            house.store.listNameless(["order-5"])

            let found = try await house.reconcile()

            #expect(found.lines.filter { $0.verdict == .notCompared }.map(\.day.description) == ["2023-11-04"])
            #expect(found.lines[1].trouble?.code == "reconciliation.entry_nameless")
        }
    }

    @Test(arguments: Engine.allCases)
    func `the newest minutes are left out`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            let now = house.clock.now()
            house.store.put([
                .sample("fresh", placedAt: now - .seconds(14 * 60)),
                .sample("settled", placedAt: now - .seconds(16 * 60)),
            ])

            let found = try await house.reconcile()

            #expect(found.run.comparedUntil == now - .seconds(15 * 60))
            #expect(found.differences.map(\.externalID) == ["settled"])
            #expect(found.lines.last?.there == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is older than the platform's reach is beyond it`(_ engine: Engine) async throws {
        // Seven and a half days before the 14th, 19:13 by the store's clock.
        try await ReconciliationHouse.with(engine, reach: .seconds(7 * 86_400 + 43_200)) { house in
            let horizon = house.clock.now() - .seconds(7 * 86_400 + 43_200)
            for order in house.orders where order.placedAt < horizon { house.store.remove(order.externalID) }
            let gone = house.orders.count { $0.placedAt < horizon }

            let whole = try await house.reconcile()
            let older = try await house.reconcile(.init(from: CivilDate(year: 2023, month: 11, day: 3)))

            #expect(whole.run.span.from?.description == "2023-11-07")
            #expect(whole.run.verdict == .agrees)
            #expect(whole.run.beyond == gone)
            #expect(older.lines.prefix(4).map(\.verdict) == [.beyond, .beyond, .beyond, .beyond])
            #expect(older.lines.prefix(4).map(\.here) == [4, 4, 4, 4])
            #expect(older.run.verdict == .agrees)
            #expect(try await house.connected.stored().count == 40)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a sample is read in full, and what the list cannot tell is found`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            // Nothing that the scripted list tells has changed.
            var silent = house.orders[30]
            silent.changedAt = silent.changedAt + .seconds(60)
            house.store.put([silent])
            let before = house.store.fetches.count

            let found = try await house.reconcile { $0.sampleOneIn = 1 }

            #expect(found.run.sampled == 40)
            #expect(house.store.fetches.count == before + 40)
            #expect(found.differences.map(\.externalID) == ["order-30"])
            #expect(found.differences.map(\.kind) == [.content])
            #expect(found.run.verdict == .repaired)
        }
    }

    @Test(arguments: Engine.allCases)
    func `five orders are read at least`(_ engine: Engine) async throws {
        try await ReconciliationHouse.with(engine) { house in
            let found = try await house.reconcile {
                $0.sampleOneIn = 1_000_000
                $0.sampleAtLeast = 5
            }

            #expect(found.run.sampled == 5)
            #expect(found.lines.reduce(0) { $0 + $1.sampled } == 5)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that cannot be read stays a difference, and is aside for later`(_ engine: Engine) async throws {
        let fault: @Sendable (ScriptedStore.Question, Int) async throws -> Void = { question, _ in
            if case .fetch("late") = question { throw PlatformError.scripted(.unreadable) }
        }
        try await ReconciliationHouse.with(engine, fault: fault) { house in
            house.store.put([.sample("late", placedAt: house.orders[8].placedAt + .seconds(1))])

            let found = try await house.reconcile { $0.retry.unreadableAttempts = 1 }

            #expect(found.run.verdict == .differs)
            #expect(found.differences.map(\.outcome) == [.failed])
            #expect(found.differences.map(\.trouble?.code) == ["platform.unreadable"])
            let stream = house.connected.stream
            #expect(try await house.connected.database.read { try ParkedOrders(stream).count(in: $0) } == 1)
        }
    }
}
