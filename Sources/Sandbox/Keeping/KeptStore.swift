import Basics

/// What a store is made of and what has happened in it: enough to open the same store again.
struct KeptStore: Sendable {
    var account: String
    var seed: UInt64
    /// How many orders the generator makes.
    var orders: Int
    /// Folder of a data set; nil generates orders.
    var ordersFrom: String?
    /// The moment that the generator's timeline ends at: when the store was opened first.
    var anchor: Instant
    /// How far the store's clock was put forward.
    var skipped = Duration.zero
    var access: AccessState?
    /// Orders that were made or moved since, by number.
    var changed: [Int64: OrderState] = [:]
    /// Prices, coupons, carts and the like that differ from the start, by kind and id; null was taken away.
    var things: [String: [String: JSON]] = [:]

    /// Its lines in a state file, the first one first.
    var lines: [JSON] {
        var lines = [KeptLine.store(self)]
        if skipped > .zero { lines.append(KeptLine.clock(skipped)) }
        if let access { lines.append(KeptLine.access(access)) }
        let kept = things.sorted { $0.key < $1.key }.flatMap { kind, values in
            values.sorted { $0.key < $1.key }.map { KeptLine.thing(kind, id: $0, $1) }
        }
        return lines + kept + changed.values.sorted { $0.number < $1.number }.map(KeptLine.order)
    }

    /// Reads the first line.
    init(first line: JSONView) throws {
        guard try line.string("kind") == "store", try line.integer("version") == KeptLine.version,
            let seed = UInt64(try line.string("seed"))
        else { throw KeptLine.Unknown() }
        account = try line.string("account")
        self.seed = seed
        orders = Int(try line.integer("orders"))
        ordersFrom = try line.optionalString("ordersFrom")
        anchor = Instant(microseconds: try line.integer("anchor"))
    }

    init(account: String, seed: UInt64, orders: Int, ordersFrom: String?, anchor: Instant) {
        self.account = account
        self.seed = seed
        self.orders = orders
        self.ordersFrom = ordersFrom
        self.anchor = anchor
    }

    /// Drops what was taken away of kinds that have nothing at the start.
    mutating func forgetSpent(_ kinds: [String]) {
        for kind in kinds { things[kind] = things[kind]?.filter { $0.value != .null } }
    }

    /// Takes a later line in.
    mutating func apply(_ line: JSONView) throws {
        switch try line.string("kind") {
        case "access": access = try KeptLine.access(line, account: account)
        case "order":
            let state = try OrderState(kept: line)
            changed[state.number] = state
        case "thing":
            things[try line.string("of"), default: [:]][try line.string("id")] =
                try line["value"].map(JSON.init) ?? .null
        case "clock": skipped += .microseconds(try line.integer("skipped"))
        case "reset":
            changed = [:]
            things = [:]
            skipped = .zero
        default: throw KeptLine.Unknown()
        }
    }
}
