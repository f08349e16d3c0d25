/// JSON as a tree, filtered the obvious way: what `JSONFilter` is held against.
indirect enum SlowJSON {
    case token(String)
    case array([SlowJSON])
    case object([(key: String, value: SlowJSON)])

    private static let keys = ["a", "b", "c", "d"]

    static func random(depth: Int, using random: inout some RandomNumberGenerator) -> SlowJSON {
        let count = Int.random(in: 0..<5, using: &random)
        switch depth == 0 ? 0 : Int.random(in: 0..<5, using: &random) {
        case 1, 2:
            return .array((0..<count).map { _ in .random(depth: depth - 1, using: &random) })
        case 3, 4:
            return .object(
                (0..<count).map { _ in
                    (keys.randomElement(using: &random) ?? "a", .random(depth: depth - 1, using: &random))
                })
        default:
            let tokens = ["12.10", "-1e5", "true", "null", "\"\"", #""{\"a\":[1,2]}""#, #""\\""#, "\"ação 🎁 , : ]\""]
            return .token(tokens.randomElement(using: &random) ?? "0")
        }
    }

    static func randomPath(using random: inout some RandomNumberGenerator) -> String {
        var path = ["", "", "[]", "[][]"].randomElement(using: &random) ?? ""
        for _ in 0..<Int.random(in: 1..<4, using: &random) {
            path += path.isEmpty ? "" : "."
            path += keys.randomElement(using: &random) ?? "a"
            path += ["", "", "[]", "[][]"].randomElement(using: &random) ?? ""
        }
        return path
    }

    /// `a[].b` as `a`, `[]`, `b`.
    static func steps(of path: String) -> [String] {
        var steps: [String] = []
        for character in path where character != "." {
            if character == "[" { steps.append("[]") } else if character != "]" { steps.append(String(character)) }
        }
        return steps
    }

    func removing(_ steps: [String]) -> SlowJSON {
        guard let step = steps.first else { return self }
        let rest = Array(steps.dropFirst())
        switch self {
        case .array(let elements) where step == "[]":
            return .array(rest.isEmpty ? [] : elements.map { $0.removing(rest) })
        case .object(let members) where step != "[]":
            return .object(
                members.compactMap { member in
                    guard member.key == step else { return member }
                    return rest.isEmpty ? nil : (member.key, member.value.removing(rest))
                })
        default:
            return self
        }
    }

    /// - Parameter blank: what to put between two tokens.
    func text(_ blank: () -> String) -> String {
        switch self {
        case .token(let token):
            return blank() + token + blank()
        case .array(let elements):
            return blank() + "[" + blank() + elements.map { $0.text(blank) }.joined(separator: ",") + "]" + blank()
        case .object(let members):
            let texts = members.map { "\(blank())\"\($0.key)\"\(blank()):" + $0.value.text(blank) }
            return blank() + "{" + blank() + texts.joined(separator: ",") + "}" + blank()
        }
    }
}
