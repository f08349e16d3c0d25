import Basics
import Synchronization

/// Everything that one sandbox serves.
final class World: Sendable {
    let configuration: SandboxConfiguration
    let time: SandboxTime
    let faults: FaultPlan
    /// How fast the store lives; at first as configured.
    let pace: Pace
    let counters = RequestCounters()
    /// The account of the configuration.
    let shop: Shop
    /// Whether the store was there before, in a state file.
    let carriesOn: Bool
    private let journal: StateJournal?
    private let others = Mutex<[String: Shop]>([:])

    init(configuration: SandboxConfiguration, clock: any WallClock) throws {
        let journal = try configuration.stateFile.map(StateJournal.init(path:))
        var configuration = configuration
        if let kept = journal?.kept {
            configuration.account = kept.account
            configuration.seed = kept.seed
            configuration.orders = kept.orders
            configuration.ordersFrom = kept.ordersFrom
        }
        guard World.isAccountName(configuration.account) else {
            throw SandboxError.badAccount(name: configuration.account)
        }
        self.configuration = configuration
        let faults = FaultPlan()
        self.faults = faults
        pace = Pace(perMinute: configuration.pace)
        self.journal = journal
        carriesOn = journal?.kept != nil
        time = SandboxTime(clock: clock, skipped: journal?.kept?.skipped ?? .zero)
        shop = try Shop(
            account: configuration.account, configuration: configuration, time: time, kept: journal?.kept,
            journal: journal, faults: faults)
        var store =
            journal?.kept
            ?? KeptStore(
                account: configuration.account, seed: configuration.seed, orders: configuration.orders,
                ordersFrom: configuration.ordersFrom, anchor: shop.opened)
        store.access = shop.access.read { $0 }
        store.forgetSpent(EventDesk.kinds)
        try journal?.begin(store)
    }

    /// Puts the clock forward.
    ///
    /// - Throws: `SandboxError.stateNotWritten`; the clock is as it was.
    func skip(_ duration: Duration) throws {
        try journal?.append(KeptLine.clock(duration))
        time.skip(duration)
    }

    /// Orders and clock as at the start, in all accounts; keys and roles stay.
    ///
    /// - Throws: `SandboxError.stateNotWritten`; nothing is changed.
    func startOver() throws {
        try journal?.append(KeptLine.reset)
        time.reset()
        for shop in allShops { shop.resetOrders() }
    }

    /// Nil when there is no such account here.
    func shop(_ account: String) -> Shop? {
        let wanted = account.lowercased()
        return wanted == shop.account ? shop : others.withLock { $0[wanted] }
    }

    /// Another account with a store of its own; nil when the name is taken or is none.
    func open(account: String, seed: UInt64, orders: Int) throws -> Shop? {
        guard World.isAccountName(account), shop(account) == nil else { return nil }
        var configuration = configuration
        configuration.seed = seed
        configuration.orders = orders
        configuration.ordersFrom = nil
        let opened = try Shop(account: account, configuration: configuration, time: time, faults: faults)
        others.withLock { $0[account] = opened }
        return opened
    }

    var allShops: [Shop] { [shop] + others.withLock { Array($0.values) } }

    static func isAccountName(_ name: String) -> Bool {
        guard let first = name.utf8.first, (97...122).contains(first) || (48...57).contains(first) else { return false }
        return name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
    }
}
