import Basics

/// Why a reconciliation cannot be asked for, or cannot be done.
package struct ReconciliationError: ExplainedError, Hashable {
    package enum Reason: Hashable, Sendable {
        case alreadyOpen
        case notImported
        case emptySpan
        case leaseLost
        case unknownZone
        case listDropped
        case listUnsteady
        case entryNameless
    }

    package let reason: Reason
    package let explanation: Phrase
    package let remedy: Phrase?

    private init(_ reason: Reason, _ explanation: Phrase, remedy: Phrase? = nil) {
        self.reason = reason
        self.explanation = explanation
        self.remedy = remedy
    }

    package var code: String {
        switch reason {
        case .alreadyOpen: "reconciliation.already_open"
        case .notImported: "reconciliation.not_imported"
        case .emptySpan: "reconciliation.empty_span"
        case .leaseLost: "reconciliation.lease_lost"
        case .unknownZone: "reconciliation.unknown_zone"
        case .listDropped: "reconciliation.list_dropped"
        case .listUnsteady: "reconciliation.list_unsteady"
        case .entryNameless: "reconciliation.entry_nameless"
        }
    }

    package var isRetryable: Bool { reason == .alreadyOpen }

    static let alreadyOpen = ReconciliationError(
        .alreadyOpen,
        Phrase(
            pt: "Já há uma conferência desta conexão em andamento.",
            es: "Ya hay una conciliación de esta conexión en curso.",
            en: "A reconciliation of this connection is under way already."),
        remedy: Phrase(
            pt: "Espere até ela terminar.", es: "Espere a que termine.", en: "Wait until it has ended."))

    static let notImported = ReconciliationError(
        .notImported,
        Phrase(
            pt: "Os pedidos desta conexão ainda não foram lidos até o fim: não há o que conferir.",
            es: "Los pedidos de esta conexión todavía no se leyeron por completo: no hay qué conciliar.",
            en: "The orders of this connection have not been read to the end yet: there is nothing to compare."),
        remedy: Phrase(
            pt: "Espere a primeira leitura terminar e confira depois.",
            es: "Espere a que termine la primera lectura y concilie después.",
            en: "Wait for the first import to end, then reconcile."))

    static let emptySpan = ReconciliationError(
        .emptySpan,
        Phrase(
            pt: "O período pedido não tem nenhum dia: ele termina antes de começar, ou ainda não começou.",
            es: "El período pedido no tiene ningún día: termina antes de empezar, o todavía no empezó.",
            en: "The span asked for has no day: it ends before it begins, or has not begun yet."))

    static let leaseLost = ReconciliationError(
        .leaseLost,
        Phrase(
            pt: "A conferência passou para outro processo; este parou sem gravar mais nada.",
            es: "La conciliación pasó a otro proceso; este se detuvo sin grabar nada más.",
            en: "The reconciliation was taken over by another process; this one stopped and wrote nothing more."))

    static func unknownZone(_ name: String) -> ReconciliationError {
        ReconciliationError(
            .unknownZone,
            Phrase(
                pt: "O fuso horário \(name) não é conhecido neste computador.",
                es: "La zona horaria \(name) no se conoce en este equipo.",
                en: "The time zone \(name) is not known on this machine."))
    }

    /// The platform lists nothing, or the lesser part, of what it showed before.
    static func listDropped(listed: Int, held: Int) -> ReconciliationError {
        ReconciliationError(
            .listDropped,
            Phrase(
                pt: "A plataforma lista \(listed) pedidos onde já mostrou \(held): a lista não merece confiança agora.",
                es: "La plataforma lista \(listed) pedidos donde ya mostró \(held): la lista no es confiable ahora.",
                en:
                    "The platform lists \(listed) orders where it showed \(held) before: its list cannot be trusted now."
            ))
    }

    /// The pages of one list do not add up to what the list counts, twice in a row.
    static func listUnsteady(listed: Int, total: Int) -> ReconciliationError {
        ReconciliationError(
            .listUnsteady,
            Phrase(
                pt: "A plataforma conta \(total) pedidos e entregou \(listed): faltam páginas na lista.",
                es: "La plataforma cuenta \(total) pedidos y entregó \(listed): faltan páginas en la lista.",
                en: "The platform counts \(total) orders and handed out \(listed): pages of the list are missing."))
    }

    static let entryNameless = ReconciliationError(
        .entryNameless,
        Phrase(
            pt: "A lista da plataforma tem um pedido sem número, e não dá para saber qual é.",
            es: "La lista de la plataforma tiene un pedido sin número, y no se puede saber cuál es.",
            en: "The platform's list has an order without an id, and there is no telling which."))
}
