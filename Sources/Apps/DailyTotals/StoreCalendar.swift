import Basics
import Foundation

/// The days of a store, in its own time zone.
package struct StoreCalendar: Sendable {
    private let zone: TimeZone

    /// - Parameter name: of the IANA data base, as in `America/Sao_Paulo`.
    /// - Throws: `apps.unknown_time_zone`.
    package init(timeZone name: String) throws(AppsError) {
        guard let zone = TimeZone(identifier: name) else { throw .unknownTimeZone(name) }
        self.zone = zone
    }

    package func date(of instant: Instant) -> CivilDate {
        let seconds = instant.microseconds.dividedDown(by: 1_000_000)
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds)))
        return CivilDate(daysSince1970: Int((seconds + Int64(offset)).dividedDown(by: 86_400)))
    }
}

extension Int64 {
    /// Division that rounds towards the past, so that a time before 1970 falls into its own day.
    fileprivate func dividedDown(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
