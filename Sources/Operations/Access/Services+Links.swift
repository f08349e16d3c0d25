import AccessControl
import Basics
import ConnectorKit
import Journal
import Records
import Secrets
import Storage

extension Services {
    /// The link of a token, opened already or not. Looking does not use it up.
    /// - Throws: `access.link_unknown`.
    package func link(_ token: Secret) async throws -> OneTimeLink {
        guard let link = try await database.read({ try OneTimeLinks.find(token, in: $0) }) else {
            throw AccessError(.linkUnknown)
        }
        return link
    }

    /// Opens the link to a new app key's token; it is erased here.
    /// - Throws: `access.link_unknown`, `access.link_opened`, `access.link_expired`; `SecretsError`.
    package func openKeyLink(_ token: Secret) async throws -> (link: OneTimeLink, appKeyToken: Secret) {
        let now = clock.now()
        let keyring = keyring
        return try await database.write { transaction in
            let opened = try OneTimeLinks.open(token, for: .showAppKey, keyring: keyring, at: now, in: transaction)
            guard let secret = opened.secret else { throw AccessError(.linkUnknown) }
            return (opened.link, secret)
        }
    }

    /// A link by which somebody else hands in the key and token of a connection.
    ///
    /// - Parameter payload: a few words for the page, as in the store's name.
    /// - Returns: also the token of the link's address.
    package func createHandInLink(
        for connection: ConnectionID, payload: String, in scope: OrganizationScope, by actor: Actor
    ) async throws -> (link: OneTimeLink, token: Secret) {
        let now = clock.now()
        let keyring = keyring
        return try await database.write { transaction in
            guard try Connections(scope).find(connection, in: transaction) != nil else {
                throw RecordsError(.connectionMissing(id: connection.text))
            }
            return try OneTimeLinks(scope).create(
                .handInCredential, subject: connection.text, payload: payload, secret: nil, keyring: keyring,
                by: actor, at: now, in: transaction)
        }
    }

    /// Uses a hand-in link: the connection has the new key and token afterwards, and the link is used up; or neither.
    /// - Throws: `access.link_unknown`, `access.link_opened`, `access.link_expired`; `IntakeError` for what was pasted,
    ///   which does not use the link up.
    package func handIn(_ linkToken: Secret, key: String, token: Secret) async throws -> OneTimeLink {
        let link = try await link(linkToken)
        guard link.purpose == .handInCredential, let id = ConnectionID(parsing: link.subject) else {
            throw AccessError(.linkUnknown)
        }
        guard let connection = try await database.read({ try Connections(link.scope).find(id, in: $0) }) else {
            throw AccessError(.linkUnknown)
        }
        let pasted = PastedCredential(account: connection.account, baseURL: connection.baseURL, key: key, token: token)
        let credential = try platforms.connector(connection.platform).normalise(pasted)
        let now = clock.now()
        let keyring = keyring
        return try await database.write { transaction in
            let opened = try OneTimeLinks.open(
                linkToken, for: .handInCredential, keyring: keyring, at: now, in: transaction)
            try Connections(link.scope).replaceCredential(
                of: id, key: credential.key, token: credential.token, keyring: keyring,
                by: Actor("link:" + link.id.text), at: now, in: transaction)
            return opened.link
        }
    }

    /// What access leaves behind with time: ended sessions, what expired links held, uses of keys not written yet. A node
    /// calls it every few minutes, and once before it ends.
    package func tidyAccess() async throws {
        let now = clock.now()
        await keyVerifier.flushUses()
        try await database.write { transaction in
            try Sessions().purge(at: now, in: transaction)
            try OneTimeLinks.eraseExpired(at: now, in: transaction)
        }
    }
}
