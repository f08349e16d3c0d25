import HTTPTypes

/// Reads `_where`: comparisons, `between … AND …`, `is [not] null`, AND, OR, parentheses.
struct ConditionParser {
    private let entity: DataEntity
    private var rest: Substring
    private var depth = 0

    private static let deepest = 50

    init(_ text: String, for entity: DataEntity) {
        self.entity = entity
        rest = text[...]
    }

    /// - Throws: `Refusal` 400 for what cannot be read and for fields that nobody may ask for.
    mutating func whole() throws -> Condition {
        let condition = try any()
        skipBlanks()
        guard rest.isEmpty else { throw Self.refusal("the filter goes on where it should end") }
        return condition
    }

    static func refusal(_ message: String) -> Refusal {
        Refusal(.badRequest, ["Message": .string("Invalid query: \(message)")])
    }

    /// - Throws: `Refusal` 400 when the entity has no such field, or none that can be asked for.
    static func path(_ name: String, of entity: DataEntity) throws -> [String] {
        let parts = name.split(separator: ".").map(String.init)
        guard let first = parts.first, parts.count <= 2, let field = entity.field(first), field.isFilter else {
            throw refusal("the field \(name) is not a filter of \(entity.acronym)")
        }
        return parts
    }

    private mutating func any() throws -> Condition {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else { throw Self.refusal("too many parentheses") }
        var parts = [try all()]
        while takeWord("OR") { parts.append(try all()) }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func all() throws -> Condition {
        var parts = [try single()]
        while takeWord("AND") { parts.append(try single()) }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func single() throws -> Condition {
        skipBlanks()
        if rest.first == "(" {
            rest.removeFirst()
            let condition = try any()
            skipBlanks()
            guard rest.first == ")" else { throw Self.refusal("a parenthesis has no end") }
            rest.removeFirst()
            return condition
        }
        let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." }
        rest = rest.dropFirst(name.count)
        guard !name.isEmpty else { throw Self.refusal("a field is missing") }
        let path = try Self.path(String(name), of: entity)
        if takeWord("is") {
            let isNot = takeWord("not")
            guard takeWord("null") else { throw Self.refusal("null is missing after is") }
            return isNot ? .isNotNull(path: path) : .isNull(path: path)
        }
        if takeWord("between") {
            let low = try value()
            guard takeWord("AND") else { throw Self.refusal("AND is missing after between") }
            return .all([.compare(path: path, .atLeast, low), .compare(path: path, .atMost, try value())])
        }
        skipBlanks()
        let sign = [">=", "<=", "<>", "=", "<", ">"].first { rest.hasPrefix($0) }
        guard let sign, let comparison = Condition.Comparison(rawValue: sign) else {
            throw Self.refusal("an operator is missing after \(name)")
        }
        rest = rest.dropFirst(sign.count)
        return .compare(path: path, comparison, try value())
    }

    /// In quotation marks, or up to AND, OR, a parenthesis or the end.
    private mutating func value() throws -> String {
        skipBlanks()
        if let quote = rest.first, quote == "\"" || quote == "'" {
            let inner = rest.dropFirst().prefix { $0 != quote }
            guard inner.endIndex < rest.endIndex else { throw Self.refusal("a quotation has no end") }
            rest = rest[rest.index(after: inner.endIndex)...]
            return String(inner)
        }
        var text = ""
        while let character = rest.first, character != ")" {
            if character == " ", Self.begins(rest, "AND") || Self.begins(rest, "OR") { break }
            text.append(character)
            rest.removeFirst()
        }
        while text.last == " " { text.removeLast() }
        guard !text.isEmpty else { throw Self.refusal("a value is missing") }
        return text
    }

    private mutating func skipBlanks() { rest = rest.drop { $0 == " " } }

    private mutating func takeWord(_ word: String) -> Bool {
        guard Self.begins(rest, word) else { return false }
        rest = rest.drop { $0 == " " }.dropFirst(word.count)
        return true
    }

    /// Whether a whole word stands next, after blanks, in any case.
    private static func begins(_ text: Substring, _ word: String) -> Bool {
        let trimmed = text.drop { $0 == " " }
        guard trimmed.prefix(word.count).lowercased() == word.lowercased() else { return false }
        guard let next = trimmed.dropFirst(word.count).first else { return true }
        return !next.isLetter && !next.isNumber && next != "_"
    }
}
