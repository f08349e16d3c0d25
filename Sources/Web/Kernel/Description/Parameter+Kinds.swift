import Basics

extension Parameter where Value == Int {
    static func integer(_ name: String, _ range: ClosedRange<Int64>, default value: Int, _ summary: Phrase) -> Self {
        Parameter(name, .integer(range), summary, missing: value) { name, text in
            guard let number = Int64(text), range.contains(number) else { return .failure(.range(name, range)) }
            return .success(Int(number))
        }
    }
}

extension Parameter where Value == Instant? {
    static func instant(_ name: String, _ summary: Phrase) -> Self {
        Parameter(name, .instant, summary, missing: nil) { name, text in
            guard let instant = Instant(iso8601: text) else { return .failure(.unreadable(name)) }
            return .success(instant)
        }
    }
}

extension Parameter where Value == String? {
    static func text(_ name: String, lengthMax: Int, _ summary: Phrase) -> Self {
        Parameter(name, .string(lengthMax: lengthMax), summary, missing: nil) { name, text in
            guard text.unicodeScalars.count <= lengthMax else { return .failure(.tooLong(name, lengthMax)) }
            return .success(text)
        }
    }

    static func choice(_ name: String, _ choices: [String], _ summary: Phrase) -> Self {
        Parameter(name, .string(lengthMax: 100, oneOf: choices), summary, missing: nil) { name, text in
            guard choices.contains(text) else { return .failure(.notAChoice(name, choices)) }
            return .success(text)
        }
    }
}

extension Parameter {
    /// A typed id; one that cannot be an id of this kind is refused.
    static func id<Kind: IDKind>(_ name: String, _ kind: Kind.Type, _ summary: Phrase) -> Self
    where Value == ID<Kind>? {
        Parameter(name, .id, summary, missing: nil) { name, text in
            guard let id = ID<Kind>(parsing: text) else { return .failure(.unreadable(name)) }
            return .success(id)
        }
    }
}

extension Parameter where Value == [String] {
    /// Some of `choices`, with commas between them.
    static func choices(_ name: String, _ choices: [String], _ summary: Phrase) -> Self {
        let item = Schema.string(lengthMax: 100, oneOf: choices)
        return Parameter(name, .array(of: item, countMin: 1, countMax: 100), summary, missing: []) { name, text in
            let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            guard parts.count <= 100 else { return .failure(.tooLong(name, 100)) }
            guard parts.allSatisfy(choices.contains) else { return .failure(.notAChoice(name, choices)) }
            return .success(parts)
        }
    }
}
