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
