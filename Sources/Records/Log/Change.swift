import Basics

/// One entry of an organization's change log. It carries ids and facts, never a person.
package struct Change: Hashable, Sendable {
    package enum Cause: String, Hashable, Sendable {
        case platform, remap, merge, erase, app
    }

    /// A field that changed, with what it was and is: `status: shipped → delivered`. `from` is nil when there was none.
    package struct Fact: Hashable, Sendable {
        package let field: String
        package let from: String?
        package let to: String?

        package init(field: String, from: String?, to: String?) {
            self.field = field
            self.from = from
            self.to = to
        }
    }

    /// Without gaps within the organization, from 1; order of numbers is order of commits.
    package let number: Int64
    /// As in `order`.
    package let recordKind: String
    package let recordID: String
    package let connectionID: ConnectionID?
    package let version: Int64
    package let facts: [Fact]
    package let cause: Cause
    /// The platform's time of what happened.
    package let occurredAt: Instant
    package let recordedAt: Instant

    package init(
        number: Int64, recordKind: String, recordID: String, connectionID: ConnectionID?, version: Int64, facts: [Fact],
        cause: Cause, occurredAt: Instant, recordedAt: Instant
    ) {
        self.number = number
        self.recordKind = recordKind
        self.recordID = recordID
        self.connectionID = connectionID
        self.version = version
        self.facts = facts
        self.cause = cause
        self.occurredAt = occurredAt
        self.recordedAt = recordedAt
    }
}
