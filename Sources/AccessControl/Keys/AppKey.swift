import Basics

package enum AppKeyKind: IDKind {
    package static let prefix = "key"
}

package typealias AppKeyID = ID<AppKeyKind>

/// A key by which a program uses Ponte, in one organization. Its token is not kept.
package struct AppKey: Hashable, Sendable {
    /// May become the other at any time.
    package enum State: String, Sendable, CaseIterable {
        case active
        case inactive
    }

    package let id: AppKeyID
    package let label: String
    package let permissions: PermissionSet
    package let state: State
    package let createdAt: Instant
    /// As in the audit chain: `member:mem_01k…`.
    package let createdBy: String
    /// Refused from then on; nil for never.
    package let expiresAt: Instant?
    /// Within a minute or two; nil until its first use.
    package let lastUsedAt: Instant?

    package func isExpired(at now: Instant) -> Bool { expiresAt.map { $0 <= now } ?? false }
}
