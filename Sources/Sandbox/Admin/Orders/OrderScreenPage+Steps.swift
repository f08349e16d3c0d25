import Basics

extension OrderScreenPage {
    /// A button of the order's page.
    struct Step: Sendable {
        /// What the form sends: `next`, or what `OrderStep` reads.
        let key: String
        let text: Phrase
        let isMain: Bool
    }

    /// What can be done with an order where it stands.
    static func steps(from state: OrderState) -> [Step] {
        var steps: [Step] = []
        if let next = state.status.next {
            let name = next.screenName
            steps.append(
                Step(
                    key: "next",
                    text: Phrase(
                        pt: "Avançar para: \(name.portuguese)", es: "Avanzar a: \(name.spanish)",
                        en: "Move on to: \(name.english)"), isMain: true))
        }
        if state.status == .invoiced, state.delivered == nil {
            steps.append(
                Step(
                    key: "delivered",
                    text: Phrase(pt: "Marcar como entregue", es: "Marcar como entregado", en: "Mark as delivered"),
                    isMain: true))
        }
        if state.status == .invoiced, state.returned == nil {
            steps.append(
                Step(
                    key: "returned",
                    text: Phrase(pt: "Registrar devolução", es: "Registrar devolución", en: "Enter a return"),
                    isMain: false))
        }
        if state.status.next != nil, !state.status.isCancelling {
            steps.append(
                Step(
                    key: OrderStatus.canceled.key,
                    text: Phrase(pt: "Cancelar pedido", es: "Cancelar pedido", en: "Cancel order"), isMain: false))
        }
        return steps
    }
}

extension OrderStatus {
    fileprivate var isCancelling: Bool {
        [.requestCancel, .cancellationRequested, .cancel, .paymentDenied, .canceled].contains(self)
    }
}
