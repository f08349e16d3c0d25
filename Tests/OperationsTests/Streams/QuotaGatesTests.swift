import Operations
import Storage
import Sync
import TestSupport
import Testing

struct QuotaGatesTests {
    private let account = QuotaAccount(platform: "vtex", account: "https://shop.example")
    private let other = QuotaAccount(platform: "vtex", account: "https://other.example")

    @Test(arguments: Engine.allCases)
    func `all who ask for an account get one gate, another account its own`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: syncSchema) { database in
            let gates = QuotaGates(database: database, clock: ManualClock())

            let first = gates.gate(for: account, limits: .unlimited)
            let again = gates.gate(for: account, limits: QuotaLimits(perMinute: [:], unnamedPerMinute: 1))
            let others = gates.gate(for: other, limits: .unlimited)

            #expect(first === again)
            #expect(first !== others)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what one run sends counts for the other`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: syncSchema) { database in
            let clock = ManualClock()
            let gates = QuotaGates(database: database, clock: clock)
            let limits = QuotaLimits(perMinute: ["oms": 60])
            try await gates.gate(for: account, limits: limits).admit(group: "oms", lane: .live)

            let second = Task { try await gates.gate(for: account, limits: limits).admit(group: "oms", lane: .live) }
            while clock.sleepers == 0 { await Task.yield() }
            let asleep = clock.sleepers
            clock.advance(by: .seconds(1))
            try await second.value

            #expect(asleep == 1)
        }
    }
}
