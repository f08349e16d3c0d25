/// A moment in UTC, in whole microseconds since 1970: what columns hold and the log orders by.
package struct Instant: Hashable, Sendable, Comparable {
    package var microseconds: Int64

    package init(microseconds: Int64) { self.microseconds = microseconds }
    /// Stops at `distantPast` and `distantFuture`.
    package init(seconds: Int64) { microseconds = Duration.seconds(seconds).microseconds }

    package static let distantPast = Instant(microseconds: .min)
    package static let distantFuture = Instant(microseconds: .max)

    package static func < (left: Self, right: Self) -> Bool { left.microseconds < right.microseconds }

    /// Stops at `distantPast` and `distantFuture`.
    package static func + (left: Self, right: Duration) -> Self {
        let (sum, overflows) = left.microseconds.addingReportingOverflow(right.microseconds)
        guard overflows else { return Instant(microseconds: sum) }
        return right > .zero ? .distantFuture : .distantPast
    }

    /// Stops at `distantPast` and `distantFuture`.
    package static func - (left: Self, right: Duration) -> Self {
        let (difference, overflows) = left.microseconds.subtractingReportingOverflow(right.microseconds)
        guard overflows else { return Instant(microseconds: difference) }
        return right > .zero ? .distantPast : .distantFuture
    }

    package static func - (left: Self, right: Self) -> Duration {
        .microseconds(left.microseconds) - .microseconds(right.microseconds)
    }
}

extension Duration {
    /// Whole microseconds, rounded towards zero; the nearest that 64 bits hold when it is longer.
    package var microseconds: Int64 {
        let (whole, overflows) = components.seconds.multipliedReportingOverflow(by: 1_000_000)
        let (sum, sumOverflows) = whole.addingReportingOverflow(components.attoseconds / 1_000_000_000_000)
        guard !overflows, !sumOverflows else { return components.seconds < 0 ? .min : .max }
        return sum
    }

    /// Seconds with their fraction, for figures that people read.
    package var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}
