import Basics
import Foundation

/// The days of a store in its own time zone, with their true beginnings: a day that the clocks are changed in has 23 or
/// 25 hours, and one whose midnight is skipped begins at one o'clock.
package struct StoreDays: Sendable {
    private let zone: TimeZone

    /// Nil when the zone is not known here.
    /// - Parameter name: of the IANA data base, as in `America/Sao_Paulo`.
    package init?(timeZone name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    package func date(of instant: Instant) -> CivilDate {
        CivilDate(daysSince1970: Int(localSeconds(Self.seconds(of: instant)).floored(to: 86_400)))
    }

    /// The day's first moment.
    package func start(of day: CivilDate) -> Instant { moment(0, 0, of: day) }

    /// When a clock in the store first shows `hour` and `minute` of a day; the next moment that there is, when it is skipped.
    package func moment(_ hour: Int, _ minute: Int, of day: CivilDate) -> Instant {
        let wanted = Int64(day.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60)
        // Zones lie less than 15 hours from UTC. Within a day local time only ever passes a moment once for our purpose:
        // where clocks go back it is the first time that is found or the second, both of the same day.
        var before = wanted - 54_000
        var within = wanted + 54_000
        while within - before > 1 {
            let middle = before + (within - before) / 2
            if localSeconds(middle) >= wanted { within = middle } else { before = middle }
        }
        return Instant(seconds: within)
    }

    private func localSeconds(_ seconds: Int64) -> Int64 {
        seconds + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
    }

    private static func seconds(of instant: Instant) -> Int64 { instant.microseconds.floored(to: 1_000_000) }
}

extension CivilDate {
    /// The day so many days later; earlier for a negative number.
    package func advanced(by days: Int) -> CivilDate { CivilDate(daysSince1970: daysSince1970 + days) }
}

extension Int64 {
    /// Division that rounds towards the past.
    fileprivate func floored(to divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
