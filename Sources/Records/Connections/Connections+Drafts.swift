import Basics
import Journal
import Secrets
import Storage

/// A store as it is being set up, its key perhaps yet to come.
package struct ConnectionDraft: Sendable {
    package var platform: String
    package var account: String
    package var baseURL: String
    package var name: String
    package var timeZone: String
    /// Nil while somebody else has yet to bring them.
    package var credential: (key: String, token: Secret)?

    package init(
        platform: String, account: String, baseURL: String, name: String, timeZone: String,
        credential: (key: String, token: Secret)?
    ) {
        self.platform = platform
        self.account = account
        self.baseURL = baseURL
        self.name = name
        self.timeZone = timeZone
        self.credential = credential
    }
}

/// Connections that are being set up. They hold the place of their store, and nothing is read of them.
extension Connections {
    static let drafts: [SQL] = [
        """
        ALTER TABLE connections ADD COLUMN is_draft \(type: .integer) NOT NULL DEFAULT 0
            CHECK (is_draft IN (0, 1) AND (is_draft = 0 OR state = 'paused'))
        """
    ]

    /// Begins to set a store up.
    /// - Throws: `RecordsError` with code `records.connection_exists`, also for another draft, or `records.name_empty`.
    package func createDraft(
        _ draft: ConnectionDraft, keyring: Keyring, by actor: Actor, at instant: Instant,
        in transaction: any Transaction
    ) throws -> Connection {
        try refuseTaken(draft, except: nil, in: transaction)
        let connection = Connection(
            id: ConnectionID(at: instant), platform: draft.platform, account: draft.account, baseURL: draft.baseURL,
            key: draft.credential?.key ?? "", name: try NameRule.shown(draft.name), timeZone: draft.timeZone,
            state: .draft, createdAt: instant)
        try insert(connection, in: transaction)
        var details = [
            AuditEntry.Detail("platform", after: draft.platform), AuditEntry.Detail("account", after: draft.account),
            AuditEntry.Detail("base_url", after: draft.baseURL), AuditEntry.Detail("state", after: "draft"),
        ]
        if let credential = draft.credential {
            let fingerprint = try Vault(scope, keyring: keyring).store(
                credential.token, owner: connection.id.text, field: Self.tokenField, at: instant, in: transaction)
            details += [
                AuditEntry.Detail("key", after: credential.key), AuditEntry.Detail("token", after: fingerprint.text),
            ]
        }
        try note("connection.draft_created", connection.id, details, by: actor, at: instant, in: transaction)
        return connection
    }

    /// Puts what was typed again in the place of what a draft had. What was checked of it is forgotten.
    ///
    /// - Throws: as `createDraft`; `records.connection_missing`; `records.connection_finished` for what is no draft.
    package func reviseDraft(
        _ id: ConnectionID, _ draft: ConnectionDraft, keyring: Keyring, by actor: Actor, at instant: Instant,
        in transaction: any Transaction
    ) throws -> Connection {
        let before = try fetchDraft(id, in: transaction)
        try refuseTaken(draft, except: id, in: transaction)
        let name = try NameRule.shown(draft.name)
        let key = draft.credential?.key ?? before.key
        try transaction.execute(
            """
            UPDATE connections SET account = \(draft.account), base_url = \(draft.baseURL), app_key = \(key),
                name = \(name), time_zone = \(draft.timeZone)
            WHERE organization_id = \(scope.organizationID) AND id = \(id)
            """)
        var details = [
            AuditEntry.Detail("account", before: before.account, after: draft.account),
            AuditEntry.Detail("base_url", before: before.baseURL, after: draft.baseURL),
            AuditEntry.Detail("name", before: before.name, after: name),
            AuditEntry.Detail("key", before: before.key, after: key),
        ].filter { $0.before != $0.after }
        if let credential = draft.credential {
            let vault = Vault(scope, keyring: keyring)
            let old = try fingerprint(of: id, in: vault, transaction)?.text
            let new = try vault.store(
                credential.token, owner: id.text, field: Self.tokenField, at: instant, in: transaction
            ).text
            if old != new { details.append(AuditEntry.Detail("token", before: old, after: new)) }
        }
        try KeyChecks(scope).forget(of: id, in: transaction)
        if !details.isEmpty {
            try note("connection.draft_changed", id, details, by: actor, at: instant, in: transaction)
        }
        return try fetch(id, in: transaction)
    }

    /// Makes a draft an active connection. Whether its key is good enough is the caller's to know.
    ///
    /// - Throws: `records.connection_missing`, `records.connection_finished`; `records.connection_unfinished` for a draft
    ///   without a credential.
    package func start(
        _ id: ConnectionID, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws {
        let draft = try fetchDraft(id, in: transaction)
        guard draft.hasCredential else { throw RecordsError(.connectionUnfinished(id: id.text)) }
        try write(.active, of: id, in: transaction)
        try note(
            "connection.created", id, [AuditEntry.Detail("state", before: "draft", after: "active")], by: actor,
            at: instant, in: transaction)
    }

    /// Forgets a draft and its credential.
    /// - Throws: `records.connection_missing`, `records.connection_finished`.
    package func discardDraft(
        _ id: ConnectionID, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws {
        let draft = try fetchDraft(id, in: transaction)
        // No key is needed to forget.
        try Vault(scope, keyring: .ephemeral()).deleteAll(of: id.text, in: transaction)
        try transaction.execute(
            "DELETE FROM connections WHERE organization_id = \(scope.organizationID) AND id = \(id)")
        try note(
            "connection.draft_discarded", id,
            [
                AuditEntry.Detail("platform", before: draft.platform),
                AuditEntry.Detail("account", before: draft.account),
            ],
            by: actor, at: instant, in: transaction)
    }

    /// Marks a draft whose token was lost as one that waits for its key; see `setState` for all others.
    package func forgetCredential(ofDraft id: ConnectionID, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE connections SET app_key = ''
            WHERE organization_id = \(scope.organizationID) AND id = \(id) AND is_draft = 1
            """)
        try KeyChecks(scope).forget(of: id, in: transaction)
    }

    private func fetchDraft(_ id: ConnectionID, in transaction: any Transaction) throws -> Connection {
        let connection = try fetch(id, in: transaction)
        guard connection.isDraft else { throw RecordsError(.connectionFinished(id: id.text)) }
        return connection
    }

    private func refuseTaken(
        _ draft: ConnectionDraft, except own: ConnectionID?, in transaction: any Transaction
    ) throws {
        let taken = try find(
            platform: draft.platform, account: draft.account, baseURL: draft.baseURL, in: transaction)
        guard taken == nil || taken?.id == own else {
            throw RecordsError(.connectionExists(platform: draft.platform, account: draft.account))
        }
    }

    private func note(
        _ action: String, _ id: ConnectionID, _ details: [AuditEntry.Detail], by actor: Actor, at instant: Instant,
        in transaction: any Transaction
    ) throws {
        try AuditChain(scope).append(
            AuditEntry(action, subject: id.text, details: details), by: actor, at: instant, in: transaction)
    }
}
