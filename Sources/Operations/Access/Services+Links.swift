import AccessControl
import Basics
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
