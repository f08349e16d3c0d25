/// Computes an expression. Nil stands for JSONata's nothing.
struct JSONataEvaluator {
    let root: JSON

    func value(of node: JSONataNode, for current: JSON) throws -> JSON? {
        switch node {
        case .literal(let value): return value
        case .array(let nodes): return .array(try nodes.flatMap { try Self.elements(of: value(of: $0, for: current)) })
        case .current: return current
        case .document: return root
        case .name(let name): return Self.sequence(Self.elements(of: current).flatMap { Self.members($0, name) })
        case .step(let left, let right):
            let from = try Self.elements(of: value(of: left, for: current))
            return Self.sequence(try from.flatMap { try Self.elements(of: value(of: right, for: $0)) })
        case .filter(let value, let filter): return try filtered(value, by: filter, for: current)
        case .negative(let node):
            guard let value = try value(of: node, for: current) else { return nil }
            return Self.json(-(try Self.number(value)))
        case .binary(let name, let left, let right): return try binary(name, left, right, for: current)
        case .choice(let condition, let yes, let no):
            if Self.isTrue(try value(of: condition, for: current)) { return try value(of: yes, for: current) }
            return try no.flatMap { try value(of: $0, for: current) }
        case .call(let name, let arguments):
            return try JSONataFunctions.call(name, try arguments.map { try value(of: $0, for: current) }, on: current)
        }
    }

    private func filtered(_ node: JSONataNode, by filter: JSONataNode, for current: JSON) throws -> JSON? {
        let elements = try Self.elements(of: value(of: node, for: current))
        if case .literal(let literal) = filter, let index = Self.double(literal).map({ Int($0) }) {
            return elements.indices.contains(index) ? elements[index] : nil
        }
        if case .negative(.literal(let literal)) = filter, let back = Self.double(literal).map({ Int($0) }) {
            return elements.indices.contains(elements.count - back) ? elements[elements.count - back] : nil
        }
        return Self.sequence(try elements.filter { Self.isTrue(try value(of: filter, for: $0)) })
    }

    private func binary(
        _ name: String, _ left: JSONataNode, _ right: JSONataNode, for current: JSON
    ) throws -> JSON? {
        let first = try value(of: left, for: current)
        switch name {
        case "and": return .bool(try Self.isTrue(first) && Self.isTrue(value(of: right, for: current)))
        case "or": return .bool(try Self.isTrue(first) || Self.isTrue(value(of: right, for: current)))
        default: break
        }
        let second = try value(of: right, for: current)
        switch name {
        case "=": return .bool(first != nil && second != nil && Self.areEqual(first, second))
        case "!=": return .bool(first != nil && second != nil && !Self.areEqual(first, second))
        case "in":
            guard first != nil, second != nil else { return false }
            return .bool(Self.elements(of: second).contains { Self.areEqual(first, $0) })
        case "&": return .string(JSONataFunctions.text(first) + JSONataFunctions.text(second))
        case "<", "<=", ">", ">=": return try compare(name, first, second)
        default: return try compute(name, first, second)
        }
    }

    private func compare(_ name: String, _ first: JSON?, _ second: JSON?) throws -> JSON? {
        guard let first, let second else { return nil }
        let order: (isLess: Bool, isEqual: Bool)
        if case .string(let left) = first, case .string(let right) = second {
            order = (left < right, left == right)
        } else if let left = Self.double(first), let right = Self.double(second) {
            order = (left < right, left == right)
        } else {
            throw JSONataError("'\(name)' compares two numbers or two strings")
        }
        switch name {
        case "<": return .bool(order.isLess)
        case "<=": return .bool(order.isLess || order.isEqual)
        case ">": return .bool(!order.isLess && !order.isEqual)
        default: return .bool(!order.isLess)
        }
    }

    private func compute(_ name: String, _ first: JSON?, _ second: JSON?) throws -> JSON? {
        guard let first, let second else { return nil }
        let left = try Self.number(first)
        let right = try Self.number(second)
        switch name {
        case "+": return Self.json(left + right)
        case "-": return Self.json(left - right)
        case "*": return Self.json(left * right)
        default:
            guard right != 0 else { throw JSONataError("division by zero") }
            return Self.json(name == "/" ? left / right : left.truncatingRemainder(dividingBy: right))
        }
    }
}

extension JSONataEvaluator {
    /// A sequence of none is nothing, of one that one.
    static func sequence(_ elements: [JSON]) -> JSON? {
        elements.count > 1 ? .array(elements) : elements.first
    }

    static func elements(of value: JSON?) -> [JSON] {
        switch value {
        case .none: []
        case .array(let elements): elements
        case .some(let value): [value]
        }
    }

    private static func members(_ value: JSON, _ name: String) -> [JSON] {
        guard case .object(let members) = value, let found = members.first(where: { $0.name == name }) else {
            return []
        }
        return elements(of: found.value)
    }

    static func double(_ value: JSON) -> Double? {
        switch value {
        case .integer(let number): Double(number)
        case .decimal(let text): Double(text)
        default: nil
        }
    }

    static func number(_ value: JSON) throws -> Double {
        guard let number = double(value) else { throw JSONataError("a number is needed") }
        return number
    }

    static func json(_ number: Double) -> JSON {
        Int64(exactly: number).map(JSON.integer) ?? .decimal(String(number))
    }

    static func areEqual(_ left: JSON?, _ right: JSON?) -> Bool {
        if let left, let right, let first = double(left), let second = double(right) { return first == second }
        return left == right
    }

    /// As `$boolean`: empty texts, zero, null, nothing and arrays without anything true are false.
    static func isTrue(_ value: JSON?) -> Bool {
        switch value {
        case .none, .null: false
        case .bool(let flag): flag
        case .string(let text): !text.isEmpty
        case .array(let elements): elements.contains(where: isTrue)
        case .object(let members): !members.isEmpty
        case .some(let number): double(number) != 0
        }
    }
}
