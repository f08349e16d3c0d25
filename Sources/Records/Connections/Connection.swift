import Basics
import Storage

package enum ConnectionKind: IDKind {
    package static let prefix = "con"
}

package typealias ConnectionID = ID<ConnectionKind>

/// One store of an organization on one platform. The token is in the vault, never here.
package struct Connection: Hashable, Sendable {
    /// A draft becomes active once, or is discarded; the others turn into one another.
    package enum State: Hashable, Sendable {
        /// Being set up: nothing is read of it, and its key may be yet to come.
        case draft
        case active
        case paused
        /// Stopped by Ponte itself: what the platform said, and what to do. `code` is that of the error.
        case needsAttention(code: String, reason: Phrase, remedy: Phrase?)
    }

    package let id: ConnectionID
    package let platform: String
    package let account: String
    package let baseURL: String
    /// The public half of the credential, as in `vtexappkey-shop-ABCDEF`; empty for a draft that waits for its key.
    package let key: String
    package let name: String
    /// IANA name of the store's time zone, for its days.
    package let timeZone: String
    package let state: State
    package let createdAt: Instant

    package init(
        id: ConnectionID, platform: String, account: String, baseURL: String, key: String, name: String,
        timeZone: String,
        state: State, createdAt: Instant
    ) {
        self.id = id
        self.platform = platform
        self.account = account
        self.baseURL = baseURL
        self.key = key
        self.name = name
        self.timeZone = timeZone
        self.state = state
        self.createdAt = createdAt
    }

    /// Whether it is being set up.
    package var isDraft: Bool { state == .draft }
    package var hasCredential: Bool { !key.isEmpty }
}

/// What a person says of a store to be connected; the token goes into the vault.
package struct NewConnection: Sendable {
    package var platform: String
    package var account: String
    package var baseURL: String
    package var key: String
    package var token: Secret
    package var name: String
    package var timeZone: String

    package init(
        platform: String, account: String, baseURL: String, key: String, token: Secret, name: String, timeZone: String
    ) {
        self.platform = platform
        self.account = account
        self.baseURL = baseURL
        self.key = key
        self.token = token
        self.name = name
        self.timeZone = timeZone
    }
}
