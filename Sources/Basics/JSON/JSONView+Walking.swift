import CSimdJSON

extension JSONView {
    /// Runs `body` for each element of the array at `key`; nothing when it is missing or null. Errors get `key[n]`
    /// before their path.
    package func forEach(_ key: StaticString, _ body: (JSONView) throws -> Void) throws {
        guard let value = try field(key) else { return }
        do {
            try JSONView(document: document, index: value.index).forEachElement(body)
        } catch let error as JSONError {
            throw error.under(key.description)
        }
    }

    /// Runs `body` with `key`'s object; nothing when it is missing or null. Errors get `key` before their path.
    package func with(_ key: StaticString, _ body: (JSONView) throws -> Void) throws {
        guard let value = try field(key) else { return }
        do {
            guard value.type == TapeLetter.object else { throw mismatch(expected: "object", found: value) }
            try body(JSONView(document: document, index: value.index))
        } catch let error as JSONError {
            throw error.under(key.description)
        }
    }

    /// This value itself as an array's elements. Errors get `[n]` before their path.
    package func forEachElement(_ body: (JSONView) throws -> Void) throws {
        let value = value
        guard value.type == TapeLetter.array else { throw mismatch(expected: "array", found: value) }
        // The container's last word is its closing bracket.
        let end = Int(value.bits) - 1
        var next = index + 1
        var position = 0
        while next < end {
            do {
                try body(JSONView(document: document, index: next))
            } catch let error as JSONError {
                throw error.under("[\(position)]")
            }
            next = csimdjson_after(document.tape, next)
            position += 1
        }
    }

    /// This value itself as an object's members, in order. Errors get the member's key before their path.
    package func forEachMember(_ body: (String, JSONView) throws -> Void) throws {
        let value = value
        guard value.type == TapeLetter.object else { throw mismatch(expected: "object", found: value) }
        let end = Int(value.bits) - 1
        var next = index + 1
        while next < end {
            let key = text(of: csimdjson_at(document.tape, next)) ?? ""
            do {
                try body(key, JSONView(document: document, index: next + 1))
            } catch let error as JSONError {
                throw error.under(key)
            }
            next = csimdjson_after(document.tape, next + 1)
        }
    }
}
