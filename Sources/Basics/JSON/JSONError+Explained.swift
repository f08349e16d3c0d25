extension JSONError: ExplainedError {
    package var code: String {
        switch problem {
        case .malformed: "json.malformed"
        case .badNumber: "json.bad_number"
        case .missing: "json.missing"
        case .mismatched: "json.mismatched"
        }
    }

    package var explanation: Phrase {
        switch problem {
        case .malformed:
            Phrase(
                pt: "O texto recebido\(place.portuguese) não é um JSON válido.",
                es: "El texto recibido\(place.spanish) no es un JSON válido.",
                en: "The text received\(place.english) is not valid JSON.")
        case .badNumber:
            Phrase(
                pt: "O JSON recebido\(place.portuguese) tem um número grande demais (mais de 64 bits) ou mal escrito.",
                es: "El JSON recibido\(place.spanish) tiene un número demasiado grande (más de 64 bits) o mal escrito.",
                en:
                    "The JSON received\(place.english) has a number that is too large (beyond 64 bits) or badly written."
            )
        case .missing:
            Phrase(
                pt: "Falta um valor no JSON recebido\(place.portuguese).",
                es: "Falta un valor en el JSON recibido\(place.spanish).",
                en: "A value is missing in the JSON received\(place.english).")
        case .mismatched(let expected, let found):
            Phrase(
                pt: "O JSON recebido tem um valor inesperado\(place.portuguese): esperado \(expected), veio \(found).",
                es:
                    "El JSON recibido tiene un valor inesperado\(place.spanish): se esperaba \(expected), vino \(found).",
                en: "The JSON received has an unexpected value\(place.english): expected \(expected), found \(found).")
        }
    }

    /// Nothing for the root.
    private var place: Phrase {
        guard !path.isEmpty else { return Phrase(same: "") }
        return Phrase(pt: " em `\(path)`", es: " en `\(path)`", en: " at `\(path)`")
    }
}
