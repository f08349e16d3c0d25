import Basics
import Commerce

/// A step of an order that only its platform tells apart, in a reader's words.
package enum PlatformStepText {
    /// As it stands when there are no words for it.
    package static func text(_ raw: String, in language: Language) -> String {
        let word = raw.lowercased()
        if let phrase = words[word] { return phrase[language] }
        let known = OrderStatus(rawValue: word.split(separator: "-").joined(separator: "_"))
        return known.map { StatusText.phrase($0)[language] } ?? raw
    }

    private static let words: [String: Phrase] = [
        "payment-approved": Phrase(pt: "pagamento aprovado", es: "pago aprobado", en: "payment approved"),
        "waiting-for-sellers-confirmation": Phrase(
            pt: "aguardando o vendedor", es: "a la espera del vendedor", en: "waiting for the seller"),
        "waiting-ffmt-authorization": Phrase(
            pt: "aguardando autorização de despacho", es: "a la espera de autorización de despacho",
            en: "waiting for leave to dispatch"),
        "window-to-cancel": Phrase(
            pt: "prazo para cancelar", es: "plazo para cancelar", en: "time to cancel"),
        "start-handling": Phrase(pt: "manuseio começando", es: "preparación por comenzar", en: "handling to start"),
        "invoice": Phrase(pt: "faturando", es: "facturando", en: "invoicing"),
        "request-cancel": Phrase(
            pt: "cancelamento pedido", es: "cancelación solicitada", en: "cancellation requested"),
        "cancel": Phrase(pt: "cancelando", es: "cancelando", en: "canceling"),
    ]
}
