import Basics

/// A change that has no number yet: the log gives it one.
package struct NewChange: Hashable, Sendable {
    package let recordKind: String
    package let recordID: String
    package let connectionID: ConnectionID?
    package let version: Int64
    /// The facts as the log keeps them.
    let factsText: String
    package let cause: Change.Cause
    package let occurredAt: Instant

    package init(
        recordKind: String, recordID: String, connectionID: ConnectionID?, version: Int64, facts: [Change.Fact],
        cause: Change.Cause, occurredAt: Instant
    ) {
        self.init(
            recordKind: recordKind, recordID: recordID, connectionID: connectionID, version: version,
            factsText: FactsText.text(of: facts), cause: cause, occurredAt: occurredAt)
    }

    init(
        recordKind: String, recordID: String, connectionID: ConnectionID?, version: Int64, factsText: String,
        cause: Change.Cause, occurredAt: Instant
    ) {
        self.recordKind = recordKind
        self.recordID = recordID
        self.connectionID = connectionID
        self.version = version
        self.factsText = factsText
        self.cause = cause
        self.occurredAt = occurredAt
    }
}
