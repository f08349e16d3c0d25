import Basics
import Commerce
import ConnectorKit

/// One record that was not the same on both sides, by the platform's id, and what was done about it. Nothing of a person.
package struct NamedDifference: Hashable, Sendable {
    /// The raw value is what the database holds.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case missingHere = "missing_here"
        case missingThere = "missing_there"
        /// Stored on another day than it was placed on.
        case day
        case status
        case value
        case items
        /// Something else of the record in full.
        case content
    }

    package enum Outcome: String, Hashable, Sendable, CaseIterable {
        /// Read in full and stored.
        case repaired
        /// Stays as it is: Ponte deletes nothing because a platform does not show it.
        case kept
        /// Could not be put right; `trouble` says why. It is tried again by later syncs.
        case failed
    }

    /// One side of it.
    package struct Side: Hashable, Sendable {
        package var day: CivilDate?
        package var outline: OrderOutline

        package init(day: CivilDate?, outline: OrderOutline) {
            self.day = day
            self.outline = outline
        }
    }

    package let stream: StreamKind
    package let externalID: String
    /// The day of the statement that it belongs to.
    package let day: CivilDate
    package let kind: Kind
    package let outcome: Outcome
    /// Nil where there is no such record.
    package let there: Side?
    package let here: Side?
    /// Of both sides' amounts.
    package let currency: String?
    package let scale: Int?
    package let trouble: Trouble?

    package init(
        stream: StreamKind, externalID: String, day: CivilDate, kind: Kind, outcome: Outcome, there: Side?,
        here: Side?, currency: String?, scale: Int?, trouble: Trouble? = nil
    ) {
        self.stream = stream
        self.externalID = externalID
        self.day = day
        self.kind = kind
        self.outcome = outcome
        self.there = there
        self.here = here
        self.currency = currency
        self.scale = scale
        self.trouble = trouble
    }
}

extension NamedDifference.Kind {
    /// What differs first between two versions of one order.
    init(there: NamedDifference.Side, here: NamedDifference.Side) {
        if there.day != here.day {
            self = .day
        } else if there.outline.platformStatus != here.outline.platformStatus {
            self = .status
        } else if there.outline.amount != here.outline.amount {
            self = .value
        } else if there.outline.units != here.outline.units {
            self = .items
        } else {
            self = .content
        }
    }
}
