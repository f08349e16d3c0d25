import Basics

/// What a person can do to an order by hand.
enum OrderStep: Sendable {
    /// Whatever comes next on the way to delivery.
    case next
    /// The courier hands it over: no status at VTEX.
    case delivered
    case returned
    case status(OrderStatus)

    /// `delivered`, `returned`, or a status by its key.
    init?(key: String) {
        switch key {
        case "delivered": self = .delivered
        case "returned": self = .returned
        default:
            guard let status = OrderStatus(key: key) else { return nil }
            self = .status(status)
        }
    }
}

extension OrderState {
    /// False at the end of the road.
    mutating func take(_ step: OrderStep, at instant: Instant) -> Bool {
        switch step {
        case .next: return advance(at: instant)
        case .delivered: deliver(at: instant)
        case .returned: takeBack(at: instant)
        case .status(let status): move(to: status, at: instant)
        }
        return true
    }
}
