import Basics
import Commerce

// VTEX's fields outside of orders, read with patience: null everywhere, numbers as texts and texts as numbers, blanks
// where there is nothing. What says nothing of what it should is left out, for the document itself is kept.
extension JSONView {
    /// A text or a number as a text without blanks around it; nil for none and for nothing but blanks.
    func words(_ key: StaticString) throws(JSONError) -> String? {
        guard let text = try optionalText(key) else { return nil }
        var words = Substring(text)
        while words.first?.isWhitespace == true { words.removeFirst() }
        while words.last?.isWhitespace == true { words.removeLast() }
        return words.isEmpty ? nil : String(words)
    }

    /// As `words`, for what a record cannot do without.
    func requiredWords(_ key: StaticString) throws(JSONError) -> String {
        guard let text = try words(key) else { throw JSONError(.missing, path: key.description) }
        return text
    }

    /// `true`, `"true"`, `1` and the like.
    func flag(_ key: StaticString) throws(JSONError) -> Bool? {
        guard let value = self[key] else { return nil }
        if value.kind == .bool { return try optionalBool(key) }
        switch try words(key)?.lowercased() {
        case "true", "1": return true
        case "false", "0": return false
        default: return nil
        }
    }

    /// An instant in any of the shapes that VTEX has; without a zone it is UTC. Nil for other texts, and for years before
    /// 1900, which stand for nothing.
    func moment(_ key: StaticString) throws(JSONError) -> Instant? {
        guard let text = try words(key), let instant = Instant(iso8601: text) else { return nil }
        return instant < Instant(seconds: -2_208_988_800) ? nil : instant
    }

    /// A whole number, or a text of one.
    func wholeNumber(_ key: StaticString) throws(JSONError) -> Int64? {
        guard let text = try words(key) else { return nil }
        guard let number = Int64(text) else {
            throw JSONError(.mismatched(expected: "integer", found: "text"), path: key.description)
        }
        return number
    }

    /// A decimal number or a text of one, exactly.
    func decimal(_ key: StaticString, _ currency: String) throws(JSONError) -> Money? {
        guard let text = try words(key) else { return nil }
        guard let money = Money(decimal: text, currency: currency) else {
            throw JSONError(.mismatched(expected: "decimal", found: "text"), path: key.description)
        }
        return money
    }

    /// The ids of a list: of numbers, of texts, or of objects with an `id`.
    func ids(_ key: StaticString) throws -> [String] {
        var ids: [String] = []
        guard let list = self[key], list.kind == .array else { return [] }
        try list.forEachElement { element in
            switch element.kind {
            case .object: if let id = try element.words("id") { ids.append(id) }
            case .number: ids.append(String(try element.integerValue()))
            case .string: ids.append(try element.stringValue())
            default: break
            }
        }
        return ids
    }
}
