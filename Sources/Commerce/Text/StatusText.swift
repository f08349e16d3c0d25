import Basics

/// Statuses of orders in the reader's language.
package enum StatusText {
    package static func phrase(_ status: OrderStatus) -> Phrase {
        switch status {
        case .incomplete: Phrase(pt: "incompleto", es: "incompleto", en: "incomplete")
        case .placed: Phrase(pt: "recebido", es: "recibido", en: "placed")
        case .paymentPending: Phrase(pt: "pagamento pendente", es: "pago pendiente", en: "payment pending")
        case .paymentDenied: Phrase(pt: "pagamento negado", es: "pago rechazado", en: "payment denied")
        case .paid: Phrase(pt: "pago", es: "pagado", en: "paid")
        case .readyForHandling:
            Phrase(pt: "pronto para o manuseio", es: "listo para preparación", en: "ready for handling")
        case .handling: Phrase(pt: "em manuseio", es: "en preparación", en: "handling")
        case .invoiced: Phrase(pt: "faturado", es: "facturado", en: "invoiced")
        case .shipped: Phrase(pt: "enviado", es: "enviado", en: "shipped")
        case .delivered: Phrase(pt: "entregue", es: "entregado", en: "delivered")
        case .cancellationRequested:
            Phrase(pt: "cancelamento pedido", es: "cancelación solicitada", en: "cancellation requested")
        case .canceled: Phrase(pt: "cancelado", es: "cancelado", en: "canceled")
        case .replaced: Phrase(pt: "substituído", es: "reemplazado", en: "replaced")
        case .other: Phrase(pt: "outro", es: "otro", en: "other")
        }
    }

    /// A status as a fact of the log holds it; as it stands when Ponte does not know it.
    package static func text(_ raw: String, in language: Language) -> String {
        OrderStatus(rawValue: raw).map { phrase($0)[language] } ?? raw
    }
}
