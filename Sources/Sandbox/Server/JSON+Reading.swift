/// Looking into a JSON value that is kept as it came.
extension JSON {
    /// A member of an object; nil when it is missing or null.
    subscript(name: String) -> JSON? {
        guard case .object(let members) = self, let value = members.first(where: { $0.name == name })?.value,
            value != .null
        else { return nil }
        return value
    }

    var text: String? {
        switch self {
        case .string(let text): text
        case .integer(let value): String(value)
        default: nil
        }
    }

    var isTrue: Bool { self == .bool(true) }

    var elements: [JSON] {
        if case .array(let elements) = self { return elements }
        return []
    }

    /// A number times 100, or nil: 10.5 is 1050.
    var hundredths: Int64? {
        switch self {
        case .integer(let value): value * 100
        case .decimal(let text): Double(text).map { Int64(($0 * 100).rounded(.toNearestOrAwayFromZero)) }
        default: nil
        }
    }

    var whole: Int64? { hundredths.map { $0 / 100 } }

    /// This object with `members` in place of those of the same name, and the new ones at the end.
    func replacing(_ members: [Member]) -> JSON {
        guard case .object(var own) = self else { return .object(members) }
        for member in members {
            if let position = own.firstIndex(where: { $0.name == member.name }) {
                own[position] = member
            } else {
                own.append(member)
            }
        }
        return .object(own)
    }
}
