import Commerce

/// VTEX's statuses in Ponte's words. Source: docs/platforms/vtex.md.
enum VTEXStatus {
    /// - Parameter isAuthorized: whether the payment was approved: some waits come before it and after it.
    static func status(_ platformStatus: String, isAuthorized: Bool, shipments: [OrderShipment]) -> OrderStatus {
        let status = status(platformStatus.lowercased(), isAuthorized: isAuthorized)
        return status == .invoiced && isDelivered(shipments) ? .delivered : status
    }

    /// VTEX has no status for it: every parcel has arrived.
    private static func isDelivered(_ shipments: [OrderShipment]) -> Bool {
        let parcels = shipments.filter { $0.kind == .output }
        return !parcels.isEmpty && parcels.allSatisfy(\.isDelivered)
    }

    private static func status(_ word: String, isAuthorized: Bool) -> OrderStatus {
        switch word {
        case "", "null", "incomplete": .incomplete
        case "order-created", "order-accepted", "order-completed", "on-order-completed", "on-order-completed-ffm":
            isAuthorized ? .paid : .placed
        case "payment-pending", "approve-payment": .paymentPending
        case "payment-denied": .paymentDenied
        case "payment-approved": .paid
        case "waiting-for-order-authorization", "waiting-for-authorization", "waiting-for-seller-confirmation",
            "waiting-for-sellers-confirmation", "waiting-ffmt-authorization", "waiting-for-manual-authorization",
            "waiting-for-mkt-authorization", "waiting-seller-handling", "authorize-fulfillment":
            isAuthorized ? .paid : .placed
        case "window-to-cancel", "window-to-change-payment", "window-to-change-seller": .paid
        case "waiting-for-fulfillment", "ready-for-handling": .readyForHandling
        case "start-handling", "handling", "ready-for-invoicing", "invoice": .handling
        case "invoiced", "invoice-after-cancellation-deny": .invoiced
        // "cancel" is the platform still canceling; it may yet fail.
        case "request-cancel", "cancellation-requested", "waiting-for-seller-decision", "cancel": .cancellationRequested
        // The seller refused: the order goes on.
        case "cancellation-request-denied-ffm": .handling
        case "canceled", "cancelled": .canceled
        case "replaced": .replaced
        default: .other
        }
    }
}
