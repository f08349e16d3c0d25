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

    static let checkTooSlow = OperationsError(
        code: "check.too_slow",
        explanation: Phrase(
            pt: "A plataforma demorou demais para responder.", es: "La plataforma tardó demasiado en responder.",
            en: "The platform took too long to answer."),
        remedy: checkAgain)

    static let checkInterrupted = OperationsError(
        code: "check.interrupted",
        explanation: Phrase(
            pt: "A verificação foi interrompida porque o Ponte reiniciou.",
            es: "La verificación se interrumpió porque Ponte se reinició.",
            en: "The check was cut short because Ponte was restarted."),
        remedy: checkAgain)

    static let checkFailed = OperationsError(
        code: "check.failed",
        explanation: Phrase(
            pt: "A verificação não pôde ser concluída.", es: "No se pudo terminar la verificación.",
            en: "The check could not be finished."),
        remedy: checkAgain)

    private static let checkAgain = Phrase(
        pt: "Verifique de novo em alguns instantes.", es: "Verifique otra vez en unos instantes.",
        en: "Check again in a moment.")

    var remedyOrReason: Phrase { remedy ?? explanation }

    /// The platform does not know a key that somebody handed in.
    static func keyRefused(_ reason: Phrase, remedy: Phrase) -> OperationsError {
        OperationsError(code: "key.refused", explanation: reason, remedy: remedy)
    }

    static let keyNotReady = OperationsError(
        code: "key.not_ready",
        explanation: Phrase(
            pt: "A chave ainda não pode ler os pedidos.", es: "La clave aún no puede leer los pedidos.",
            en: "The key cannot read orders yet."),
        remedy: Phrase(
            pt: "Marque o que falta, verifique de novo e então comece.",
            es: "Marque lo que falta, verifique otra vez y entonces comience.",
            en: "Tick what is missing, check again, and then start."))

    static let unknownTimeZone = OperationsError(
        code: "hub.unknown_time_zone",
        explanation: Phrase(
            pt: "Esse fuso horário não existe.", es: "Esa zona horaria no existe.",
            en: "There is no such time zone."),
        remedy: Phrase(
            pt: "Escolha um da lista.", es: "Elija una de la lista.", en: "Choose one from the list."))

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
