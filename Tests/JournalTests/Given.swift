import Basics
import Journal
import Storage

/// Fixed words that the journal's tests share.
enum Given {
    static let noon = Instant(seconds: 1_790_000_000)
    static let actor = Actor("cli:ana")
    static let organization = OrganizationID(stored: "org_01k9zzzzzzzzzzzzzzzzzzzzzz")
    static let other = OrganizationID(stored: "org_01k9yyyyyyyyyyyyyyyyyyyyyy")
}
