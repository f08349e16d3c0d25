extension Instant {
    /// Reads an ISO 8601 date and time in any shape that platforms send: `T` or a blank between, no fraction or one of
    /// any length (digits past the sixth are dropped), `Z`, `+00:00`, `-0300`, `+00` or no zone (then UTC), a date alone,
    /// a year of four digits or of a sign and six.
    ///
    /// - Returns: nil for anything else, an impossible date included.
    package init?(iso8601 text: some StringProtocol) {
        let parsed = text.utf8.withContiguousStorageIfAvailable { Instant(iso8601Bytes: $0) }
        guard let value = parsed ?? Array(text.utf8).withUnsafeBufferPointer({ Instant(iso8601Bytes: $0) }) else {
            return nil
        }
        self = value
    }

    /// The same from bytes.
    init?(iso8601Bytes bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = DigitScanner(bytes: bytes)
        guard let year = scanner.year(), scanner.skip("-"),
            let month = scanner.number(digits: 2), scanner.skip("-"),
            let day = scanner.number(digits: 2),
            (1...12).contains(month), day >= 1, day <= CivilDate.daysInMonth(year: year, month: month)
        else { return nil }
        var seconds = CivilDate(year: year, month: month, day: day).daysSince1970 * 86_400
        var fraction = 0
        if !scanner.isAtEnd {
            guard scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
                let hour = scanner.number(digits: 2), scanner.skip(":"),
                let minute = scanner.number(digits: 2), hour < 24, minute < 60
            else { return nil }
            var second = 0
            if scanner.skip(":") {
                guard let value = scanner.number(digits: 2), value <= 60 else { return nil }
                second = value
                if scanner.skip(".") || scanner.skip(",") {
                    guard let value = scanner.microsecondFraction() else { return nil }
                    fraction = value
                }
            }
            guard let offset = scanner.zoneOffset() else { return nil }
            seconds += hour * 3600 + minute * 60 + second - offset
        }
        guard scanner.isAtEnd else { return nil }
        guard let exact = Int64(exactly: Int128(seconds) * 1_000_000 + Int128(fraction)) else { return nil }
        self.init(microseconds: exact)
    }

    /// `2026-11-22T10:00:00.123456Z`; the fraction is left out when it is zero. Years before 0 and after 9999 have a sign
    /// and six digits, as ISO 8601 writes them.
    package var iso8601: String {
        String(unsafeUninitializedCapacity: Self.iso8601LengthMax) { buffer in
            buffer.baseAddress.map(writeISO8601) ?? 0
        }
    }

    /// As in `-290308-12-21T19:59:05.224192Z`.
    static let iso8601LengthMax = 30

    /// - Returns: how many bytes it wrote, `iso8601LengthMax` at most.
    func writeISO8601(to target: UnsafeMutablePointer<UInt8>) -> Int {
        let (days, rest) = microseconds.quotientAndRemainderRoundingDown(dividingBy: 86_400_000_000)
        let seconds = Int(rest / 1_000_000)
        let fraction = Int(rest % 1_000_000)
        var digits = DigitWriter(target: target)
        digits.date(CivilDate(daysSince1970: Int(days)))
        digits.character("T")
        digits.number(seconds / 3600, digits: 2)
        digits.character(":")
        digits.number(seconds / 60 % 60, digits: 2)
        digits.character(":")
        digits.number(seconds % 60, digits: 2)
        if fraction != 0 {
            digits.character(".")
            digits.number(fraction, digits: 6)
        }
        digits.character("Z")
        return digits.count
    }
}

private struct DigitScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    var isAtEnd: Bool { position == bytes.count }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    mutating func digit() -> Int? {
        guard position < bytes.count, case let value = bytes[position] &- 48, value < 10 else { return nil }
        position += 1
        return Int(value)
    }

    mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let next = digit() else { return nil }
            value = value * 10 + next
        }
        return value
    }

    /// Four digits, or a sign and six.
    mutating func year() -> Int? {
        if skip("+") { return number(digits: 6) }
        if skip("-") { return number(digits: 6).map { -$0 } }
        return number(digits: 4)
    }

    mutating func microsecondFraction() -> Int? {
        var value = 0
        var read = 0
        while let next = digit() {
            if read < 6 { value = value * 10 + next }
            read += 1
        }
        guard read > 0 else { return nil }
        for _ in 0..<max(0, 6 - read) { value *= 10 }
        return value
    }

    /// Seconds east of UTC; zero when nothing is left.
    mutating func zoneOffset() -> Int? {
        if isAtEnd || skip("Z") || skip("z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(digits: 2), hours <= 18 else { return nil }
        _ = skip(":")
        let minutes = isAtEnd ? 0 : number(digits: 2)
        guard let minutes, minutes < 60 else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}

extension Int64 {
    fileprivate func quotientAndRemainderRoundingDown(dividingBy divisor: Int64) -> (Int64, Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}

/// Writes without looking for room: its caller has made enough.
struct DigitWriter {
    let target: UnsafeMutablePointer<UInt8>
    private(set) var count = 0

    init(target: UnsafeMutablePointer<UInt8>) { self.target = target }

    /// Years before 0 and after 9999 have a sign and six digits.
    mutating func date(_ date: CivilDate) {
        if (0...9999).contains(date.year) {
            number(date.year, digits: 4)
        } else {
            character(date.year < 0 ? "-" : "+")
            number(abs(date.year), digits: 6)
        }
        character("-")
        number(date.month, digits: 2)
        character("-")
        number(date.day, digits: 2)
    }

    mutating func character(_ character: Unicode.Scalar) {
        target[count] = UInt8(ascii: character)
        count += 1
    }

    mutating func number(_ value: Int, digits: Int) {
        var rest = value
        for position in stride(from: count + digits - 1, through: count, by: -1) {
            target[position] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += digits
    }
}
