import Basics
import ConnectorKit

/// What was found about one day of one stream.
package struct StatementLine: Hashable, Sendable {
    /// The raw value is what the database holds.
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// Both sides have the same.
        case equal
        /// Something differed and was put right.
        case repaired
        /// Something differs still.
        case different
        /// The platform's answer was not to be had, or not to be believed.
        case notCompared = "not_compared"
        /// Older than what the platform lists: nothing to compare with.
        case beyond
    }

    package let stream: StreamKind
    package let day: CivilDate
    /// Records that the platform has; nil when it could not be told.
    package var there: Int?
    /// Records that were stored before anything was put right.
    package var here: Int
    /// Of those, records older than the platform's reach.
    package var beyond = 0
    package var differences = 0
    package var repaired = 0
    /// Records that were read in full though nothing seemed to differ.
    package var sampled = 0
    /// Why the day could not be compared.
    package var trouble: Trouble?

    package init(stream: StreamKind, day: CivilDate, there: Int?, here: Int) {
        self.stream = stream
        self.day = day
        self.there = there
        self.here = here
    }

    package var verdict: Verdict {
        if trouble != nil { return .notCompared }
        guard there != nil else { return .beyond }
        if differences == 0 { return .equal }
        return repaired == differences ? .repaired : .different
    }
}
