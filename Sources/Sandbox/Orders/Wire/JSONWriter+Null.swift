import Basics

extension JSONWriter {
    /// A text, or an explicit null: VTEX sends both.
    mutating func text(_ key: StaticString, _ value: String?) {
        if let value { member(key, value) } else { null(key) }
    }

    mutating func nulls(_ keys: StaticString...) {
        for key in keys { null(key) }
    }

    /// A number that is written already, such as `1.44`.
    mutating func number(_ key: StaticString, _ text: String) {
        member(key, raw: Array(text.utf8))
    }

    mutating func emptyArray(_ key: StaticString) {
        array(key) { _ in }
    }

    mutating func emptyObject(_ key: StaticString) {
        object(key) { _ in }
    }
}
