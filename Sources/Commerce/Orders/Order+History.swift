import Basics

extension Order {
    /// This order with the status events of the stored one beside its own: what was seen once stays known, even when the
    /// platform keeps only the last date of a status.
    ///
    /// When the status differs from the stored one's and the platform gives no date for it, the change is an observed
    /// event at `changedAt`. Sorted by time; of two events with one status and one time the platform's own stays.
    package func merging(history stored: Order) -> Order {
        var events = statusHistory
        if status != stored.status, !events.contains(where: { $0.status == status }) {
            events.append(OrderStatusEvent(status: status, at: changedAt, evidence: .observed))
        }
        var merged = self
        merged.statusHistory = OrderStatusEvent.united(events, stored.statusHistory)
        return merged
    }
}

extension OrderStatusEvent {
    private struct Key: Hashable {
        let status: OrderStatus
        let at: Instant
    }

    fileprivate static func united(_ left: [OrderStatusEvent], _ right: [OrderStatusEvent]) -> [OrderStatusEvent] {
        var byKey: [Key: OrderStatusEvent] = [:]
        for event in left + right {
            let key = Key(status: event.status, at: event.at)
            if byKey[key]?.evidence != .platform { byKey[key] = event }
        }
        // Events of one moment stand in the order that orders go through.
        let rank = Dictionary(uniqueKeysWithValues: zip(OrderStatus.allCases, OrderStatus.allCases.indices))
        return byKey.values.sorted { left, right in
            left.at != right.at ? left.at < right.at : (rank[left.status] ?? 0) < (rank[right.status] ?? 0)
        }
    }
}
