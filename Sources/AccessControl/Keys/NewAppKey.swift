import Basics

/// What an app key is made of, checked.
package struct NewAppKey: Sendable {
    package let label: String
    package let permissions: PermissionSet
    package let expiresAt: Instant?

    /// - Parameter expiresAt: nil for never.
    /// - Throws: `access.bad_label`, `access.no_permissions`, `access.permission_not_for_keys`, `access.expiry_past`.
    package init(
        label: String, permissions: PermissionSet, expiresAt: Instant?, at now: Instant
    ) throws(AccessError) {
        guard let shown = ShownText(label, lengthMax: 100) else { throw AccessError(.badLabel) }
        guard !permissions.isEmpty else { throw AccessError(.noPermissions) }
        if let refused = permissions.permissions.first(where: { !$0.isForKeys }) {
            throw AccessError(.permissionNotForKeys(refused))
        }
        if let expiresAt, expiresAt <= now { throw AccessError(.expiryPast) }
        self.label = shown.text
        self.permissions = permissions
        self.expiresAt = expiresAt
    }
}
