import Basics

/// How differences are told, in every face alike.
package enum DifferenceText {
    package static func kind(_ kind: NamedDifference.Kind) -> Phrase {
        switch kind {
        case .missingHere: Phrase(pt: "faltava aqui", es: "faltaba acá", en: "was missing here")
        case .missingThere:
            Phrase(
                pt: "a plataforma não conhece mais", es: "la plataforma ya no lo conoce",
                en: "the platform knows it no more")
        case .day: Phrase(pt: "estava em outro dia", es: "estaba en otro día", en: "stood on another day")
        case .status: Phrase(pt: "outro status", es: "otro estado", en: "another status")
        case .value: Phrase(pt: "outro valor", es: "otro importe", en: "another value")
        case .items: Phrase(pt: "outra quantidade", es: "otra cantidad", en: "another number of units")
        case .content: Phrase(pt: "outros detalhes", es: "otros detalles", en: "other details")
        }
    }

    package static func outcome(_ outcome: NamedDifference.Outcome) -> Phrase {
        switch outcome {
        case .repaired: Phrase(pt: "corrigido", es: "corregido", en: "put right")
        case .kept: Phrase(pt: "mantido aqui", es: "se conserva acá", en: "kept here")
        case .failed: Phrase(pt: "não foi possível corrigir", es: "no se pudo corregir", en: "could not be put right")
        }
    }
}
