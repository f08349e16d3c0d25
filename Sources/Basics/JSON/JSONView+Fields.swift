import CSimdJSON

extension JSONView {
    package func string(_ key: StaticString) throws(JSONError) -> String {
        try required(optionalString(key), key)
    }

    package func optionalString(_ key: StaticString) throws(JSONError) -> String? {
        guard let value = try field(key) else { return nil }
        guard let text = text(of: value) else { throw mismatch(expected: "string", found: value, at: key) }
        return text
    }

    /// An integer, or a number without fraction such as `7453.0`.
    package func integer(_ key: StaticString) throws(JSONError) -> Int64 {
        try required(optionalInteger(key), key)
    }

    package func optionalInteger(_ key: StaticString) throws(JSONError) -> Int64? {
        guard let value = try field(key) else { return nil }
        guard let number = wholeNumber(value) else { throw mismatch(expected: "integer", found: value, at: key) }
        return number
    }

    package func bool(_ key: StaticString) throws(JSONError) -> Bool {
        try required(optionalBool(key), key)
    }

    package func optionalBool(_ key: StaticString) throws(JSONError) -> Bool? {
        guard let value = try field(key) else { return nil }
        switch value.type {
        case TapeLetter.true: return true
        case TapeLetter.false: return false
        default: throw mismatch(expected: "bool", found: value, at: key)
        }
    }

    /// A number times 10^places, rounded to the nearest integer: `1.44` with 6 places is 1 440 000. Halves go away from
    /// zero.
    ///
    /// - Parameter places: 0 to 18.
    /// - Throws: also when 64 bits do not hold the result.
    package func optionalFixed(_ key: StaticString, places: Int) throws(JSONError) -> Int64? {
        guard let value = try field(key) else { return nil }
        guard let scaled = fixed(value, places: places) else {
            throw mismatch(expected: "decimal with \(places) places", found: value, at: key)
        }
        return scaled
    }

    /// A string or a number as text: for ids that platforms send now as one, now as the other. `12.0` is `12`.
    package func optionalText(_ key: StaticString) throws(JSONError) -> String? {
        guard let value = try field(key) else { return nil }
        switch value.type {
        case TapeLetter.string: return text(of: value)
        case TapeLetter.unsigned: return String(value.bits)
        case TapeLetter.signed, TapeLetter.double:
            if let whole = wholeNumber(value) { return String(whole) }
            return Double(bitPattern: value.bits).description
        default: throw mismatch(expected: "string", found: value, at: key)
        }
    }

    /// An ISO 8601 instant, in any shape that `Instant(iso8601:)` reads.
    package func instant(_ key: StaticString) throws(JSONError) -> Instant {
        try required(optionalInstant(key), key)
    }

    package func optionalInstant(_ key: StaticString) throws(JSONError) -> Instant? {
        guard let value = try field(key) else { return nil }
        // The bytes belong to the document.
        let instant = withExtendedLifetime(document) { () -> Instant? in
            guard value.type == TapeLetter.string, let start = value.text else { return nil }
            return Instant(iso8601Bytes: UnsafeBufferPointer(start: start, count: Int(value.bits)))
        }
        guard let instant else { throw mismatch(expected: "instant", found: value, at: key) }
        return instant
    }
}

extension JSONView {
    private func required<Value>(_ value: Value?, _ key: StaticString) throws(JSONError) -> Value {
        guard let value else { throw JSONError(.missing, path: key.description) }
        return value
    }

    private func mismatch(expected: String, found value: csimdjson_value, at key: StaticString) -> JSONError {
        mismatch(expected: expected, found: value).under(key.description)
    }

    func fixed(_ value: csimdjson_value, places: Int) -> Int64? {
        let power = (0..<places).reduce(Int64(1)) { power, _ in power * 10 }
        switch value.type {
        case TapeLetter.signed:
            let (product, overflows) = Int64(bitPattern: value.bits).multipliedReportingOverflow(by: power)
            return overflows ? nil : product
        case TapeLetter.double:
            var scaled = Double(bitPattern: value.bits) * Double(power)
            // 1.005 times 100 is a hair below 100.5 in binary: a half that was written as one is rounded as one.
            if scaled.magnitude < 1e12 { scaled += scaled < 0 ? -2 * scaled.ulp : 2 * scaled.ulp }
            return Int64(exactly: scaled.rounded(.toNearestOrAwayFromZero))
        default:
            return nil
        }
    }
}
