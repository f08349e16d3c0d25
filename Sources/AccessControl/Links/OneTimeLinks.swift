import Basics
import Journal
import Secrets
import Storage

/// The one-time links of one organization. Making and opening one is in its audit chain, in the same transaction.
///
/// Looking at a link does not use it up, so that a program which fetches addresses out of a message breaks nothing.
package struct OneTimeLinks: Sendable {
    package static let lifetime = Duration.seconds(86_400)
    private static let field = "secret"
    private static let payloadLengthMax = 500

    let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    static let tables: [SQL] = [
        """
        CREATE TABLE one_time_links (
            organization_id \(type: .key) NOT NULL,
            id \(type: .key) NOT NULL,
            token_hash \(type: .bytes) NOT NULL UNIQUE,
            purpose \(type: .key) NOT NULL CHECK (purpose IN ('app_key.show', 'credential.hand_in')),
            subject \(type: .key) NOT NULL,
            payload \(type: .text) NOT NULL,
            created_at \(type: .integer) NOT NULL,
            expires_at \(type: .integer) NOT NULL,
            opened_at \(type: .integer),
            PRIMARY KEY (organization_id, id)
        )
        """,
        "CREATE INDEX one_time_links_by_subject ON one_time_links (organization_id, subject)",
    ]

    /// Makes a link.
    ///
    /// - Parameters:
    ///   - payload: a few words for its page, 500 characters at most; more is cut.
    ///   - secret: what opening it shows, sealed in the vault until then; nil for a link that takes something.
    /// - Returns: also the token that its address ends with: it is kept nowhere.
    package func create(
        _ purpose: OneTimeLink.Purpose, subject: String, payload: String = "", secret: Secret?, keyring: Keyring,
        by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws -> (link: OneTimeLink, token: Secret) {
        let token = RandomToken.make()
        let link = OneTimeLink(
            id: LinkID(at: instant), scope: scope, purpose: purpose, subject: subject,
            payload: String(payload.unicodeScalars.filter { $0 != "\0" }.prefix(Self.payloadLengthMax)),
            createdAt: instant, expiresAt: instant + Self.lifetime, openedAt: nil)
        try transaction.execute(
            """
            INSERT INTO one_time_links
                (organization_id, id, token_hash, purpose, subject, payload, created_at, expires_at)
            VALUES (\(scope.organizationID), \(link.id), \(TokenDigest(of: token).bytes), \(purpose.rawValue),
                \(subject), \(link.payload), \(instant), \(link.expiresAt))
            """)
        if let secret {
            try Vault(scope, keyring: keyring).store(
                secret, owner: link.id.text, field: Self.field, at: instant, in: transaction)
        }
        try note("link.created", link, by: actor, at: instant, in: transaction)
        return (link, token)
    }

    /// The link of a token, whatever its state and organization. Uses nothing up.
    package static func find(_ token: Secret, in transaction: any Transaction) throws -> OneTimeLink? {
        try transaction.first("\(select) WHERE token_hash = \(TokenDigest(of: token).bytes)", link)
    }

    /// The newest link for a purpose about a subject, whatever its state.
    package func last(
        _ purpose: OneTimeLink.Purpose, about subject: String, in transaction: any Transaction
    ) throws -> OneTimeLink? {
        try transaction.first(
            """
            \(Self.select) WHERE organization_id = \(scope.organizationID) AND subject = \(subject)
                AND purpose = \(purpose.rawValue) ORDER BY created_at DESC, id DESC LIMIT 1
            """, Self.link)
    }

    /// Opens a link: of many who try, one does. What it held is erased, and is in the caller's hands alone.
    ///
    /// - Parameter expected: a link for anything else is as good as none.
    /// - Throws: `access.link_unknown`, `access.link_opened`, `access.link_expired`; `SecretsError` when what it held does
    ///   not open, and then it is not used up.
    package static func open(
        _ token: Secret, for expected: OneTimeLink.Purpose, keyring: Keyring, at instant: Instant,
        in transaction: any Transaction
    ) throws -> (link: OneTimeLink, secret: Secret?) {
        guard let link = try find(token, in: transaction), link.purpose == expected else {
            throw AccessError(.linkUnknown)
        }
        switch link.state(at: instant) {
        case .opened(let at): throw AccessError(.linkOpened(at: at))
        case .expired(let at): throw AccessError(.linkExpired(at: at))
        case .open: break
        }
        let opened = try transaction.execute(
            """
            UPDATE one_time_links SET opened_at = \(instant)
            WHERE organization_id = \(link.scope.organizationID) AND id = \(link.id) AND opened_at IS NULL
            """)
        guard opened == 1 else { throw AccessError(.linkOpened(at: instant)) }
        let links = OneTimeLinks(link.scope)
        let secret = try links.takeSecret(of: link, keyring: keyring, in: transaction)
        // Who has a link need not be a member: the link itself is what is known of him.
        try links.note("link.opened", link, by: Actor("link:" + link.id.text), at: instant, in: transaction)
        return (link, secret)
    }

    /// Takes back the open links about a subject, and erases what they held.
    package func withdraw(about subject: String, in transaction: any Transaction) throws {
        let ids = try transaction.all(
            """
            DELETE FROM one_time_links
            WHERE organization_id = \(scope.organizationID) AND subject = \(subject) AND opened_at IS NULL
            RETURNING id
            """
        ) { try $0.text(0) }
        for id in ids { try Self.erase(id, scope, in: transaction) }
    }

    /// Erases what expired links of all organizations still hold.
    package static func eraseExpired(at instant: Instant, in transaction: any Transaction) throws {
        let expired = try transaction.all(
            """
            SELECT organization_id, id FROM one_time_links
            WHERE opened_at IS NULL AND expires_at <= \(instant) AND expires_at > \(instant - lifetime - lifetime)
            """
        ) { (OrganizationScope(try $0.id(0)), try $0.text(1)) }
        for (scope, id) in expired { try erase(id, scope, in: transaction) }
    }

    private func takeSecret(of link: OneTimeLink, keyring: Keyring, in transaction: any Transaction) throws -> Secret? {
        switch link.purpose {
        case .handInCredential: return nil
        case .showAppKey:
            let secret = try Vault(scope, keyring: keyring).open(
                owner: link.id.text, field: Self.field, in: transaction)
            try Self.erase(link.id.text, scope, in: transaction)
            return secret
        }
    }

    private static func erase(_ id: String, _ scope: OrganizationScope, in transaction: any Transaction) throws {
        // No key is needed to forget.
        try Vault(scope, keyring: .ephemeral()).deleteAll(of: id, in: transaction)
    }

    private func note(
        _ action: String, _ link: OneTimeLink, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws {
        let details = [
            AuditEntry.Detail("purpose", after: link.purpose.rawValue), AuditEntry.Detail("about", after: link.subject),
        ]
        try AuditChain(scope).append(
            AuditEntry(action, subject: link.id.text, details: details), by: actor, at: instant, in: transaction)
    }

    private static let select: SQL = """
        SELECT organization_id, id, purpose, subject, payload, created_at, expires_at, opened_at FROM one_time_links
        """

    private static func link(_ row: Row) throws -> OneTimeLink {
        guard let purpose = OneTimeLink.Purpose(rawValue: try row.text(2)) else { throw AccessError(.linkUnknown) }
        return OneTimeLink(
            id: try row.id(1), scope: OrganizationScope(try row.id(0)), purpose: purpose, subject: try row.text(3),
            payload: try row.text(4), createdAt: try row.instant(5), expiresAt: try row.instant(6),
            openedAt: try row.optionalInstant(7))
    }
}
