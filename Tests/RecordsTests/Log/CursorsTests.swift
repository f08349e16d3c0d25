import Basics
import Records
import Storage
import TestSupport
import Testing

struct CursorsTests {
    private static let minute = Duration.seconds(60)

    @Test(arguments: Engine.allCases) func `a new cursor starts where it is told and moves on`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            let held = try #require(try await claim(shop, startingAt: 7))

            let moved = try await advance(shop, held, to: 12)

            #expect(held.position == 7)
            #expect(moved.position == 12)
            #expect(try await position(shop) == 12)
        }
    }

    @Test(arguments: Engine.allCases) func `a held cursor is nobody else's until its lease ends`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            let first = try #require(try await claim(shop))

            let early = try await claim(shop, at: Shop.noon + .seconds(59))
            let late = try await claim(shop, at: Shop.noon + .seconds(60))

            #expect(early == nil)
            #expect(late?.leaseToken == first.leaseToken + 1)
        }
    }

    @Test(arguments: Engine.allCases) func `a reader whose lease was taken over commits nothing`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            let sleeper = try #require(try await claim(shop))
            let heir = try #require(try await claim(shop, at: Shop.noon + .seconds(61)))
            _ = try await advance(shop, heir, to: 5)

            let error = await #expect(throws: RecordsError.self) {
                try await shop.database.write { transaction in
                    try transaction.execute("UPDATE connections SET name = 'written by the sleeper'")
                    _ = try Cursors(shop.scope).advance(sleeper, to: 9, in: transaction)
                }
            }

            #expect(error == RecordsError(.leaseLost(reader: "totals")))
            #expect(try await position(shop) == 5)
            #expect(try await shop.integer("SELECT COUNT(*) FROM connections WHERE name = 'Loja shop'") == 1)
        }
    }

    @Test(arguments: Engine.allCases) func `a position is left once only`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let held = try #require(try await claim(shop))
            _ = try await advance(shop, held, to: 3)

            await #expect(throws: RecordsError(.leaseLost(reader: "totals"))) {
                try await advance(shop, held, to: 3)
            }
        }
    }

    @Test(arguments: Engine.allCases) func `a released cursor can be claimed at once`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let held = try #require(try await claim(shop))
            let moved = try await advance(shop, held, to: 3)

            try await shop.database.write { try Cursors(shop.scope).release(moved, in: $0) }

            #expect(try await claim(shop, startingAt: 99)?.position == 3)
        }
    }

    @Test(arguments: Engine.allCases) func `a renewed lease lasts longer and a lost one is not renewed`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            let held = try #require(try await claim(shop))

            try await renew(shop, held, at: Shop.noon + .seconds(50))
            let early = try await claim(shop, at: Shop.noon + .seconds(109))
            let heir = try await claim(shop, at: Shop.noon + .seconds(110))

            #expect(early == nil)
            #expect(heir != nil)
            await #expect(throws: RecordsError(.leaseLost(reader: "totals"))) {
                try await renew(shop, held, at: Shop.noon + .seconds(111))
            }
        }
    }

    @Test(arguments: Engine.allCases) func `of many claims at the same time one gets the cursor`(engine: Engine)
        async throws
    {
        try await Shop.open(engine) { shop in
            let held = try await withThrowingTaskGroup(of: Cursors.Held?.self) { group in
                for _ in 0..<10 { group.addTask { try await claim(shop) } }
                return try await group.reduce(into: [Cursors.Held]()) { if let held = $1 { $0.append(held) } }
            }

            #expect(held.map(\.leaseToken) == [1])
        }
    }

    @Test(arguments: Engine.allCases) func `a reader that never came has no position`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let position = try await position(shop)

            #expect(position == nil)
        }
    }

    private func claim(
        _ shop: Shop, startingAt start: Int64 = 0, at instant: Instant = Shop.noon
    ) async throws -> Cursors.Held? {
        try await shop.database.write {
            try Cursors(shop.scope).claim("totals", startingAt: start, for: Self.minute, at: instant, in: $0)
        }
    }

    @discardableResult
    private func advance(_ shop: Shop, _ held: Cursors.Held, to position: Int64) async throws -> Cursors.Held {
        try await shop.database.write { try Cursors(shop.scope).advance(held, to: position, in: $0) }
    }

    private func renew(_ shop: Shop, _ held: Cursors.Held, at instant: Instant) async throws {
        try await shop.database.write {
            try Cursors(shop.scope).renew(held, for: Self.minute, at: instant, in: $0)
        }
    }

    private func position(_ shop: Shop) async throws -> Int64? {
        try await shop.database.read { try Cursors(shop.scope).position(of: "totals", in: $0) }
    }
}
