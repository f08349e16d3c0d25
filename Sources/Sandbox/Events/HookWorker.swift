import Basics

/// Delivers what hooks wait for, for as long as the sandbox runs.
struct HookWorker {
    let world: World

    /// How often queues are looked at when there are hooks, and when there are none.
    private static let busy = Duration.milliseconds(25)
    private static let idle = Duration.milliseconds(250)

    func run() async throws {
        while true {
            let shops = world.allShops.filter(\.events.hasHooks)
            for shop in shops { try await deliver(shop) }
            try await world.time.sleep(for: shops.isEmpty ? Self.idle : Self.busy)
        }
    }

    /// One event to each hook that has one due, all at once.
    private func deliver(_ shop: Shop) async throws {
        let due = try shop.events.dueForHooks(at: world.time.now())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (hook, message) in due {
                group.addTask {
                    let body = HookCourier.notification(message, of: hook, account: shop.account)
                    let wasTaken = await HookCourier.post(body, to: hook)
                    try shop.events.sent(message, wasTaken: wasTaken, at: world.time.now())
                }
            }
            try await group.waitForAll()
        }
    }
}
