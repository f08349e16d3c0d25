import Basics
import Synchronization

/// What keeps a store alive: now and then an order is placed, or one of the last takes a step.
struct Life {
    let world: World

    private static let recent = 200

    func run() async throws {
        let pace = world.configuration.pace
        guard pace > 0 else {
            // Nothing to do but to wait for the end.
            while true { try await world.time.sleep(for: .seconds(3600)) }
        }
        var dice = Dice(seed: world.configuration.seed, number: world.time.now().microseconds, purpose: 50)
        while true {
            try await world.time.sleep(for: .microseconds(Int64(60_000_000 / pace)))
            try step(&dice)
        }
    }

    /// Every third time a new order; else a step of a recent one that has any left.
    func step(_ dice: inout Dice) throws {
        let shop = world.shop
        guard !dice.chance(percent: 33) else {
            try shop.placeOrder()
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
