import Basics

/// What can be wrong with any field, whatever it means.
extension Problem.FieldProblem {
    static func missing(_ field: String) -> Self {
        Self(field, code: "missing", Phrase(pt: "Falta.", es: "Falta.", en: "It is missing."))
    }

    static func unknown(_ field: String) -> Self {
        Self(
            field, code: "unknown",
            Phrase(pt: "Não existe aqui.", es: "No existe aquí.", en: "There is no such field here."))
    }

    static func repeated(_ field: String) -> Self {
        Self(
            field, code: "repeated",
            Phrase(pt: "Aparece mais de uma vez.", es: "Aparece más de una vez.", en: "It is there more than once."))
    }

    static func type(_ field: String, _ expected: String) -> Self {
        Self(
            field.isEmpty ? "body" : field, code: "type",
            Phrase(
                pt: "Deve ser do tipo \(expected).", es: "Debe ser del tipo \(expected).",
                en: "It must be of type \(expected)."))
    }

    static func range(_ field: String, _ range: ClosedRange<Int64>) -> Self {
        let (low, high) = (range.lowerBound, range.upperBound)
        return Self(
            field, code: "range",
            Phrase(
                pt: "Deve ser um número inteiro de \(low) a \(high).",
                es: "Debe ser un número entero de \(low) a \(high).",
                en: "It must be a whole number, \(low) to \(high).")
        )
    }

    static func tooLong(_ field: String, _ limit: Int) -> Self {
        Self(
            field, code: "too_long",
            Phrase(
                pt: "É longo demais: o limite é \(limit).", es: "Es demasiado largo: el límite es \(limit).",
                en: "It is too long: the limit is \(limit)."))
    }

    static func notAChoice(_ field: String, _ choices: [String]) -> Self {
        let list = choices.joined(separator: ", ")
        return Self(
            field, code: "choice",
            Phrase(pt: "Deve ser um de: \(list).", es: "Debe ser uno de: \(list).", en: "It must be one of: \(list)."))
    }

    static func unreadable(_ field: String) -> Self {
        Self(
            field, code: "unreadable",
            Phrase(
                pt: "Não tem o formato esperado.", es: "No tiene el formato esperado.",
                en: "It does not have the expected format."))
    }
}
