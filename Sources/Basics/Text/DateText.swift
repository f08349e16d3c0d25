import Glibc

/// Instants as people read them: in the machine's own time zone, or in that of a store.
package enum DateText {
    /// `22/11/2026 10:15:32`; in English `2026-11-22 10:15:32`.
    package static func moment(_ instant: Instant, in language: Language, zone: Zone = .machine) -> String {
        let local = Instant(microseconds: instant.microseconds + zone.secondsEast(of: instant) * 1_000_000)
        let text = local.iso8601
        return day(text.prefix(10), in: language) + " " + text.dropFirst(11).prefix(8)
    }

    /// `10:15:32`.
    package static func time(_ instant: Instant, zone: Zone = .machine) -> String {
        let local = Instant(microseconds: instant.microseconds + zone.secondsEast(of: instant) * 1_000_000)
        return String(local.iso8601.dropFirst(11).prefix(8))
    }

    /// `22/11/2026`; in English `2026-11-22`.
    package static func day(_ iso: some StringProtocol, in language: Language) -> String {
        let parts = iso.split(separator: "-")
        guard language != .english, parts.count == 3 else { return String(iso) }
        return "\(parts[2])/\(parts[1])/\(parts[0])"
    }

    /// The zone that a time is shown in.
    package enum Zone: Sendable {
        case machine
        case fixed(secondsEast: Int64)
        /// A zone of the calendar data, by whoever knows them.
        case counted(@Sendable (Instant) -> Int64)

        /// Seconds to add to UTC.
        package func secondsEast(of instant: Instant) -> Int64 {
            switch self {
            case .fixed(let seconds): return seconds
            case .counted(let secondsEast): return secondsEast(instant)
            case .machine:
                var time = time_t(instant.microseconds / 1_000_000)
                var parts = tm()
                return localtime_r(&time, &parts) == nil ? 0 : Int64(parts.tm_gmtoff)
            }
        }
    }
}
