import Basics

extension Schema {
    /// What is wrong with a body; nothing when it fits. Members that the schema does not know are refused: a misspelt
    /// one would be lost in silence.
    func problems(of value: JSONView, at path: String = "") -> [Problem.FieldProblem] {
        var problems: [Problem.FieldProblem] = []
        check(value, path, &problems)
        return problems
    }

    private func check(_ value: JSONView, _ path: String, _ problems: inout [Problem.FieldProblem]) {
        switch self {
        case .nullable(let schema):
            if value.kind != .null { schema.check(value, path, &problems) }
        case .string(let format, let lengthMax, let choices):
            guard let text = try? value.stringValue() else { return problems.append(.type(path, "string")) }
            if let problem = Self.problem(text, path, format, lengthMax, choices) { problems.append(problem) }
        case .integer(let range):
            guard let number = try? value.integerValue() else { return problems.append(.type(path, "integer")) }
            if !range.contains(number) { problems.append(.range(path, range)) }
        case .boolean:
            if value.kind != .bool { problems.append(.type(path, "boolean")) }
        case .array(let schema, let countMin, let countMax):
            guard value.kind == .array else { return problems.append(.type(path, "array")) }
            var count = 0
            try? value.forEachElement { element in
                if count < countMax { schema.check(element, "\(path)[\(count)]", &problems) }
                count += 1
            }
            if count < countMin { problems.append(.missing(path)) }
            if count > countMax { problems.append(.tooLong(path, countMax)) }
        case .object(let fields):
            checkObject(value, fields, path, &problems)
        case .open, .named: break
        }
    }

    private func checkObject(
        _ value: JSONView, _ fields: [Field], _ path: String, _ problems: inout [Problem.FieldProblem]
    ) {
        guard value.kind == .object else { return problems.append(.type(path, "object")) }
        var seen: Set<String> = []
        try? value.forEachMember { name, member in
            let place = path.isEmpty ? name : "\(path).\(name)"
            guard problems.count < 50 else { return }
            guard let field = fields.first(where: { $0.name == name }) else {
                return problems.append(.unknown(String(place.prefix(100))))
            }
            guard seen.insert(name).inserted else { return problems.append(.repeated(place)) }
            field.schema.check(member, place, &problems)
        }
        for field in fields where field.isRequired && !seen.contains(field.name) {
            problems.append(.missing(path.isEmpty ? field.name : "\(path).\(field.name)"))
        }
    }

    private static func problem(
        _ text: String, _ path: String, _ format: String?, _ lengthMax: Int, _ choices: [String]
    ) -> Problem.FieldProblem? {
        if text.unicodeScalars.count > lengthMax { return .tooLong(path, lengthMax) }
        if text.utf8.contains(0) { return .unreadable(path) }
        if !choices.isEmpty, !choices.contains(text) { return .notAChoice(path, choices) }
        switch format {
        case "date-time" where Instant(iso8601: text) == nil: return .unreadable(path)
        default: return nil
        }
    }
}
