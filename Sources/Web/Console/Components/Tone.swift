import Basics

/// How a thing stands, told by colour, sign and word together: none of them alone.
package enum Tone: String, Sendable, CaseIterable {
    case good, info, warn, bad, quiet

    init(_ kind: Notice.Kind) {
        switch kind {
        case .good: self = .good
        case .info: self = .info
        case .warn: self = .warn
        case .bad: self = .bad
        }
    }

    /// Of `icons.svg`.
    var icon: String {
        switch self {
        case .good: "check"
        case .info: "info"
        case .warn: "warn"
        case .bad: "bad"
        case .quiet: "dot"
        }
    }

    /// For screen readers, before a notice's text.
    var name: Phrase {
        switch self {
        case .good: Phrase(pt: "Feito:", es: "Listo:", en: "Done:")
        case .info, .quiet: Phrase(pt: "Informação:", es: "Información:", en: "Information:")
        case .warn: Phrase(pt: "Atenção:", es: "Atención:", en: "Attention:")
        case .bad: Phrase(pt: "Problema:", es: "Problema:", en: "Problem:")
        }
    }
}

/// A word with its tone: the state of a connection, of an order. Partial `badge`.
struct Badge: Sendable {
    let tone: String
    let icon: String
    let text: String

    init(_ tone: Tone, _ text: String) {
        self.tone = tone.rawValue
        icon = tone.icon
        self.text = text
    }
}
