import Basics

/// What changes of an order, and what lists filter by. Everything else comes out of the seed when somebody asks.
struct OrderState: Sendable {
    /// Which order this is: a slot of the generator's timeline, a row of a data set, or the moment of a live order.
    let number: Int64
    let source: Source
    let created: Instant
    /// Cents; registered changes move it.
    private(set) var value: Int64
    /// Units over all lines.
    let units: Int32
    let isMarketplace: Bool
    private(set) var status: OrderStatus
    /// What the order list shows until the index has caught up with `lastChange`.
    private(set) var previousStatus: OrderStatus
    private(set) var lastChange: Instant
    private(set) var authorized: Instant?
    private(set) var invoiced: Instant?
    /// The courier says so.
    private(set) var delivered: Instant?
    /// The invoice of goods that came back.
    private(set) var returned: Instant?
    private(set) var canceled: Instant?

    enum Source: UInt8, Sendable {
        case timeline, dataSet, live
        /// In the shop window.
        case bought
    }

    init(
        number: Int64, source: Source, created: Instant, value: Int64, units: Int, isMarketplace: Bool,
        status: OrderStatus = .paymentPending
    ) {
        self.number = number
        self.source = source
        self.created = created
        self.value = value
        self.units = Int32(clamping: units)
        self.isMarketplace = isMarketplace
        self.status = status
        previousStatus = status
        lastChange = created
    }

    /// As a state file has it.
    init(kept line: JSONView) throws {
        func instant(_ key: StaticString) throws -> Instant? {
            try line.optionalInteger(key).map(Instant.init(microseconds:))
        }
        guard let source = Source(rawValue: UInt8(clamping: try line.integer("source"))),
            let status = OrderStatus(key: try line.string("status")),
            let previousStatus = OrderStatus(key: try line.string("previousStatus"))
        else { throw KeptLine.Unknown() }
        self.init(
            number: try line.integer("number"), source: source,
            created: Instant(microseconds: try line.integer("created")), value: try line.integer("value"),
            units: Int(try line.integer("units")), isMarketplace: try line.bool("isMarketplace"), status: status)
        self.previousStatus = previousStatus
        lastChange = Instant(microseconds: try line.integer("lastChange"))
        authorized = try instant("authorized")
        invoiced = try instant("invoiced")
        delivered = try instant("delivered")
        returned = try instant("returned")
        canceled = try instant("canceled")
    }

    /// Puts the order into `status` with the dates that go with it.
    mutating func move(to status: OrderStatus, at instant: Instant) {
        previousStatus = self.status
        self.status = status
        lastChange = max(lastChange, instant)
        if status.isAuthorized, authorized == nil { authorized = instant }
        if status == .invoiced, invoiced == nil { invoiced = instant }
        if status == .canceled || status == .cancel, canceled == nil { canceled = instant }
    }

    /// The order costs `cents` more, or less.
    mutating func adjust(by cents: Int64, at instant: Instant) {
        value += cents
        lastChange = max(lastChange, instant)
    }

    /// Something of the order changed that is no status.
    mutating func touch(at instant: Instant) { lastChange = max(lastChange, instant) }

    mutating func deliver(at instant: Instant) {
        delivered = instant
        lastChange = max(lastChange, instant)
    }

    mutating func takeBack(at instant: Instant) {
        returned = instant
        lastChange = max(lastChange, instant)
    }

    /// One step on: the next status, then delivery. False at the end of the road.
    mutating func advance(at instant: Instant) -> Bool {
        if let next = status.next {
            move(to: next, at: instant)
            return true
        }
        guard status == .invoiced, delivered == nil else { return false }
        deliver(at: instant)
        return true
    }

    /// The status as an index sees it that is `delay` behind.
    func indexedStatus(at now: Instant, delay: Duration) -> OrderStatus {
        lastChange <= now - delay ? status : previousStatus
    }
}
