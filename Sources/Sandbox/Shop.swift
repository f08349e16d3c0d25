import Basics
import Synchronization

/// One VTEX account: its keys, its orders and what it sells.
final class Shop: Sendable {
    let account: String
    let seed: UInt64
    let time: SandboxTime
    let content: OrderContent
    let access: SharedAccess
    let orders: Mutex<OrderBook>
    let limits: RateLimits
    /// Prices, promotions, stock, carts and shoppers.
    let trade: Trade
    let signer = UserTokenSigner()
    /// The key that may do everything.
    let owner: AppKey
    let opened: Instant
    /// Whether orders older than two years stay out of lists.
    let hasWindow: Bool
    private let indexDelayBox: Mutex<Duration>
    private let startingBook: OrderBook
    private let journal: StateJournal?
    let papers: Kept<OrderPapers>
    let events: EventDesk
    let masterData: MasterData

    /// The account's id in License Manager.
    var accountID: String { Hexadecimal.text(seed, 0xACC0) }
    var catalogue: Catalogue { content.generator.catalogue }
    var indexDelay: Duration {
        get { indexDelayBox.withLock { $0 } }
        set { indexDelayBox.withLock { $0 = newValue } }
    }

    /// - Parameters:
    ///   - kept: What an earlier run left of this shop.
    ///   - journal: Where what happens is written before anybody sees it.
    /// - Throws: `SandboxError` when the data set cannot be read.
    init(
        account: String, configuration: SandboxConfiguration, time: SandboxTime, kept: KeptStore? = nil,
        journal: StateJournal? = nil, faults: FaultPlan = FaultPlan()
    ) throws {
        let now = kept?.anchor ?? time.now()
        self.account = account
        seed = configuration.seed
        self.time = time
        opened = now
        limits = RateLimits(documented: configuration.limits)
        indexDelayBox = Mutex(configuration.indexDelay)
        hasWindow = configuration.ordersFrom == nil
        let dataSet = try configuration.ordersFrom.map { try OlistOrders(folder: $0) }
        let generator = OrderGenerator(
            seed: configuration.seed, orders: configuration.orders, account: account,
            catalogue: Catalogue(seed: configuration.seed))
        do {
            trade = try Trade(catalogue: generator.catalogue, opened: now, kept: kept, journal: journal)
        } catch {
            // A line of a kind that we know, with a value that we do not.
            throw SandboxError.stateDamaged(path: configuration.stateFile ?? "", line: 1)
        }
        content = OrderContent(generator: generator, dataSet: dataSet, purchases: trade.purchases)
        let states = dataSet.map { $0.states() } ?? generator.timeline(count: configuration.orders, now: now)
        startingBook = OrderBook(states: states)
        var book = startingBook
        book.restore(kept.map { Array($0.changed.values) } ?? [])
        orders = Mutex(book)
        self.journal = journal
        papers = try Kept(store: kept, journal: journal)
        events = try EventDesk(store: kept, journal: journal, faults: faults)
        masterData = try MasterData(
            entities: DataEntity.all(generator: generator, people: dataSet?.people ?? [], opened: now), store: kept,
            journal: journal)

        var access = kept?.access ?? Self.firstAccess(account: account, at: now)
        owner =
            access.keys.first { $0.label == Self.ownerLabel && $0.roles.contains(Role.ownerID) }
            ?? access.addKey(label: Self.ownerLabel, roles: [Role.ownerID], at: now)
        self.access = SharedAccess(access, journal: journal)
    }

    private static let ownerLabel = "owner"

    private static func firstAccess(account: String, at now: Instant) -> AccessState {
        var access = AccessState(account: account)
        _ = access.addKey(label: ownerLabel, roles: [Role.ownerID], at: now)
        for article in ArticleRole.all {
            let role = access.addRole(name: article.role, resources: article.resources)
            _ = access.addKey(label: article.label, roles: [role.id], at: now)
        }
        return access
    }

    /// Orders and trade as they were at the start; keys and roles stay.
    func resetOrders() {
        trade.reset()
        orders.withLock { $0 = startingBook }
        papers.reset()
        events.reset()
        masterData.reset()
    }

    /// An order by its id or, as in `seq501456`, its sequence.
    func order(_ text: String) -> OrderState? {
        let lowered = text.lowercased()
        if lowered.hasPrefix("seq"), let sequence = Int64(lowered.dropFirst(3)) {
            return state(content.numbering.number(ofSequence: sequence))
        }
        guard let dash = text.lastIndex(of: "-"), let first = content.numbering.number(ofGroup: String(text[..<dash]))
        else { return nil }
        for number in [first, first + 1] {
            guard let state = state(number) else { continue }
            if content.blueprint(of: state).orderID.lowercased() == lowered { return state }
        }
        return nil
    }

    /// The orders of one cart.
    func group(_ group: String) -> [OrderState] {
        guard let first = content.numbering.number(ofGroup: group) else { return [] }
        return [first, first + 1].compactMap(state).filter { content.blueprint(of: $0).group == group }
    }

    private func state(_ number: Int64) -> OrderState? {
        orders.withLock { book in
            guard let position = book.position(of: number) else { return nil }
            let state = book.states[position]
            return hasWindow && state.created < time.now() - OrderSearch.window ? nil : state
        }
    }

    /// Changes an order where it stands, if `body` says that it did; nil when it is gone.
    ///
    /// - Throws: `SandboxError.stateNotWritten`; the order is as it was.
    func change(_ state: OrderState, _ body: (inout OrderState) -> Bool) throws -> Bool? {
        let moved = try orders.withLock { book -> (isDone: Bool?, before: OrderState?, after: OrderState?) in
            guard let position = book.position(of: state.number) else { return (nil, nil, nil) }
            let before = book.states[position]
            var changed = before
            guard body(&changed) else { return (false, nil, nil) }
            try journal?.append(KeptLine.order(changed))
            book.replace(at: position, with: changed)
            return (true, before, changed)
        }
        if let after = moved.after { try announce(after, from: moved.before) }
        return moved.isDone
    }

    /// Moves an order on now. False at the end of its road, nil when it is gone.
    ///
    /// - Throws: `SandboxError.stateNotWritten`; the order is as it was.
    func take(_ step: OrderStep, with state: OrderState) throws -> Bool? {
        let now = time.now()
        return try change(state) { $0.take(step, at: now) }
    }

    /// Places a new order now.
    ///
    /// - Parameter make: Makes the order of that number; the generator does unless somebody else is given.
    /// - Throws: What `make` throws; `SandboxError.stateNotWritten`. There is no new order then.
    @discardableResult
    func placeOrder(
        status: OrderStatus? = nil, make: ((_ number: Int64, _ now: Instant) throws -> OrderState)? = nil
    ) throws -> OrderState {
        let now = time.now()
        let placed = try orders.withLock { book in
            let number = book.freeNumber(at: now)
            var state = try make?(number, now) ?? content.generator.live(number: number, at: now)
            if let status { state.move(to: status, at: now) }
            try journal?.append(KeptLine.order(state))
            book.append(state)
            return state
        }
        try announce(placed, from: nil)
        return placed
    }
}
