import Basics
import Commerce

/// Which records of one kind somebody wants listed, those that changed last first.
package struct RecordFilter: Sendable, Hashable {
    package var kind: RecordKind
    package var connection: ConnectionID?
    /// Those that belong to this record, of `connection`; without one the parent is not looked at.
    package var parent: RecordLink?
    /// Nil for both.
    package var isDeleted: Bool? = false
    /// Words of the record or its person, accents and case aside; all must match, as beginnings.
    package var text: String?
    /// Whether persons may be searched by and shown.
    package var seesPeople: Bool

    package init(_ kind: RecordKind, seesPeople: Bool) {
        self.kind = kind
        self.seesPeople = seesPeople
    }
}

/// Where a list of records goes on: after this one.
package struct RecordPosition: Sendable, Hashable {
    package let changedAt: Instant
    package let id: RecordID

    package init(changedAt: Instant, id: RecordID) {
        self.changedAt = changedAt
        self.id = id
    }

    package init(_ record: StoredRecord) {
        self.init(changedAt: record.changedAt, id: record.id)
    }
}
