import Basics

extension Schema {
    /// As JSON Schema 2020-12 has it.
    func describe(_ writer: inout JSONWriter) {
        switch self {
        case .string(let format, let lengthMax, let choices):
            writer.member("type", "string")
            writer.member("format", format)
            if choices.isEmpty {
                if lengthMax < .max { writer.member("maxLength", lengthMax) }
            } else {
                writer.array("enum") { writer in choices.forEach { writer.element($0) } }
            }
        case .integer(let range):
            writer.member("type", "integer")
            if range.lowerBound > .min { writer.member("minimum", range.lowerBound) }
            if range.upperBound < .max { writer.member("maximum", range.upperBound) }
            writer.member("format", "int64")
        case .boolean: writer.member("type", "boolean")
        case .array(let item, let countMin, let countMax):
            writer.member("type", "array")
            if countMin > 0 { writer.member("minItems", countMin) }
            writer.member("maxItems", countMax)
            writer.object("items") { item.describe(&$0) }
        case .object(let fields):
            describe(fields, &writer)
            writer.member("additionalProperties", false)
        case .open(let fields): describe(fields, &writer)
        case .named(let name): writer.member("$ref", "#/components/schemas/\(name)")
        case .nullable(let schema):
            writer.array("anyOf") { writer in
                writer.elementObject { schema.describe(&$0) }
                writer.elementObject { $0.member("type", "null") }
            }
        }
    }

    private func describe(_ fields: [Field], _ writer: inout JSONWriter) {
        writer.member("type", "object")
        guard !fields.isEmpty else { return }
        let required = fields.filter(\.isRequired)
        if !required.isEmpty {
            writer.array("required") { writer in required.forEach { writer.element($0.name) } }
        }
        writer.object("properties") { writer in
            for field in fields {
                writer.object(key: field.name) { writer in
                    field.schema.describe(&writer)
                    if let summary = field.summary { writer.member("description", summary.english) }
                }
            }
        }
    }
}
