import Basics
import Synchronization

/// What keeps a store alive: now and then an order is placed, or one of the last takes a step.
struct Life {
    let world: World

    private static let recent = 200
    /// How often the pace is looked at.
    private static let tick = Duration.milliseconds(250)

    func run() async throws {
        var dice = Dice(seed: world.configuration.seed, number: world.time.now().microseconds, purpose: 50)
        var owed = 0.0
        while true {
            try await world.time.sleep(for: Life.tick)
            let pace = world.pace.perMinute
            owed = pace > 0 ? owed + pace * Life.tick.seconds / 60 : 0
            while owed >= 1 {
                owed -= 1
                try step(&dice)
            }
        }
    }

    /// Every third time a new order; else a step of a recent one that has any left.
    func step(_ dice: inout Dice) throws {
        let shop = world.shop
        guard !dice.chance(percent: 33) else {
            // Some leave their cart, and come back later or never.
            try shop.placeOrder(status: dice.chance(percent: 10) ? .incomplete : nil)
            return
        }
        let open = shop.orders.withLock { book in
            book.states.suffix(Life.recent).filter {
                $0.status.next != nil || ($0.status == .invoiced && $0.delivered == nil)
            }
        }
        guard !open.isEmpty else {
            try shop.placeOrder()
            return
        }
        let now = world.time.now()
        _ = try shop.change(dice.pick(open)) { $0.advance(at: now) }
    }
}
