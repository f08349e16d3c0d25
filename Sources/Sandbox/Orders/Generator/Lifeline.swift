import Basics

/// What happens to an order, and when: from the seed alone.
struct Lifeline {
    let generator: OrderGenerator
    let number: Int64
    /// 0 for the newest order of the store.
    let rank: Int

    private enum Event {
        case status(OrderStatus)
        case delivered
        case returned
    }

    /// The newest orders stand where each test and demo needs one, however small the store is.
    private static let newest: [OrderStatus] = [
        .paymentPending, .readyForHandling, .handling, .readyForHandling, .paymentPending, .invoiced, .readyForHandling,
        .waitingForSeller, .handling, .windowToCancel, .readyForHandling, .paymentApproved, .invoiced, .canceled,
    ]

    func state(at now: Instant) -> OrderState {
        let sketch = generator.sketch(number)
        var state = OrderState(
            number: number, source: .timeline, created: generator.created(number), value: sketch.value,
            units: sketch.units, isMarketplace: sketch.isMarketplace)
        let events =
            rank < Self.newest.count
            ? recent(to: Self.newest[rank], from: state.created, now: now)
            : life(of: sketch, from: state.created)
        for (event, instant) in events where instant <= now {
            switch event {
            case .status(let status): state.move(to: status, at: instant)
            case .delivered: state.deliver(at: instant)
            case .returned: state.takeBack(at: instant)
            }
        }
        return state
    }

    /// The way to `target`, evenly between the order and now.
    private func recent(to target: OrderStatus, from created: Instant, now: Instant) -> [(Event, Instant)] {
        let ways: [OrderStatus] =
            switch target {
            case .paymentPending: []
            case .canceled: [.canceled]
            case .waitingForSeller: [.paymentApproved, .waitingForSeller]
            default: [.paymentApproved, .windowToCancel, .readyForHandling, .handling, .invoiced]
            }
        let end = ways.firstIndex(of: target).map { $0 + 1 } ?? 0
        let gap = (now - created).microseconds / Int64(end + 2)
        return ways.prefix(end).enumerated().map { position, status in
            (.status(status), created + .microseconds(gap * Int64(position + 1)))
        }
    }

    private func life(of sketch: OrderGenerator.Sketch, from created: Instant) -> [(Event, Instant)] {
        var dice = Dice(seed: generator.seed, number: number, purpose: 30)
        var instant = created
        var events: [(Event, Instant)] = []
        func happen(_ event: Event, minutes low: Int64, _ high: Int64) {
            instant = instant + .microseconds(dice.between(low * 60_000_000, high * 60_000_000))
            events.append((event, instant))
        }
        switch sketch.isMarketplace ? OrderPayment.Kind.pix : generator.paymentKind(number) {
        case .boleto:
            if dice.chance(percent: 3) { return [] }
            if dice.chance(percent: 18) {
                happen(.status(.canceled), minutes: 7200, 7300)
                return events
            }
            happen(.status(.paymentApproved), minutes: 600, 4200)
        case .card where dice.chance(percent: 3):
            happen(.status(.paymentDenied), minutes: 1, 5)
            happen(.status(.canceled), minutes: 30, 90)
            return events
        default: happen(.status(.paymentApproved), minutes: 1, 25)
        }
        if sketch.isMarketplace { happen(.status(.waitingForFulfillment), minutes: 1, 3) }
        happen(.status(.windowToCancel), minutes: 1, 2)
        happen(.status(.readyForHandling), minutes: 30, 31)
        if dice.chance(percent: 3) {
            happen(.status(.canceled), minutes: 60, 1200)
            return events
        }
        happen(.status(.handling), minutes: 60, 3000)
        if dice.chance(percent: 1) {
            happen(.status(.cancellationRequested), minutes: 60, 300)
            happen(.status(.canceled), minutes: 60, 300)
            return events
        }
        happen(.status(.invoiced), minutes: 120, 4300)
        happen(.delivered, minutes: 2880, 15_000)
        if dice.chance(percent: 2) { happen(.returned, minutes: 4320, 28_800) }
        return events
    }
}
