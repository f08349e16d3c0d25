import Basics
import ConnectorKit
import Records

/// What can go wrong in the engine itself. What a platform does wrong is a `PlatformError`.
package struct SyncError: ExplainedError, Hashable {
    package enum Reason: Hashable, Sendable {
        case leaseLost
        case connectionMissing
        case connectionStopped
        case streamPaused
        case capabilityMissing
        case platformUnavailable
        case orderMissing
        case windowTooFull
        case unknownPurpose
        case credentialReplaced
        case walkStuck
        case unexpected
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
        case .leaseLost: "sync.lease_lost"
        case .connectionMissing: "sync.connection_missing"
        case .connectionStopped: "sync.connection_stopped"
        case .streamPaused: "sync.stream_paused"
        case .capabilityMissing: "sync.capability_missing"
        case .platformUnavailable: "sync.platform_unavailable"
        case .orderMissing: "sync.order_missing"
        case .windowTooFull: "sync.window_too_full"
        case .unknownPurpose: "sync.unknown_purpose"
        case .credentialReplaced: "sync.credential_replaced"
        case .walkStuck: "sync.walk_stuck"
        case .unexpected: "sync.unexpected"
        }
    }

    package var isRetryable: Bool { [.platformUnavailable, .leaseLost, .credentialReplaced].contains(reason) }
}

extension SyncError {
    /// Another worker has taken the slice over; nothing was written.
    static func leaseLost(_ slice: SliceID) -> SyncError {
        SyncError(
            .leaseLost,
            Phrase(
                pt: "O trecho \(slice) passou para outro processo; nada foi gravado por este.",
                es: "El tramo \(slice) pasó a otro proceso; este no grabó nada.",
                en: "Slice \(slice) was taken over by another process; this one wrote nothing."))
    }

    /// Another node has taken the stream over; nothing was written.
    static func walkLost(_ stream: StreamKind) -> SyncError {
        SyncError(
            .leaseLost,
            Phrase(
                pt: "O fluxo \(stream.rawValue) passou para outro processo; nada foi gravado por este.",
                es: "El flujo \(stream.rawValue) pasó a otro proceso; este no grabó nada.",
                en: "Stream \(stream.rawValue) was taken over by another process; this one wrote nothing."))
    }

    /// The platform's pages lead back to where they came from.
    static func walkStandsStill(_ stream: StreamKind) -> SyncError {
        SyncError(
            .walkStuck,
            Phrase(
                pt: "A plataforma entrega sempre a mesma página do fluxo \(stream.rawValue).",
                es: "La plataforma entrega siempre la misma página del flujo \(stream.rawValue).",
                en: "The platform hands out the same page of stream \(stream.rawValue) again and again."),
            remedy: Phrase(
                pt: "Sincronize de novo mais tarde; se continuar, fale com o suporte da plataforma.",
                es: "Sincronice más tarde; si continúa, hable con el soporte de la plataforma.",
                en: "Sync again later; if it stays, write to the platform's support."))
    }

    /// The platform has no such stream.
    static func streamMissing(_ stream: StreamKind) -> SyncError {
        SyncError(
            .capabilityMissing,
            Phrase(
                pt: "Esta plataforma não oferece o fluxo \(stream.rawValue).",
                es: "Esta plataforma no ofrece el flujo \(stream.rawValue).",
                en: "This platform does not offer stream \(stream.rawValue)."))
    }

    static let connectionMissing = SyncError(
        .connectionMissing,
        Phrase(
            pt: "Esta conexão não existe no cliente informado.",
            es: "Esta conexión no existe en el cliente indicado.",
            en: "There is no such connection in this organization."))

    /// The connection is a draft still.
    static let connectionUnfinished = SyncError(
        .connectionStopped, RecordsError(.connectionUnfinished(id: "")).explanation,
        remedy: RecordsError(.connectionUnfinished(id: "")).remedy)

    /// A person paused the connection.
    static let connectionPaused = SyncError(
        .connectionStopped,
        Phrase(
            pt: "A conexão está pausada.", es: "La conexión está en pausa.", en: "The connection is paused."),
        remedy: Phrase(
            pt: "Retome a conexão e sincronize de novo.", es: "Reanude la conexión y sincronice de nuevo.",
            en: "Resume the connection and sync again."))

    /// The connection needs attention: `reason` and `remedy` are those of the platform's refusal.
    static func connectionStopped(_ reason: Phrase, remedy: Phrase?) -> SyncError {
        SyncError(
            .connectionStopped,
            Phrase(
                pt: "A conexão está parada e precisa de atenção: \(reason.portuguese)",
                es: "La conexión está detenida y necesita atención: \(reason.spanish)",
                en: "The connection is stopped and needs attention: \(reason.english)"),
            remedy: remedy)
    }

    /// The platform refused a key that is not the connection's any more: that says nothing of the new one.
    static let credentialReplaced = SyncError(
        .credentialReplaced,
        Phrase(
            pt: "A chave da conexão foi trocada durante a leitura.",
            es: "La clave de la conexión se cambió durante la lectura.",
            en: "The connection's key was replaced while it was in use."),
        remedy: Phrase(
            pt: "Sincronize de novo: a nova chave já vale.", es: "Sincronice otra vez: la clave nueva ya vale.",
            en: "Sync again: the new key is in use from now on."))

    static let streamPaused = SyncError(
        .streamPaused,
        Phrase(pt: "Este fluxo está pausado.", es: "Este flujo está en pausa.", en: "This stream is paused."),
        remedy: Phrase(
            pt: "Retome o fluxo e sincronize de novo.", es: "Reanude el flujo y sincronice de nuevo.",
            en: "Resume the stream and sync again."))

    static let ordersMissing = SyncError(
        .capabilityMissing,
        Phrase(
            pt: "Esta plataforma não oferece pedidos.", es: "Esta plataforma no ofrece pedidos.",
            en: "This platform does not offer orders."))

    /// Nothing could be read for as long as the run was told to be patient; `last` is the last answer.
    static func platformUnavailable(after seconds: Int64, last: Trouble) -> SyncError {
        SyncError(
            .platformUnavailable,
            Phrase(
                pt: "A plataforma não respondeu como devia por \(seconds) segundos. \(last.explanation.portuguese)",
                es: "La plataforma no respondió como debía durante \(seconds) segundos. \(last.explanation.spanish)",
                en: "The platform has not answered as it should for \(seconds) seconds. \(last.explanation.english)"),
            remedy: Phrase(
                pt: "Nada se perdeu: sincronize de novo mais tarde e o Ponte continua de onde parou.",
                es: "No se perdió nada: sincronice más tarde y Ponte sigue donde quedó.",
                en: "Nothing is lost: sync again later and Ponte goes on where it stopped."))
    }

    static let orderMissing = SyncError(
        .orderMissing,
        Phrase(
            pt: "A plataforma lista este pedido, mas diz que não o conhece.",
            es: "La plataforma lista este pedido, pero dice que no lo conoce.",
            en: "The platform lists this order but says that it does not know it."))

    /// An event told of an order that cannot be read: it may not be there yet, or never was.
    static let toldOrderMissing = SyncError(
        .orderMissing,
        Phrase(
            pt: "A plataforma avisou de uma mudança neste pedido, mas diz que não o conhece.",
            es: "La plataforma avisó de un cambio en este pedido, pero dice que no lo conoce.",
            en: "The platform told of a change of this order but says that it does not know it."))

    /// More orders within a millisecond than the platform lets be listed.
    static func windowTooFull(_ pages: Int, limit: Int) -> SyncError {
        SyncError(
            .windowTooFull,
            Phrase(
                pt: "Há \(pages) páginas de pedidos no mesmo milissegundo e a plataforma só entrega \(limit).",
                es: "Hay \(pages) páginas de pedidos en el mismo milisegundo y la plataforma solo entrega \(limit).",
                en: "There are \(pages) pages of orders in one millisecond and the platform hands out \(limit) only."),
            remedy: Phrase(
                pt: "Peça ao suporte da plataforma um arquivo com estes pedidos.",
                es: "Pida al soporte de la plataforma un archivo con estos pedidos.",
                en: "Ask the platform's support for a file of these orders."))
    }

    static func unknownPurpose(_ purpose: String) -> SyncError {
        SyncError(
            .unknownPurpose,
            Phrase(
                pt: "O banco tem um trecho de um tipo que esta versão não conhece: \(purpose).",
                es: "La base tiene un tramo de un tipo que esta versión no conoce: \(purpose).",
                en: "The database holds a slice of a kind that this version does not know: \(purpose)."),
            remedy: Phrase(
                pt: "Use a versão mais nova do Ponte.", es: "Use la versión más nueva de Ponte.",
                en: "Use the newest version of Ponte."))
    }

    /// A defect: an error that no room foresaw. Its text stays out, for it may hold anything.
    static func unexpected(_ error: any Error) -> SyncError {
        let type = String(describing: type(of: error))
        return SyncError(
            .unexpected,
            Phrase(
                pt: "Erro inesperado do tipo \(type).", es: "Error inesperado del tipo \(type).",
                en: "Unexpected error of type \(type)."))
    }
}
