import Basics

/// What `_where` and pairs ask of a document. Source: facts on VTEX §5.2.
indirect enum Condition: Sendable {
    case all([Condition])
    case any([Condition])
    case compare(path: [String], Comparison, String)
    case isNull(path: [String])
    case isNotNull(path: [String])

    enum Comparison: String, Sendable {
        case equal = "=", unequal = "<>", less = "<", greater = ">", atLeast = ">=", atMost = "<="
    }

    /// Whether a wildcard stands in it: such searches weigh on the service.
    var hasWildcard: Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains(where: \.hasWildcard)
        case .compare(_, _, let value): value.contains("*")
        case .isNull, .isNotNull: false
        }
    }

    func fits(_ document: JSON) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.fits(document) }
        case .any(let parts): parts.contains { $0.fits(document) }
        case .isNull(let path): Self.value(path, document) == nil
        case .isNotNull(let path): Self.value(path, document) != nil
        case .compare(let path, .unequal, let wanted): !Self.equals(Self.value(path, document), wanted)
        case .compare(let path, .equal, let wanted): Self.equals(Self.value(path, document), wanted)
        case .compare(let path, let comparison, let wanted):
            switch Self.order(Self.value(path, document), wanted) {
            case .some(let order): comparison.holds(order)
            case .none: false
            }
        }
    }

    /// Nil when it is missing, null or empty.
    private static func value(_ path: [String], _ document: JSON) -> JSON? {
        var value: JSON? = document
        for name in path { value = value?[member: name] }
        return value == .string("") ? nil : value
    }

    private static func equals(_ value: JSON?, _ wanted: String) -> Bool {
        // A known issue: nothing with a plus sign is ever found.
        guard let value, !wanted.contains("+") else { return false }
        if wanted.contains("*") { return like(value.plainText.lowercased()[...], wanted.lowercased()[...]) }
        if value.plainText.lowercased() == wanted.lowercased() { return true }
        return order(value, wanted) == 0
    }

    /// `*` stands for any letters.
    private static func like(_ text: Substring, _ pattern: Substring) -> Bool {
        let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, text.hasPrefix(first) else { return false }
        var rest = text.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.count >= last.count && rest.hasSuffix(last)
    }

    /// Negative, zero or positive: as numbers, as dates, else as texts. Nil where there is nothing.
    private static func order(_ value: JSON?, _ wanted: String) -> Int? {
        guard let value else { return nil }
        if let left = Double(value.plainText), let right = Double(wanted) {
            return left < right ? -1 : left > right ? 1 : 0
        }
        let text = value.plainText
        if let left = Instant(iso8601: text), let right = Instant(iso8601: wanted) {
            return left < right ? -1 : left > right ? 1 : 0
        }
        let (left, right) = (text.lowercased(), wanted.lowercased())
        return left < right ? -1 : left > right ? 1 : 0
    }
}

extension Condition.Comparison {
    func holds(_ order: Int) -> Bool {
        switch self {
        case .equal: order == 0
        case .unequal: order != 0
        case .less: order < 0
        case .greater: order > 0
        case .atLeast: order >= 0
        case .atMost: order <= 0
        }
    }
}

extension JSON {
    /// A member by its name in any case; nil when it is missing or null.
    subscript(member name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        let wanted = name.lowercased()
        guard let value = members.first(where: { $0.name.lowercased() == wanted })?.value, value != .null else {
            return nil
        }
        return value
    }

    /// A text without its quotation marks, anything else as it is written.
    var plainText: String {
        switch self {
        case .string(let text): text
        case .object: self[member: "DisplayValue"]?.plainText ?? ""
        default: String(decoding: bytes, as: UTF8.self)
        }
    }
}
