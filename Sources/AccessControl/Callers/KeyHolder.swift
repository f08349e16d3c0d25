import Basics
import Journal
import Storage

/// A program that came with an active app key. Made by `AppKeyVerifier` only.
package struct KeyHolder: Hashable, Sendable {
    package let keyID: AppKeyID
    package let scope: OrganizationScope
    package let permissions: PermissionSet

    init(keyID: AppKeyID, scope: OrganizationScope, permissions: PermissionSet) {
        self.keyID = keyID
        self.scope = scope
        self.permissions = permissions
    }

    var actor: Actor { Actor("key:" + keyID.text) }
}
