import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

/// Orders that were told of: each read once, written once, and nothing lost.
@Suite(.timeLimit(.minutes(20)))
struct LiveTests {
    @Test(arguments: Engine.allCases)
    func `an order that is told of often is one row, and is read once`(engine: Engine) async throws {
        try await LiveWorld.open(engine) { world in
            world.store.put([.sample("a", status: .paid, placedAt: Given.past)])

            for second in [3, 1, 2, 3] {
                try await world.tellByHook("a", at: Given.past + .seconds(second))
            }
            let waiting = try await world.waiting()
            try await world.step()

            #expect(waiting == 1)
            #expect(world.store.fetches == ["a"])
            #expect(try await world.waiting() == 0)
            #expect(try await world.connected.changes().count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what is older than what is stored comes to nothing`(engine: Engine) async throws {
        try await LiveWorld.open(engine) { world in
            let order = Order.sample("a", status: .paid, placedAt: Given.past)
            world.store.put([order])
            try await world.tellByHook("a", at: order.changedAt)
            try await world.step()

            let again = try await world.tellByHook("a", at: order.changedAt)
            let older = try await world.tellByHook("a", at: order.changedAt - .seconds(60))
            let newer = try await world.tellByHook("a", at: order.changedAt + .seconds(60))

            #expect([again, older, newer] == [false, false, true])
            #expect(try await world.waiting() == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `something newer that is told while an order is read has it read again`(engine: Engine) async throws {
        try await LiveWorld.open(engine) { world in
            world.store.put([.sample("a", status: .paid, placedAt: Given.past)])
            try await world.tellByHook("a", at: Given.past + .seconds(1))
            let inbox = EventInbox(world.connected.stream)
            let claim = try await world.claim()

            try await world.tellByHook("a", at: Given.past + .seconds(2))
            let settlement = try await world.connected.database.write {
                try inbox.settle(claim, at: world.clock.now(), in: $0)
            }

            #expect(settlement == .stillDue)
            #expect(try await world.waiting() == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a worker that stood still past its lease settles nothing`(engine: Engine) async throws {
        try await LiveWorld.open(engine) { world in
            world.store.put([.sample("a", status: .paid, placedAt: Given.past)])
            try await world.tellByHook("a", at: Given.past + .seconds(1))
            let inbox = EventInbox(world.connected.stream)
            let late = try await world.claim()
            world.clock.advance(by: .seconds(31))
            let other = try await world.claim()

            let lost = try await world.connected.database.write {
                try inbox.settle(late, at: world.clock.now(), in: $0)
            }
            let done = try await world.connected.database.write {
                try inbox.settle(other, at: world.clock.now(), in: $0)
            }
            try await world.tellByHook("a", at: Given.past + .seconds(2))
            let afterwards = try await world.connected.database.write {
                try inbox.settle(late, at: world.clock.now(), in: $0)
            }

            #expect([lost, done, afterwards] == [.lost, .done, .lost])
            #expect(try await world.waiting() == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an event is acknowledged once its order is written, and not before`(engine: Engine) async throws {
        try await LiveWorld.open(engine, mode: .feed) { world in
            world.events.tell("late", at: Given.past)

            try await world.step()
            let before = world.events.acknowledged
            world.store.put([.sample("late", status: .paid, placedAt: Given.past)])
            for _ in 0..<3 {
                world.clock.advance(by: .seconds(20))
                try await world.step()
            }

            #expect(before == [])
            #expect(world.events.acknowledged == ["handle-1"])
            #expect(try await world.connected.stored().map(\.order.externalID) == ["late"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a node that dies between writing and acknowledging repeats nothing`(engine: Engine) async throws {
        try await LiveWorld.open(engine, mode: .feed) { world in
            world.store.put([.sample("a", status: .paid, placedAt: Given.past)])
            world.events.tell("a", at: Given.past)
            // Read by a node that dies: its events come out of hiding later.
            _ = try await world.events.read()
            try await world.tellByHook("a", at: Given.past)
            try await world.step()
            world.events.unhide()

            world.clock.advance(by: .seconds(10))
            try await world.step()

            #expect(world.events.acknowledged == ["handle-1"])
            #expect(world.store.fetches == ["a"])
            #expect(try await world.connected.changes().count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a crash before or after any write loses no event and repeats none`(engine: Engine) async throws {
        var crash = 0
        var isReached = true
        while isReached, crash < 20 {
            crash += 1
            for isAfter in [false, true] {
                isReached = try await Self.isCrashReached(engine, atWrite: crash, isAfter: isAfter)
            }
        }

        // The template, the turn, the inbox, the claim, the commit: at least so many were crashed at.
        #expect(crash > 5)
        #expect(!isReached, "twelve events do not take twenty writes")
    }

    /// Reads a queue of twelve events with a node that dies at its n-th write, and then with another.
    private static func isCrashReached(_ engine: Engine, atWrite crash: Int, isAfter: Bool) async throws -> Bool {
        let reached = Mutex(false)
        try await LiveWorld.open(engine, mode: .feed) { world in
            let orders = Order.samples(12, from: Given.past, every: .seconds(60))
            world.store.put(orders)
            for order in orders { world.events.tell(order.externalID, at: order.changedAt) }
            let mortal = CrashingDatabase(world.connected.database, atWrite: crash, afterCommit: isAfter)
            do {
                _ = try await LiveWorld.run(world.connected, mortal, world.events, world.clock).step()
            } catch is Crash {
                reached.withLock { $0 = true }
            }
            // The dead node's leases run out, and what it had read comes out of hiding.
            world.clock.advance(by: .seconds(31))
            world.events.unhide()

            for _ in 0..<2 {
                try await world.step()
                world.clock.advance(by: .seconds(6))
            }

            try await Given.expectComplete(world.connected, world.store)
            #expect(try await world.connected.changes().count == 12)
            #expect(try await world.waiting() == 0)
            #expect(world.events.queued == 0)
        }
        return reached.withLock(\.self)
    }

    @Test(arguments: Engine.allCases)
    func `an order that the platform does not know is tried again and then set aside`(engine: Engine) async throws {
        try await LiveWorld.open(engine, mode: .feed) { world in
            world.events.tell("ghost", at: Given.past)

            for _ in 0..<4 {
                try await world.step()
                world.clock.advance(by: .seconds(60))
            }
            try await world.step()

            let parked = try await world.connected.database.read {
                try ParkedOrders(world.connected.stream).list(limit: 10, in: $0)
            }
            #expect(parked.map(\.externalID) == ["ghost"])
            #expect(parked.map(\.trouble.code) == ["sync.order_missing"])
            #expect(world.store.fetches.count == 3)
            #expect(try await world.waiting() == 0)
            #expect(world.events.acknowledged == ["handle-1"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `whatever the order and number of events, the end is the same`(engine: Engine) async throws {
        try await LiveWorld.open(engine, mode: .feed) { world in
            let orders = Order.samples(30, from: Given.past, every: .seconds(60))
            world.store.put(orders)
            for order in orders.reversed() + orders {
                world.events.tell(order.externalID, at: order.changedAt)
            }

            try await world.step()

            try await Given.expectComplete(world.connected, world.store)
            #expect(try await world.connected.changes().count == 30)
            #expect(world.events.queued == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a paused connection keeps what was told for later`(engine: Engine) async throws {
        try await LiveWorld.open(engine) { world in
            world.store.put([.sample("a", status: .paid, placedAt: Given.past)])
            try await world.tellByHook("a", at: Given.past)
            try await world.setState(.paused)

            await #expect(throws: SyncError.self) { try await world.run.step() }
            let held = try await world.waiting()
            try await world.setState(.active)
            try await world.step()

            #expect(held == 1)
            #expect(try await world.waiting() == 0)
            #expect(try await world.connected.stored().count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `states that nobody documented are counted and told`(engine: Engine) async throws {
        try await LiveWorld.open(engine, mode: .feed) { world in
            world.store.put([.sample("a", status: .paid, placedAt: Given.past)])
            world.events.tell("a", "quantum", at: Given.past)
            try await world.step()

            world.clock.advance(by: .seconds(301))
            try await world.step()

            #expect(try await world.findings() == ["live.unknown_states"])
            #expect(try await world.state()?.unknownState == "quantum")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a queue that vanished is made again, and that is told for a day`(engine: Engine) async throws {
        try await LiveWorld.open(engine, mode: .feed) { world in
            world.events.loseConfiguration()
            try await world.step()
            world.clock.advance(by: .seconds(10))
            try await world.step()
            let told = try await world.findings()
            world.clock.advance(by: .seconds(86_401))
            try await world.step()

            #expect(told == ["live.feed_recreated"])
            #expect(world.events.configurations == 1)
            #expect(try await world.findings() == [])
            #expect(try await world.state()?.mode == .feed)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a queue that somebody else has set up is left alone and told of`(engine: Engine) async throws {
        try await LiveWorld.open(engine, mode: .feed) { world in
            world.events.setForeign()
            world.events.tell("a", at: Given.past)
            world.clock.advance(by: .seconds(301))

            try await world.step()

            #expect(try await world.findings() == ["live.key_shared"])
            #expect(try await world.state()?.mode == .sweep)
            #expect(world.events.configurations == 0)
            #expect(world.events.acknowledged == [])
        }
    }
}
