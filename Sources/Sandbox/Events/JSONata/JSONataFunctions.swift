/// JSONata's functions that order filters have use for.
enum JSONataFunctions {
    /// How many arguments each takes; with one less it looks at `$`.
    private static let arguments: [String: Int] = [
        "boolean": 1, "not": 1, "exists": 1, "count": 1, "sum": 1, "max": 1, "min": 1, "average": 1, "string": 1,
        "number": 1, "length": 1, "lowercase": 1, "uppercase": 1, "trim": 1, "contains": 2, "abs": 1, "floor": 1,
        "ceil": 1, "round": 1, "distinct": 1, "append": 2,
    ]

    /// A call of a function that is there, with as many arguments as it takes.
    static func checked(_ name: String, _ given: [JSONataNode]) throws -> JSONataNode {
        guard let count = arguments[name] else { throw JSONataError("there is no $\(name) here") }
        guard given.count == count || given.count == count - 1 else {
            throw JSONataError("$\(name) takes \(count) arguments")
        }
        return .call(name, given.count == count ? given : [.current] + given)
    }

    static func call(_ name: String, _ given: [JSON?], on current: JSON) throws -> JSON? {
        let first = given.first ?? nil
        switch name {
        case "exists": return .bool(first != nil)
        case "count": return .number(JSONataEvaluator.elements(of: first).count)
        case "sum", "max", "min", "average": return try aggregate(name, JSONataEvaluator.elements(of: first))
        case "append":
            let second = given.count > 1 ? given[1] : nil
            return JSONataEvaluator.sequence(
                JSONataEvaluator.elements(of: first) + JSONataEvaluator.elements(of: second))
        default: break
        }
        // All others give nothing for nothing.
        guard let first else { return nil }
        switch name {
        case "boolean": return .bool(JSONataEvaluator.isTrue(first))
        case "not": return .bool(!JSONataEvaluator.isTrue(first))
        case "string": return .string(text(first))
        case "distinct":
            return .array(
                JSONataEvaluator.elements(of: first).reduce(into: []) { found, element in
                    if !found.contains(element) { found.append(element) }
                })
        case "number": return try number(first)
        case "abs", "floor", "ceil", "round": return try rounded(name, JSONataEvaluator.number(first))
        default: return try textual(name, first, given)
        }
    }

    private static func textual(_ name: String, _ first: JSON, _ given: [JSON?]) throws -> JSON? {
        guard case .string(let text) = first else { throw JSONataError("$\(name) takes a string") }
        switch name {
        case "length": return .number(text.count)
        case "lowercase": return .string(text.lowercased())
        case "uppercase": return .string(text.uppercased())
        case "trim": return .string(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        default:
            guard given.count > 1, case .some(.string(let part)) = given[1] else {
                throw JSONataError("$\(name) takes two strings")
            }
            return .bool(part.isEmpty || text.contains(part))
        }
    }

    private static func aggregate(_ name: String, _ elements: [JSON]) throws -> JSON? {
        let numbers = try elements.map(JSONataEvaluator.number)
        switch name {
        case "sum": return JSONataEvaluator.json(numbers.reduce(0, +))
        case "max": return numbers.max().map(JSONataEvaluator.json)
        case "min": return numbers.min().map(JSONataEvaluator.json)
        default:
            guard !numbers.isEmpty else { return nil }
            return JSONataEvaluator.json(numbers.reduce(0, +) / Double(numbers.count))
        }
    }

    private static func rounded(_ name: String, _ number: Double) -> JSON {
        switch name {
        case "abs": JSONataEvaluator.json(number.magnitude)
        case "floor": JSONataEvaluator.json(number.rounded(.down))
        case "ceil": JSONataEvaluator.json(number.rounded(.up))
        default: JSONataEvaluator.json(number.rounded(.toNearestOrEven))
        }
    }

    private static func number(_ value: JSON) throws -> JSON {
        switch value {
        case .bool(let flag): return flag ? 1 : 0
        case .string(let text):
            guard let number = Double(text) else { throw JSONataError("'\(text)' is no number") }
            return JSONataEvaluator.json(number)
        default: return JSONataEvaluator.json(try JSONataEvaluator.number(value))
        }
    }

    /// As `$string`: a text stays itself, nothing is empty.
    static func text(_ value: JSON?) -> String {
        switch value {
        case .none: ""
        case .string(let text): text
        case .some(let value): String(decoding: value.bytes, as: UTF8.self)
        }
    }
}
