import Basics
import Synchronization

/// What programs do to orders. Source: facts on VTEX §3.4, §3.5.
extension Shop {
    func writer(of state: OrderState, _ order: OrderBlueprint) -> OrderWriter {
        OrderWriter(account: account, order: order, state: state, papers: papers[String(state.number)])
    }

    /// Changes an order's papers; `body` throws to leave them as they are.
    func file<Result>(_ state: OrderState, _ body: (inout OrderPapers) throws -> Result) throws -> Result {
        try papers.change(String(state.number)) { papers in
            var changed = papers ?? OrderPapers(number: state.number)
            if changed.packages.isEmpty, state.invoiced != nil {
                changed.packages =
                    OrderWriter(account: account, order: content.blueprint(of: state), state: state)
                    .generatedPackages
            }
            let result = try body(&changed)
            papers = changed
            return result
        }
    }

    /// Handling starts and is under way at once. False when the order is not ready for it.
    func startHandling(_ state: OrderState) throws -> Bool {
        let now = time.now()
        let isReady = try change(state) { order in
            guard order.status == .readyForHandling else { return false }
            order.move(to: .startHandling, at: now)
            return true
        }
        guard isReady == true else { return false }
        _ = try move(state, to: .handling, from: [.startHandling])
        return true
    }

    /// Cancels an order over the statuses that VTEX takes on the way; one that is canceled already stays so.
    ///
    /// - Throws: `Refusal` for incomplete and for (partially) invoiced orders.
    func cancel(_ state: OrderState, reason: String?) throws {
        guard state.status != .canceled else { return }
        let isInvoiced = state.invoiced != nil || (papers[String(state.number)]?.invoiced ?? 0) > 0
        guard !isInvoiced else { throw OMSRefusal.badRequest("An invoiced order cannot be canceled") }
        guard state.status != .incomplete, state.status != .replaced else {
            throw OMSRefusal.badRequest("This order cannot be canceled")
        }
        try file(state) { papers in papers.cancelReason = reason ?? papers.cancelReason }
        if state.status.isAuthorized { _ = try move(state, to: .requestCancel, from: nil) }
        _ = try move(state, to: .cancel, from: nil)
        _ = try move(state, to: .canceled, from: [.cancel])
    }

    /// The payment went through. False when the order waits for none.
    func confirmPayment(_ state: OrderState) throws -> Bool {
        try move(state, to: .paymentApproved, from: [.paymentPending])
    }

    /// Puts an order into `status` if it stands in one of those named; nil is any.
    func move(_ state: OrderState, to status: OrderStatus, from: Set<OrderStatus>?) throws -> Bool {
        let now = time.now()
        return try change(state) { order in
            guard from?.contains(order.status) ?? (order.status != status) else { return false }
            order.move(to: status, at: now)
            return true
        } == true
    }

    /// Adds a package with its invoice; one with the same number changes nothing.
    ///
    /// - Throws: `Refusal` when the order is not paid or canceled, when the invoices would exceed its value, or for goods
    ///   coming back that were not invoiced in full.
    func invoice(_ package: OrderPackage, of state: OrderState) throws {
        guard state.status.isAuthorized else {
            throw OMSRefusal.badRequest("An order with the status \(state.status.key) cannot be invoiced")
        }
        let isNew = try file(state) { papers -> Bool in
            guard papers.position(ofInvoice: package.invoiceNumber) == nil else { return false }
            if package.isOutput {
                guard state.status != .invoiced, papers.invoiced + package.value <= state.value else {
                    throw OMSRefusal.badRequest("The invoices exceed the order's value")
                }
            } else if state.status != .invoiced {
                throw OMSRefusal.badRequest("Goods come back after the whole order is invoiced only")
            }
            papers.packages.append(package)
            return true
        }
        guard isNew else { return }
        let now = time.now()
        guard package.isOutput else {
            _ = try change(state) { order in
                order.takeBack(at: now)
                return true
            }
            return
        }
        if papers[String(state.number)]?.invoiced == state.value {
            _ = try move(state, to: .invoice, from: nil)
            _ = try move(state, to: .invoiced, from: [.invoice])
        } else {
            // Part of it: the order goes back to where the rest is handled.
            guard try !move(state, to: .handling, from: nil) else { return }
            try touch(state)
        }
    }

    /// Something of the order changed that is no status.
    func touch(_ state: OrderState) throws {
        let now = time.now()
        _ = try change(state) { order in
            order.touch(at: now)
            return true
        }
    }
}
