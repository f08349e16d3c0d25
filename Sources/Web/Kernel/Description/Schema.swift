import Basics

/// The shape of a JSON value: what bodies are checked against, and what the API's description says of them.
indirect enum Schema: Sendable {
    case string(format: String? = nil, lengthMax: Int = 1_000, oneOf: [String] = [])
    case integer(ClosedRange<Int64>)
    case boolean
    case array(of: Schema, countMin: Int = 0, countMax: Int = 1_000)
    case object([Field])
    /// An object that this server writes and nobody sends: its further members are not told.
    case open([Field])
    /// One of the description's shared schemas.
    case named(String)
    case nullable(Schema)

    struct Field: Sendable {
        let name: String
        let schema: Schema
        let isRequired: Bool
        /// Nil where the name says it all.
        let summary: Phrase?

        init(_ name: String, _ schema: Schema, required: Bool = false, _ summary: Phrase? = nil) {
            self.name = name
            self.schema = schema
            isRequired = required
            self.summary = summary
        }
    }

    static let instant = Schema.string(format: "date-time", lengthMax: 40)
    static let date = Schema.string(format: "date", lengthMax: 10)
    static let id = Schema.string(lengthMax: 40)

    /// The envelope of a list.
    static func list(of name: String) -> Schema {
        .open([
            Field("items", .array(of: .named(name)), required: true),
            Field(
                "next", .nullable(.string()), required: true,
                Phrase(
                    pt: "O cursor do que vem a seguir; `null` no fim.",
                    es: "El cursor de lo que sigue; `null` al final.",
                    en: "The cursor of what comes next; null at the end.")),
        ])
    }
}
