import Basics
import Storage

/// Why a change was set aside when the change itself did nothing wrong.
struct LogReaderError: ExplainedError, Hashable {
    let code: String
    let explanation: Phrase

    /// An earlier change of the same record is aside; what comes after it would be digested out of order.
    static let recordParked = LogReaderError(
        code: "sync.record_parked",
        explanation: Phrase(
            pt: "Uma mudança anterior deste registro está separada; esta espera por ela.",
            es: "Un cambio anterior de este registro está apartado; este lo espera.",
            en: "An earlier change of this record is set aside; this one waits for it."))
}

/// An error that is the reader's or the change's own, not the database's.
struct ReaderFailure: Error {
    let underlying: any Error

    /// Nil for troubles of the database, which have nothing to do with the change and must reach the driver untouched. A
    /// row that breaks a rule of the schema is the reader's doing.
    init?(_ error: any Error) {
        if let error = error as? StorageError {
            guard error.isAboutData else { return nil }
        }
        underlying = error
    }
}
