import Basics

/// What a walk along a chain found.
package struct AuditVerdict: Hashable, Sendable {
    /// Entries that were walked and found whole, up to the first that was not.
    package let entries: Int64
    /// The first break; nil when the chain is whole.
    package let flaw: Flaw?

    package init(entries: Int64, flaw: Flaw?) {
        self.entries = entries
        self.flaw = flaw
    }

    package var isWhole: Bool { flaw == nil }

    package enum Flaw: Hashable, Sendable {
        /// The entry says something else than what its hash was made of.
        case edited(number: Int64)
        /// No entry has this number, though later ones, or the head, are there.
        case missing(number: Int64)
        /// The entry is whole, and does not follow the one before it: moved here, or one before it was written anew.
        case misplaced(number: Int64)
        /// There are entries after the one that the head names.
        case beyondHead(number: Int64)
        /// The anchor knows an entry with this number, and the chain ends before it.
        case cutShort(anchored: Int64)
        /// The chain is whole in itself, and is not the one that the anchor was taken of.
        case rewritten(anchored: Int64)
        /// The anchor is another organization's.
        case foreignAnchor

        /// One sentence for people.
        package var explanation: Phrase {
            switch self {
            case .edited(let number):
                Phrase(
                    pt: "O registro \(number) foi alterado.", es: "La entrada \(number) fue alterada.",
                    en: "Entry \(number) was edited.")
            case .missing(let number):
                Phrase(
                    pt: "O registro \(number) foi removido.", es: "La entrada \(number) fue eliminada.",
                    en: "Entry \(number) was removed.")
            case .misplaced(let number):
                Phrase(
                    pt: "O registro \(number) não segue o anterior: foi trocado de lugar ou a cadeia foi reescrita.",
                    es: "La entrada \(number) no sigue a la anterior: fue cambiada de lugar o se reescribió la cadena.",
                    en: "Entry \(number) does not follow the one before it: it was moved, or the chain was rewritten.")
            case .beyondHead(let number):
                Phrase(
                    pt: "O registro \(number) está depois do fim da cadeia.",
                    es: "La entrada \(number) está después del final de la cadena.",
                    en: "Entry \(number) stands after the end of the chain.")
            case .cutShort(let number):
                Phrase(
                    pt: "A cadeia termina antes do registro \(number), que a âncora conhece.",
                    es: "La cadena termina antes de la entrada \(number), que el ancla conoce.",
                    en: "The chain ends before entry \(number), which the anchor knows.")
            case .rewritten(let number):
                Phrase(
                    pt: "O registro \(number) não é o que a âncora conhece: a cadeia foi reescrita.",
                    es: "La entrada \(number) no es la que el ancla conoce: la cadena fue reescrita.",
                    en: "Entry \(number) is not the one that the anchor knows: the chain was rewritten.")
            case .foreignAnchor:
                Phrase(
                    pt: "A âncora é de outro cliente.", es: "El ancla es de otro cliente.",
                    en: "The anchor belongs to another organization.")
            }
        }
    }
}
