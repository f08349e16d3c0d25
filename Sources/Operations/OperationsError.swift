import Basics

/// Why a deed could not be done, beyond what the rooms below say themselves.
package struct OperationsError: ExplainedError, Hashable {
    package let code: String
    package let explanation: Phrase
    package let remedy: Phrase?

    static func unknownRecipe(_ name: String, known: [String]) -> OperationsError {
        let list = known.joined(separator: ", ")
        return OperationsError(
            code: "hub.unknown_recipe",
            explanation: Phrase(
                pt: "Não há receita com o nome “\(name)”.", es: "No hay una receta con el nombre “\(name)”.",
                en: "No recipe is called “\(name)”."),
            remedy: Phrase(pt: "As que há: \(list).", es: "Las que hay: \(list).", en: "There are: \(list)."))
    }

    static let deedMismatched = OperationsError(
        code: "idempotency.mismatch",
        explanation: Phrase(
            pt: "Esta Idempotency-Key já foi usada com outra requisição.",
            es: "Esta Idempotency-Key ya se usó con otra solicitud.",
            en: "This Idempotency-Key was used with another request."),
        remedy: Phrase(
            pt: "Use uma chave nova para cada ação e repita a mesma requisição sem mudanças.",
            es: "Use una clave nueva para cada acción y repita la misma solicitud sin cambios.",
            en: "Use a new key for each deed, and repeat a request unchanged."))

    static let deedRunning = OperationsError(
        code: "idempotency.running",
        explanation: Phrase(
            pt: "A primeira requisição com esta Idempotency-Key ainda está em andamento.",
            es: "La primera solicitud con esta Idempotency-Key aún está en curso.",
            en: "The first request with this Idempotency-Key is still under way."),
        remedy: Phrase(
            pt: "Repita em alguns segundos.", es: "Repita en unos segundos.", en: "Repeat it in a few seconds."))

    static func notOffered(_ capability: Phrase, platform: String) -> OperationsError {
        OperationsError(
            code: "hub.not_offered",
            explanation: Phrase(
                pt: "A plataforma \(platform) não oferece: \(capability.portuguese).",
                es: "La plataforma \(platform) no ofrece: \(capability.spanish).",
                en: "The platform \(platform) does not offer: \(capability.english)."),
            remedy: nil)
    }
}
