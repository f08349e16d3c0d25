import Basics
import Commerce
import Records

extension Badge {
    /// An order's status.
    init(_ status: OrderStatus, for reader: Reader) {
        let tone: Tone =
            switch status {
            case .delivered: .good
            case .paid, .readyForHandling, .handling, .invoiced, .shipped: .info
            case .placed, .paymentPending, .cancellationRequested: .warn
            case .paymentDenied, .canceled: .bad
            case .incomplete, .replaced, .other: .quiet
            }
        self.init(tone, reader.say(StatusText.phrase(status)))
    }

    /// A connection's state.
    init(_ state: Connection.State, for reader: Reader) {
        switch state {
        case .draft:
            self.init(
                .info, reader.say(Phrase(pt: "Em configuração", es: "En configuración", en: "Being set up")))
        case .active: self.init(.good, reader.say(Phrase(pt: "Ativa", es: "Activa", en: "Active")))
        case .paused: self.init(.quiet, reader.say(Phrase(pt: "Pausada", es: "En pausa", en: "Paused")))
        case .needsAttention:
            self.init(
                .bad, reader.say(Phrase(pt: "Precisa de atenção", es: "Requiere atención", en: "Needs attention")))
        }
    }
}
