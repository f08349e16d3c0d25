import Basics

extension OrderStatus {
    /// As the admin calls it.
    var screenName: Phrase {
        switch self {
        case .paymentPending: Phrase(pt: "Pagamento pendente", es: "Pago pendiente", en: "Payment pending")
        case .paymentApproved: Phrase(pt: "Pagamento aprovado", es: "Pago aprobado", en: "Payment approved")
        case .paymentDenied: Phrase(pt: "Pagamento negado", es: "Pago rechazado", en: "Payment denied")
        case .waitingForSeller:
            Phrase(
                pt: "Aguardando confirmação do seller", es: "Esperando la confirmación del seller",
                en: "Waiting for the seller's confirmation")
        case .waitingForFulfillment:
            Phrase(
                pt: "Aguardando autorização para despachar", es: "Esperando autorización para despachar",
                en: "Waiting for fulfilment's authorisation")
        case .windowToCancel:
            Phrase(pt: "Carência para cancelamento", es: "Plazo para cancelar", en: "Time to cancel")
        case .readyForHandling: Phrase(pt: "Pronto para manuseio", es: "Listo para preparar", en: "Ready for handling")
        case .startHandling: Phrase(pt: "Iniciar manuseio", es: "Iniciar preparación", en: "Start handling")
        case .handling: Phrase(pt: "Preparando entrega", es: "Preparando entrega", en: "Handling shipping")
        case .invoice: Phrase(pt: "Verificando fatura", es: "Verificando factura", en: "Verifying invoice")
        case .invoiced: Phrase(pt: "Faturado", es: "Facturado", en: "Invoiced")
        case .requestCancel:
            Phrase(pt: "Solicitar cancelamento", es: "Solicitar cancelación", en: "Request cancellation")
        case .cancellationRequested:
            Phrase(pt: "Cancelamento solicitado", es: "Cancelación solicitada", en: "Cancellation requested")
        case .cancel: Phrase(pt: "Cancelando", es: "Cancelando", en: "Cancelling")
        case .canceled: Phrase(pt: "Cancelado", es: "Cancelado", en: "Canceled")
        case .replaced: Phrase(pt: "Substituído", es: "Reemplazado", en: "Replaced")
        case .incomplete: Phrase(pt: "Incompleto (carrinho)", es: "Incompleto (carrito)", en: "Incomplete (cart)")
        }
    }

    /// How the list colours it.
    var tone: String {
        switch self {
        case .invoiced: "good"
        case .paymentDenied, .requestCancel, .cancellationRequested, .cancel, .canceled: "bad"
        case .incomplete, .replaced: "dim"
        default: "busy"
        }
    }
}
