import Basics

/// Dates as VTEX's order services write them.
enum VTEXDate {
    /// `2019-01-28T20:09:43.8994580+00:00`: seven digits, of which the last is beyond the microsecond.
    static func long(_ instant: Instant, seventhDigit: Int = 0) -> String {
        var bytes = base(instant)
        bytes.append(UInt8(ascii: "."))
        append(Int(floorRemainder(instant.microseconds, 1_000_000)), width: 6, to: &bytes)
        append(seventhDigit, width: 1, to: &bytes)
        bytes.append(contentsOf: "+00:00".utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `2019-08-12T20:54:01.1340570Z`, as in feed and hook.
    static func zulu(_ instant: Instant) -> String { String(long(instant).dropLast(6)) + "Z" }

    /// `2019-01-28T20:09:43+00:00`, as in the order list.
    static func short(_ instant: Instant) -> String {
        var bytes = base(instant)
        bytes.append(contentsOf: "+00:00".utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func base(_ instant: Instant) -> [UInt8] {
        let seconds = floorDivision(instant.microseconds, 1_000_000)
        let days = floorDivision(seconds, 86_400)
        let rest = Int(seconds - days * 86_400)
        let date = CivilDate(daysSince1970: Int(days))
        var bytes: [UInt8] = []
        bytes.reserveCapacity(33)
        append(date.year, width: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        append(date.month, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        append(date.day, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: "T"))
        append(rest / 3600, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(rest / 60 % 60, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(rest % 60, width: 2, to: &bytes)
        return bytes
    }

    private static func append(_ value: Int, width: Int, to bytes: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }

    private static func floorDivision(_ value: Int64, _ divisor: Int64) -> Int64 {
        value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
    }

    private static func floorRemainder(_ value: Int64, _ divisor: Int64) -> Int64 {
        value - floorDivision(value, divisor) * divisor
    }
}
