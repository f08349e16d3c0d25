/// Where an order stands in VTEX's workflow.
///
/// "Delivered" is no status: see the package's courier status. Source: facts on VTEX §3.4.
enum OrderStatus: UInt8, Sendable, CaseIterable {
    case paymentPending, paymentApproved, paymentDenied, waitingForSeller, waitingForFulfillment, windowToCancel
    case readyForHandling, startHandling, handling, invoice, invoiced
    case requestCancel, cancellationRequested, cancel, canceled, replaced
    /// Not a real order yet: VTEX shows null.
    case incomplete

    /// The API's key.
    var key: String {
        switch self {
        case .paymentPending: "payment-pending"
        case .paymentApproved: "payment-approved"
        case .paymentDenied: "payment-denied"
        case .waitingForSeller: "waiting-for-sellers-confirmation"
        case .waitingForFulfillment: "waiting-ffmt-authorization"
        case .windowToCancel: "window-to-cancel"
        case .readyForHandling: "ready-for-handling"
        case .startHandling: "start-handling"
        case .handling: "handling"
        case .invoice: "invoice"
        case .invoiced: "invoiced"
        case .requestCancel: "request-cancel"
        case .cancellationRequested: "cancellation-requested"
        case .cancel: "cancel"
        case .canceled: "canceled"
        case .replaced: "replaced"
        case .incomplete: "incomplete"
        }
    }

    /// Localised and obsolete, as VTEX still sends it.
    var description: String {
        switch self {
        case .paymentPending: "Pagamento Pendente"
        case .paymentApproved: "Pagamento Aprovado"
        case .paymentDenied: "Pagamento Negado"
        case .waitingForSeller: "Aguardando Confirmação do Seller"
        case .waitingForFulfillment: "Aguardando Autorização para Despachar"
        case .windowToCancel: "Carência para Cancelamento"
        case .readyForHandling: "Pronto para o Manuseio"
        case .startHandling: "Iniciar Manuseio"
        case .handling: "Preparando Entrega"
        case .invoice: "Verificando Fatura"
        case .invoiced: "Faturado"
        case .requestCancel: "Solicitar Cancelamento"
        case .cancellationRequested: "Cancelamento Solicitado"
        case .cancel: "Cancelando"
        case .canceled: "Cancelado"
        case .replaced: "Substituído"
        case .incomplete: ""
        }
    }

    init?(key: String) {
        guard let status = OrderStatus.allCases.first(where: { $0.key == key }) else { return nil }
        self = status
    }

    /// The next step of an order that goes well; nil at the end.
    var next: OrderStatus? {
        switch self {
        case .paymentPending: .paymentApproved
        case .paymentApproved, .waitingForSeller: .windowToCancel
        case .waitingForFulfillment, .windowToCancel: .readyForHandling
        case .readyForHandling, .startHandling: .handling
        case .handling, .invoice: .invoiced
        case .requestCancel, .cancellationRequested, .cancel, .paymentDenied: .canceled
        case .incomplete: .paymentPending
        case .invoiced, .canceled, .replaced: nil
        }
    }

    /// Whether the payment has gone through on the way here.
    var isAuthorized: Bool {
        switch self {
        case .paymentApproved, .waitingForSeller, .waitingForFulfillment, .windowToCancel, .readyForHandling,
            .startHandling, .handling, .invoice, .invoiced:
            true
        default: false
        }
    }
}
