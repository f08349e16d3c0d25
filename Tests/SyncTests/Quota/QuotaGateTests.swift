import Basics
import ConnectorKit
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

/// The gate over a real database; two gates stand for two nodes.
struct QuotaGateTests {
    private let account = QuotaAccount(platform: "vtex", account: "https://shop.example")
    private let clock = ManualClock()

    private func withTables(_ engine: Engine, _ body: (any Database) async throws -> Void) async throws {
        let quota = SyncMigrations.all.filter { $0.name == "quota" }.map { Migration(1, $0.name, $0.statements) }
        try await withDatabase(engine, migrations: quota) { try await body($0) }
    }

    private func gate(_ database: any Database, _ limits: QuotaLimits) -> QuotaGate {
        QuotaGate(database: database, account: account, limits: limits, clock: clock)
    }

    /// Lets `count` requests through, moving the clock by `step` whenever all of them wait.
    private func admit(_ count: Int, by gates: [QuotaGate], lane: QuotaLane = .backfill) async throws -> [Instant] {
        try await admit(count, by: gates, lanes: [lane])[lane] ?? []
    }

    /// Requests of several lanes at once, in turn over the gates; when each was let through, by lane.
    private func admit(
        _ count: Int, by gates: [QuotaGate], lanes: [QuotaLane]
    ) async throws -> [QuotaLane: [Instant]] {
        let admitted = Admitted()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count {
                group.addTask { [clock] in
                    let lane = lanes[number / gates.count % lanes.count]
                    try await gates[number % gates.count].admit(group: "oms", lane: lane)
                    let now = clock.now()
                    admitted.times.withLock { $0.append((lane, now)) }
                }
            }
            group.addTask { [clock] in
                while true {
                    let done = admitted.times.withLock(\.count)
                    if done == count { return }
                    if clock.sleepers == count - done { clock.advance(by: .milliseconds(50)) }
                    await Task.yield()
                }
            }
            try await group.waitForAll()
        }
        let times = admitted.times.withLock { $0 }
        return Dictionary(grouping: times, by: \.lane).mapValues { $0.map(\.time).sorted() }
    }

    @Test(arguments: Engine.allCases)
    func `two nodes together keep to the rate, and use all of it`(engine: Engine) async throws {
        try await withTables(engine) { database in
            let limits = QuotaLimits(perMinute: ["oms": 1200])  // 10 a second for the backfill

            let times = try await admit(60, by: [gate(database, limits), gate(database, limits)])

            let start = try #require(times.first)
            for (number, time) in times.enumerated() {
                let seconds = (time - start).seconds
                // Never ahead of the rate by more than the grant of a second, nor behind it by more than two.
                #expect(Double(number) <= seconds * 10 + 10)
                #expect(Double(number) >= seconds * 10 - 20)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `live work does not wait behind a backfill`(engine: Engine) async throws {
        try await withTables(engine) { database in
            let gate = gate(database, QuotaLimits(perMinute: ["oms": 120]))
            try await gate.admit(group: "oms", lane: .backfill)

            try await gate.admit(group: "oms", lane: .live)

            #expect(clock.sleepers == 0)
        }
    }

    /// Never ahead of `rate` by more than `ahead` requests, nor behind it by more than `behind`.
    private func expect(
        _ times: [Instant], at rate: Double, ahead: Double, behind: Double,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let start = try #require(times.first, sourceLocation: sourceLocation)
        for (number, time) in times.enumerated() {
            let due = (time - start).seconds * rate
            #expect(Double(number) <= due + ahead, sourceLocation: sourceLocation)
            #expect(Double(number) >= due - behind, sourceLocation: sourceLocation)
        }
    }

    @Test(arguments: Engine.allCases)
    func `live work has the whole budget while no backfill asks`(engine: Engine) async throws {
        try await withTables(engine) { database in
            let limits = QuotaLimits(perMinute: ["oms": 1200])  // 20 a second in all

            let times = try await admit(160, by: [gate(database, limits), gate(database, limits)], lane: .live)

            try expect(times, at: 20, ahead: 20, behind: 40)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a backfill that comes while live work asks has its share, and live work the rest`(
        engine: Engine
    ) async throws {
        try await withTables(engine) { database in
            let limits = QuotaLimits(perMinute: ["oms": 1200], backfillPercent: 25)
            let gates = [gate(database, limits), gate(database, limits)]
            _ = try await admit(60, by: gates, lane: .live)

            let times = try await admit(160, by: gates, lanes: [.live, .backfill])

            let backfill = try #require(times[.backfill])
            // A second's worth of the whole budget may have been given to each node before the backfill came.
            try expect(backfill, at: 5, ahead: 5, behind: 10)
            let whileBoth = (times[.live] ?? []).filter { $0 >= backfill[0] && $0 <= backfill[79] }
            try expect(whileBoth, at: 15, ahead: 15, behind: 80)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a backfill alone keeps to its share, and live work does not wait for it`(engine: Engine) async throws {
        try await withTables(engine) { database in
            let limits = QuotaLimits(perMinute: ["oms": 1200])
            let gates = [gate(database, limits), gate(database, limits)]

            let times = try await admit(60, by: gates)
            let before = clock.now()
            let live = try await admit(10, by: [gates[0]], lane: .live)

            try expect(times, at: 10, ahead: 10, behind: 20)
            // At once, but for the look again of those that found the grant being fetched.
            #expect(live.count == 10)
            #expect(live.allSatisfy { $0 <= before + .milliseconds(50) })
        }
    }

    @Test(arguments: Engine.allCases)
    func `a sweep lets what was told of go first, and has the rest`(engine: Engine) async throws {
        try await withTables(engine) { database in
            let gate = gate(database, QuotaLimits(perMinute: ["oms": 120]))  // 2 a second in all

            let times = try await admit(40, by: [gate], lanes: [.sweep, .live])

            let told = try #require(times[.live])
            let swept = try #require(times[.sweep])
            // What a sweep took before anything was told, and no more.
            #expect(swept.filter { $0 < told[19] }.count <= 4)
            try expect((told + swept).sorted(), at: 2, ahead: 2, behind: 6)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a sweep is not put off for ever by what was told`(engine: Engine) async throws {
        try await withTables(engine) { database in
            let gate = gate(database, QuotaLimits(perMinute: ["oms": 120]))  // 2 a second in all

            // Ninety told requests last for 45 seconds; each third one is a sweep's.
            let times = try await admit(135, by: [gate], lanes: [.live, .sweep, .live])

            let told = try #require(times[.live])
            let swept = try #require(times[.sweep])
            #expect(swept.contains { $0 < told[89] - .seconds(5) && $0 > told[0] + .seconds(29) })
        }
    }

    @Test(arguments: Engine.allCases)
    func `a refusal at one node stops the other for as long as the platform says`(engine: Engine) async throws {
        try await withTables(engine) { database in
            let one = gate(database, .unlimited)
            let other = gate(database, .unlimited)
            try await other.admit(group: "oms", lane: .live)

            try await one.stop(for: .seconds(30))
            clock.advance(by: .seconds(1))
            let times = try await admit(1, by: [other], lane: .live)

            #expect(times == [Instant(seconds: 1_700_000_030)])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a transport counts refusals and tells the account`(engine: Engine) async throws {
        try await withTables(engine) { database in
            let traffic = Traffic()
            let gate = gate(database, .unlimited)
            let transport = PacedTransport(
                CannedTransport(status: 429, headers: ["retry-after": "5"]), gate: gate, traffic: traffic, clock: clock)

            let response = try await transport.send(TransportRequest(url: "/", quotaGroup: "oms"))
            let times = try await admit(1, by: [gate], lane: .live)

            #expect(response.status == 429)
            #expect([traffic.requests, traffic.refused] == [1, 1])
            #expect(times == [Instant(seconds: 1_700_000_005)])
        }
    }
}

private final class Admitted: Sendable {
    let times = Mutex<[(lane: QuotaLane, time: Instant)]>([])
}

/// Gives every request the same answer.
private struct CannedTransport: Transport {
    let status: Int
    let headers: [String: String]

    func send(_ request: TransportRequest) async throws -> TransportResponse {
        TransportResponse(status: status, headers: headers, body: [])
    }
}
