import Basics
import Journal

package enum MemberKind: IDKind {
    package static let prefix = "mem"
}

package typealias MemberID = ID<MemberKind>

/// A person who signs in. Members stand above the organizations of their installation.
package struct Member: Hashable, Sendable {
    /// May become the other at any time; the last active owner stays active.
    package enum State: String, Sendable, CaseIterable {
        case active
        /// Cannot sign in; his sessions are gone.
        case disabled
    }

    package let id: MemberID
    package let email: EmailAddress
    package let name: String
    package let language: Language
    package let role: MemberRole
    package let state: State
    package let createdAt: Instant
    package let lastSignInAt: Instant?

    package var isActive: Bool { state == .active }

    /// What he is called in the audit chain: his id.
    package var actor: Actor { Actor("member:" + id.text) }
}
