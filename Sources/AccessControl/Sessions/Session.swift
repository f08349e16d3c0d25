import Basics

package enum SessionKind: IDKind {
    package static let prefix = "ses"
}

package typealias SessionID = ID<SessionKind>

/// One sign-in of a member, as he sees it in his list.
package struct Session: Hashable, Sendable {
    package let id: SessionID
    package let createdAt: Instant
    /// Within a minute.
    package let lastUsedAt: Instant
    /// Where it was opened from, as the web server saw it; nil when nobody said.
    package let address: String?
    /// What the browser called itself, cut to 200 characters.
    package let agent: String?
}
