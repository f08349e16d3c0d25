/// Reads an expression by the strength of its operators.
struct JSONataParser {
    private let tokens: [JSONataLexer.Token]
    private var position = 0
    private var depth = 0

    /// Deeper ones end in a crash instead of an answer.
    private static let deepest = 200

    private static let strengths: [String: Int] = [
        "or": 25, "and": 30, "=": 40, "!=": 40, "<": 40, "<=": 40, ">": 40, ">=": 40, "in": 40, "&": 50, "+": 50,
        "-": 50, "*": 60, "/": 60, "%": 60,
    ]

    init(tokens: [JSONataLexer.Token]) { self.tokens = tokens }

    mutating func whole() throws -> JSONataNode {
        let node = try choice()
        guard position == tokens.count else { throw JSONataError("the expression goes on where it should end") }
        return node
    }

    private mutating func choice() throws -> JSONataNode {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.deepest else { throw JSONataError("the expression is too deep") }
        let condition = try binary(above: 0)
        guard take("?") else { return condition }
        let yes = try choice()
        return .choice(condition, yes, take(":") ? try choice() : nil)
    }

    private mutating func binary(above least: Int) throws -> JSONataNode {
        var left = try postfix()
        while let name = operation, let strength = Self.strengths[name], strength > least {
            position += 1
            left = .binary(name, left, try binary(above: strength))
        }
        return left
    }

    /// The operator that stands here; words are names elsewhere.
    private var operation: String? {
        guard position < tokens.count else { return nil }
        switch tokens[position] {
        case .sign(let sign): return sign
        case .name(let name) where ["and", "or", "in"].contains(name): return name
        default: return nil
        }
    }

    private mutating func postfix() throws -> JSONataNode {
        var node = try bracketed()
        while take(".") { node = .step(node, try bracketed()) }
        return node
    }

    /// A value with what stands in brackets behind it.
    private mutating func bracketed() throws -> JSONataNode {
        var node = try primary()
        while take("[") {
            // An empty pair keeps an array of one.
            if take("]") { continue }
            node = .filter(node, try choice())
            try expect("]")
        }
        return node
    }

    private mutating func primary() throws -> JSONataNode {
        guard position < tokens.count else { throw JSONataError("the expression ends too early") }
        let token = tokens[position]
        position += 1
        switch token {
        case .string(let text): return .literal(.string(text))
        case .number(let text): return .literal(Int64(text).map(JSON.integer) ?? .decimal(text))
        case .name("true"): return .literal(true)
        case .name("false"): return .literal(false)
        case .name("null"): return .literal(nil)
        case .name(let name): return .name(name)
        case .variable(""): return .current
        case .variable("$"): return .document
        case .variable(let name):
            try expect("(")
            return try JSONataFunctions.checked(name, try list(until: ")"))
        case .sign("("):
            let node = try choice()
            try expect(")")
            return node
        case .sign("["): return .array(try list(until: "]"))
        case .sign("-"):
            depth += 1
            defer { depth -= 1 }
            guard depth < Self.deepest else { throw JSONataError("the expression is too deep") }
            return .negative(try postfix())
        case .sign(let sign): throw JSONataError("'\(sign)' stands where a value should")
        }
    }

    private mutating func list(until end: String) throws -> [JSONataNode] {
        guard !take(end) else { return [] }
        var nodes = [try choice()]
        while take(",") { nodes.append(try choice()) }
        try expect(end)
        return nodes
    }

    private mutating func take(_ sign: String) -> Bool {
        guard position < tokens.count, tokens[position] == .sign(sign) else { return false }
        position += 1
        return true
    }

    private mutating func expect(_ sign: String) throws {
        guard take(sign) else { throw JSONataError("'\(sign)' is missing") }
    }
}
