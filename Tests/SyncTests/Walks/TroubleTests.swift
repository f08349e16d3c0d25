import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct TroubleTests {
    @Test(arguments: Engine.allCases)
    func `a document that cannot be read is set aside, the walk goes on, and it is tried again`(
        engine: Engine
    ) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedRecords(Given.customers(12), clock: SystemClock())
            store.makeUnreadable([RecordLink(.customer, "0004")])
            let first = try await Given.run(connected, store).runUntilComplete()
            let aside = try await connected.database.read { [key = Given.key(connected)] in
                try ParkedRecords(key).list(limit: 10, in: $0)
            }
            store.makeUnreadable([])

            let second = try await Given.run(connected, store).runUntilComplete()

            #expect(first.created == 11)
            #expect(first.parked == 1)
            #expect(aside.map(\.kind) == ["customer"])
            #expect(aside.map(\.record.externalID) == ["0004"])
            #expect(aside.map(\.record.trouble.code) == ["platform.unreadable"])
            #expect(store.fetches == [RecordLink(.customer, "0004")])
            #expect(second.created == 1)
            #expect(second.parked == 0)
            try await Given.expectComplete(connected, store)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a record that the database refuses is set aside alone`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            var customers = Given.customers(12)
            customers[5].id = "00\u{0}5"
            let store = ScriptedRecords(customers, clock: SystemClock())

            let report = try await Given.run(connected, store).runUntilComplete()

            #expect(report.created == 11)
            #expect(report.parked == 1)
            try await Given.expectGapless(connected)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a right that is missing stops its stream alone, and is tried again by hand or in its time`(
        engine: Engine
    ) async throws {
        try await Given.withStore(engine) { connected in
            let clock = SystemClock()
            let refusing = ScriptedRecords(Given.customers(3), clock: clock) { _, _ in
                throw PlatformError.scripted(.forbidden, status: 403)
            }

            let report = try await Given.run(connected, refusing).runUntilComplete()
            let refused = try #require(try await connected.customers()?.refusal)
            let open = ScriptedRecords(Given.customers(3), clock: clock)
            let again = try await Given.run(connected, open).runUntilComplete()

            #expect(report.refusal?.code == "platform.forbidden")
            #expect(report.created == 0)
            #expect(refusing.asked.count == 1)
            #expect(refused.explanation == Phrase(same: "scripted forbidden"))
            #expect(refused.retryAt == refused.seenAt + .seconds(3600))
            #expect(try await connected.current()?.state == .active)
            #expect(again.refusal == nil)
            #expect(try await connected.customers()?.refusal == nil)
            try await Given.expectComplete(connected, open)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an unknown key stops the connection, at once`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedRecords(Given.customers(12), clock: SystemClock()) { question, _ in
                if case .page(_, after: .some) = question {
                    throw PlatformError.scripted(.unauthorised, status: 401)
                }
            }

            await #expect(throws: PlatformError.self) {
                _ = try await Given.run(connected, store).runUntilComplete()
            }

            #expect(
                try await connected.current()?.state
                    == .needsAttention(
                        code: "platform.unauthorised", reason: Phrase(same: "scripted unauthorised"), remedy: nil))
            #expect(try await connected.records().count == 5)
            try await Given.expectGapless(connected)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a paused stream is left alone`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedRecords(Given.customers(3), clock: SystemClock())
            try await connected.database.write { [key = Given.key(connected)] in
                try StreamControl(key).pause(in: $0)
            }

            await #expect(throws: SyncError.self) {
                _ = try await Given.run(connected, store).runUntilComplete()
            }

            #expect(store.asked.isEmpty)
            #expect(try await connected.changes().isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a cursor that the platform refuses begins its walk anew`(engine: Engine) async throws {
        try await Given.withStore(engine) { connected in
            let store = ScriptedRecords(Given.customers(12), clock: SystemClock()) { question, number in
                if case .page(_, after: "customer/0004") = question, number < 6 {
                    throw PlatformError.scripted(.refused, status: 400)
                }
            }

            await #expect(throws: PlatformError.self) {
                _ = try await Given.run(connected, store).runUntilComplete()
            }
            let clock = OffsetClock(by: .seconds(3600))
            let later = ScriptedRecords(Given.customers(12), clock: clock)
            _ = try await Given.run(connected, later, clock: clock).runUntilComplete()

            #expect(later.asked.contains(.page(.everything, after: nil)))
            try await Given.expectComplete(connected, later)
        }
    }
}
