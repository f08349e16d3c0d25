import Basics
import Storage

package enum LinkKind: IDKind {
    package static let prefix = "lnk"
}

package typealias LinkID = ID<LinkKind>

/// A link that opens once and dies after a day, whatever it is for.
package struct OneTimeLink: Hashable, Sendable {
    /// What opening it does.
    package enum Purpose: String, Sendable, CaseIterable {
        /// Shows the token of a new app key; the subject is the key's id.
        case showAppKey = "app_key.show"
        /// Takes a platform's token from somebody who has it; the subject is the connection's id.
        case handInCredential = "credential.hand_in"
    }

    /// May go from open to any other, and stays there.
    package enum State: Hashable, Sendable {
        case open
        /// Somebody opened it then: if it was not you, somebody else has what it held.
        case opened(at: Instant)
        case expired(at: Instant)
    }

    package let id: LinkID
    package let scope: OrganizationScope
    package let purpose: Purpose
    /// The id of what it is about.
    package let subject: String
    /// A few words for the page that it opens; no secret.
    package let payload: String
    package let createdAt: Instant
    package let expiresAt: Instant
    package let openedAt: Instant?

    package init(
        id: LinkID, scope: OrganizationScope, purpose: Purpose, subject: String, payload: String, createdAt: Instant,
        expiresAt: Instant, openedAt: Instant?
    ) {
        self.id = id
        self.scope = scope
        self.purpose = purpose
        self.subject = subject
        self.payload = payload
        self.createdAt = createdAt
        self.expiresAt = expiresAt
        self.openedAt = openedAt
    }

    package func state(at now: Instant) -> State {
        if let openedAt { return .opened(at: openedAt) }
        return expiresAt <= now ? .expired(at: expiresAt) : .open
    }
}
