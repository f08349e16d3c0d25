/// The states that feed and hook tell of. Source: VTEX, "Order flow and status" and "Feed v3"; docs/platforms/vtex.md.
enum VTEXEventStates {
    /// As VTEX writes them; a filter with another spelling never fires.
    static let all = [
        "order-created", "order-completed", "on-order-completed", "on-order-completed-ffm", "order-accepted",
        "payment-pending", "approve-payment", "payment-approved", "payment-denied",
        "waiting-for-order-authorization", "waiting-for-authorization", "waiting-for-manual-authorization",
        "waiting-for-mkt-authorization", "waiting-for-seller-confirmation", "waiting-for-sellers-confirmation",
        "waiting-ffmt-authorization", "waiting-seller-handling", "authorize-fulfillment", "window-to-cancel",
        "window-to-change-payment", "window-to-change-seller", "waiting-for-fulfillment", "ready-for-handling",
        "start-handling", "handling", "ready-for-invoicing", "invoice", "invoiced",
        "invoice-after-cancellation-deny", "request-cancel", "cancellation-requested", "waiting-for-seller-decision",
        "cancellation-request-denied-ffm", "cancel", "canceled", "cancelled", "replaced", "incomplete",
    ]

    /// What both set-ups ask for: by state, since filters on the whole order lose events (docs/platforms/vtex.md).
    static let kind = "FromWorkflow"
}
