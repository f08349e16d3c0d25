import AccessControl
import Basics
import Storage
import TestSupport
import Testing

struct SignInThrottleTests {
    @Test(arguments: Engine.allCases) func `after five failures each further one doubles the wait`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let clock = ManualClock(at: Given.noon)
            for _ in 0..<5 { try await begin("ana@example.com", nil, clock, in: database) }

            var waits: [Int] = []
            for _ in 0..<13 {
                try await begin("ana@example.com", nil, clock, in: database)
                let wait = try await waitAfterRefusal("ana@example.com", nil, clock, in: database)
                waits.append(wait)
                clock.advance(by: .seconds(wait))
            }

            #expect(waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900])
            try await begin("bia@example.com", nil, clock, in: database)
        }
    }

    @Test(arguments: Engine.allCases) func `an address that tries many accounts waits, too`(engine: Engine) async throws
    {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let clock = ManualClock(at: Given.noon)
            for index in 0..<21 { try await begin("m\(index)@example.com", "2001:db8::1", clock, in: database) }

            // The same network, another host of it.
            let wait = try await waitAfterRefusal("fresh@example.com", "2001:db8::ffff", clock, in: database)

            #expect(wait == 1)
            try await begin("fresh@example.com", "2001:db8:0:1::1", clock, in: database)
        }
    }

    @Test(arguments: Engine.allCases) func `attempts at the same time are all counted`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let clock = ManualClock(at: Given.noon)

            let outcomes = await Given.atOnce(20) { _ in
                try await self.begin("ana@example.com", nil, clock, in: database)
                return "counted"
            }

            #expect(outcomes == ["counted": 6, "access.too_many_attempts": 14])
        }
    }

    @Test(arguments: Engine.allCases) func `a success clears the account but not what its address failed before`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let clock = ManualClock(at: Given.noon)
            for index in 0..<20 { try await begin("m\(index)@example.com", "192.0.2.1", clock, in: database) }
            for _ in 0..<5 { try await begin("ana@example.com", nil, clock, in: database) }

            try await begin("own@example.com", "192.0.2.1", clock, in: database)
            try await forgive("own@example.com", "192.0.2.1", clock, in: database)
            try await forgive("ana@example.com", nil, clock, in: database)

            for _ in 0..<5 { try await begin("ana@example.com", nil, clock, in: database) }
            try await begin("next@example.com", "192.0.2.1", clock, in: database)
            #expect(try await waitAfterRefusal("again@example.com", "192.0.2.1", clock, in: database) == 1)
        }
    }

    @Test(arguments: Engine.allCases) func `failures are forgotten after a day, and hold no address of a person`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let clock = ManualClock(at: Given.noon)
            for _ in 0..<6 { try await begin("planted@example.com", nil, clock, in: database) }
            let subjects = try await database.read { transaction in
                try transaction.all("SELECT subject FROM sign_in_failures") { try $0.text(0) }
            }

            clock.advance(by: .seconds(86_400))
            for _ in 0..<5 { try await begin("planted@example.com", nil, clock, in: database) }

            #expect(subjects.count == 1)
            #expect(subjects.allSatisfy { !$0.contains("planted") })
        }
    }

    private func begin(
        _ account: String, _ address: String?, _ clock: ManualClock, in database: any Database
    ) async throws {
        let now = clock.now()
        try await database.write { try SignInThrottle().begin(account: account, address: address, at: now, in: $0) }
    }

    private func forgive(
        _ account: String, _ address: String?, _ clock: ManualClock, in database: any Database
    ) async throws {
        let now = clock.now()
        try await database.write { try SignInThrottle().forgive(account: account, address: address, at: now, in: $0) }
    }

    private func waitAfterRefusal(
        _ account: String, _ address: String?, _ clock: ManualClock, in database: any Database
    ) async throws -> Int {
        do {
            try await begin(account, address, clock, in: database)
            return 0
        } catch let error as AccessError {
            guard case .tooManyAttempts(let seconds) = error.problem else { throw error }
            return seconds
        }
    }
}
