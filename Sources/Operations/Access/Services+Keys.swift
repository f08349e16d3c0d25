import AccessControl
import Basics
import Journal
import Records
import Secrets
import Storage

extension Services {
    /// What somebody wants of a new app key.
    package struct WantedKey: Sendable {
        package var label: String
        package var permissions: PermissionSet
        /// Nil for a key that does not expire.
        package var lifetime: Duration?

        package init(label: String, permissions: PermissionSet, lifetime: Duration?) {
            self.label = label
            self.permissions = permissions
            self.lifetime = lifetime
        }
    }

    /// Makes an app key.
    /// - Returns: also its token, which is shown now or never.
    /// - Throws: what `NewAppKey` throws; `StorageError`.
    package func createKey(
        _ wanted: WantedKey, in scope: OrganizationScope, by actor: Actor
    ) async throws -> (key: AppKey, token: Secret) {
        let now = clock.now()
        let new = try wanted.checked(at: now)
        return try await database.write { try AppKeys(scope).create(new, by: actor, at: now, in: $0) }
    }

    /// Makes an app key whose token is shown by a link that opens once and dies after a day; until then it is sealed.
    /// - Returns: also the token of the link's address.
    /// - Throws: as `createKey`, and `SecretsError`.
    package func createKeyWithLink(
        _ wanted: WantedKey, in scope: OrganizationScope, by actor: Actor
    ) async throws -> (key: AppKey, linkToken: Secret) {
        let now = clock.now()
        let new = try wanted.checked(at: now)
        let keyring = keyring
        return try await database.write { transaction in
            let (key, token) = try AppKeys(scope).create(new, by: actor, at: now, in: transaction)
            let made = try OneTimeLinks(scope).create(
                .showAppKey, subject: key.id.text, payload: key.label, secret: token, keyring: keyring, by: actor,
                at: now, in: transaction)
            return (key, made.token)
        }
    }

    /// The organization's app keys, newest first; a thousand at most.
    package func keys(in scope: OrganizationScope) async throws -> [AppKey] {
        try await database.read { try AppKeys(scope).list(in: $0) }
    }

    /// An app key of the organization.
    /// - Throws: `access.key_missing`.
    package func key(_ id: AppKeyID, in scope: OrganizationScope) async throws -> AppKey {
        guard let key = try await database.read({ try AppKeys(scope).find(id, in: $0) }) else {
            throw AccessError(.keyMissing)
        }
        return key
    }

    /// Switches a key on or off. Every node obeys within a second.
    /// - Throws: `access.key_missing`.
    package func setState(
        _ state: AppKey.State, of id: AppKeyID, in scope: OrganizationScope, by actor: Actor
    ) async throws {
        let now = clock.now()
        try await database.write { try AppKeys(scope).setState(state, of: id, by: actor, at: now, in: $0) }
    }

    /// Removes a key for good, and the link that would still show it. Every node obeys within a second.
    /// - Throws: `access.key_missing`.
    package func revokeKey(_ id: AppKeyID, in scope: OrganizationScope, by actor: Actor) async throws {
        let now = clock.now()
        try await database.write { transaction in
            try AppKeys(scope).revoke(id, by: actor, at: now, in: transaction)
            try OneTimeLinks(scope).withdraw(about: id.text, in: transaction)
        }
    }
}

extension Services.WantedKey {
    fileprivate func checked(at now: Instant) throws(AccessError) -> NewAppKey {
        try NewAppKey(label: label, permissions: permissions, expiresAt: lifetime.map { now + $0 }, at: now)
    }
}
