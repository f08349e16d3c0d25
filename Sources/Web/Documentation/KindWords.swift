import Basics

/// The kinds of values as the readable page names them; what is typed letter by letter stands in backticks.
enum KindWords {
    static let header = Phrase(pt: "cabeçalho", es: "encabezado", en: "header")
    private static let instant = Phrase(
        pt: "data e hora, ISO 8601", es: "fecha y hora, ISO 8601", en: "date and time, ISO 8601")
    private static let date = Phrase(pt: "data, `AAAA-MM-DD`", es: "fecha, `AAAA-MM-DD`", en: "date, `YYYY-MM-DD`")
    private static let anyNumber = Phrase(pt: "número inteiro", es: "número entero", en: "integer")
    private static let list = Phrase(pt: "uma lista", es: "una lista", en: "a list")
    private static let object = Phrase(pt: "um objeto", es: "un objeto", en: "an object")

    static func kind(_ schema: Schema) -> Phrase {
        switch schema {
        case .string("date-time", _, _): instant
        case .string("date", _, _): date
        case .string(_, let lengthMax, let choices):
            choices.isEmpty ? text(upTo: lengthMax) : Phrase(same: code(choices))
        case .integer(let range): range.upperBound == .max ? anyNumber : wholeNumber(within: range)
        case .boolean: Phrase(same: code(["true", "false"]))
        case .array(.string(_, _, let choices), _, _) where !choices.isEmpty: several(code(choices))
        case .array: list
        case .object, .open: object
        case .named(let name): Phrase(same: code([name]))
        case .nullable(let schema): orNull(kind(schema))
        }
    }

    static func required(_ kind: Phrase) -> Phrase {
        Phrase(
            pt: "\(kind.portuguese), obrigatório", es: "\(kind.spanish), obligatorio", en: "\(kind.english), required")
    }

    private static func text(upTo length: Int) -> Phrase {
        Phrase(
            pt: "texto, até \(length) caracteres", es: "texto, hasta \(length) caracteres",
            en: "text, up to \(length) characters")
    }

    private static func wholeNumber(within range: ClosedRange<Int64>) -> Phrase {
        let (least, most) = (range.lowerBound, range.upperBound)
        return Phrase(
            pt: "número inteiro, de \(least) a \(most)", es: "número entero, de \(least) a \(most)",
            en: "integer, \(least) to \(most)")
    }

    private static func several(_ choices: String) -> Phrase {
        Phrase(
            pt: "\(choices), vários separados por vírgulas", es: "\(choices), varios separados por comas",
            en: "\(choices), several with commas")
    }

    private static func orNull(_ kind: Phrase) -> Phrase {
        Phrase(
            pt: "\(kind.portuguese) ou `null`", es: "\(kind.spanish) o `null`", en: "\(kind.english) or `null`")
    }

    private static func code(_ texts: [String]) -> String { "`" + texts.joined(separator: " | ") + "`" }
}
