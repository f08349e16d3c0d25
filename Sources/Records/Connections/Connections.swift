import Basics
import Journal
import Secrets
import Storage

/// The connections of one organization. Every change is in the audit chain of the same transaction.
package struct Connections: Sendable {
    static let tokenField = "token"

    package let scope: OrganizationScope

    package init(_ scope: OrganizationScope) { self.scope = scope }

    /// Makes a connection and puts its token into the vault. A draft of the same store becomes it.
    /// - Throws: `RecordsError` with code `records.connection_exists` when platform, account and address are taken.
    package func create(
        _ new: NewConnection, keyring: Keyring, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws -> Connection {
        let taken = try find(platform: new.platform, account: new.account, baseURL: new.baseURL, in: transaction)
        if let taken {
            guard taken.isDraft else {
                throw RecordsError(.connectionExists(platform: new.platform, account: new.account))
            }
            let draft = ConnectionDraft(
                platform: new.platform, account: new.account, baseURL: new.baseURL, name: new.name,
                timeZone: new.timeZone, credential: (new.key, new.token))
            _ = try reviseDraft(taken.id, draft, keyring: keyring, by: actor, at: instant, in: transaction)
            try start(taken.id, by: actor, at: instant, in: transaction)
            return try fetch(taken.id, in: transaction)
        }
        let connection = Connection(
            id: ConnectionID(at: instant), platform: new.platform, account: new.account, baseURL: new.baseURL,
            key: new.key, name: new.name, timeZone: new.timeZone, state: .active, createdAt: instant)
        try insert(connection, in: transaction)
        let fingerprint = try Vault(scope, keyring: keyring).store(
            new.token, owner: connection.id.text, field: Self.tokenField, at: instant, in: transaction)
        let details = [
            AuditEntry.Detail("platform", after: new.platform), AuditEntry.Detail("account", after: new.account),
            AuditEntry.Detail("base_url", after: new.baseURL), AuditEntry.Detail("key", after: new.key),
            AuditEntry.Detail("token", after: fingerprint.text), AuditEntry.Detail("state", after: "active"),
        ]
        try AuditChain(scope).append(
            AuditEntry("connection.created", subject: connection.id.text, details: details), by: actor, at: instant,
            in: transaction)
        return connection
    }

    package func find(_ id: ConnectionID, in transaction: any Transaction) throws -> Connection? {
        try transaction.first(
            "\(ConnectionRow.select) WHERE organization_id = \(scope.organizationID) AND id = \(id)",
            ConnectionRow.connection)
    }

    package func find(
        platform: String, account: String, baseURL: String, in transaction: any Transaction
    ) throws -> Connection? {
        try transaction.first(
            """
            \(ConnectionRow.select) WHERE organization_id = \(scope.organizationID) AND platform = \(platform)
                AND account = \(account) AND base_url = \(baseURL)
            """, ConnectionRow.connection)
    }

    /// All of the organization's connections, by name.
    package func list(in transaction: any Transaction) throws -> [Connection] {
        try transaction.all(
            "\(ConnectionRow.select) WHERE organization_id = \(scope.organizationID) ORDER BY name, id",
            ConnectionRow.connection)
    }

    /// The token, out of the vault.
    package func token(of id: ConnectionID, keyring: Keyring, in transaction: any Transaction) throws -> Secret {
        try Vault(scope, keyring: keyring).open(owner: id.text, field: Self.tokenField, in: transaction)
    }

    /// Replaces key and token and makes the connection active again; a draft stays one.
    ///
    /// - Throws: `RecordsError` with code `records.connection_missing`.
    package func replaceCredential(
        of id: ConnectionID, key: String, token: Secret, keyring: Keyring, by actor: Actor, at instant: Instant,
        in transaction: any Transaction
    ) throws {
        let before = try fetch(id, in: transaction)
        let vault = Vault(scope, keyring: keyring)
        let old = try fingerprint(of: id, in: vault, transaction)
        let new = try vault.store(token, owner: id.text, field: Self.tokenField, at: instant, in: transaction)
        try transaction.execute(
            """
            UPDATE connections SET app_key = \(key) WHERE organization_id = \(scope.organizationID) AND id = \(id)
            """)
        let after: Connection.State = before.isDraft ? .draft : .active
        try write(after, of: id, in: transaction)
        // What was checked was another key.
        try KeyChecks(scope).forget(of: id, in: transaction)
        let details = [
            AuditEntry.Detail("key", before: before.key, after: key),
            AuditEntry.Detail("token", before: old?.text, after: new.text),
            AuditEntry.Detail("state", before: before.state.auditText, after: after.name),
        ]
        try AuditChain(scope).append(
            AuditEntry("connection.credential_replaced", subject: id.text, details: details), by: actor, at: instant,
            in: transaction)
    }

    /// Sets the state; writes nothing when it is that already.
    ///
    /// - Throws: `RecordsError` with code `records.connection_missing`; `records.connection_unfinished` for a draft, which
    ///   becomes active by `start` alone.
    package func setState(
        _ state: Connection.State, of id: ConnectionID, by actor: Actor, at instant: Instant,
        in transaction: any Transaction
    ) throws {
        let before = try fetch(id, in: transaction).state
        guard before != state else { return }
        guard before != .draft, state != .draft else { throw RecordsError(.connectionUnfinished(id: id.text)) }
        try write(state, of: id, in: transaction)
        let detail = AuditEntry.Detail("state", before: before.auditText, after: state.auditText)
        try AuditChain(scope).append(
            AuditEntry("connection.state_changed", subject: id.text, details: [detail]), by: actor, at: instant,
            in: transaction)
    }

    /// Gives the connection another name for people; writes nothing when it has it already.
    ///
    /// - Throws: `RecordsError` with code `records.connection_missing` or `records.name_empty`.
    package func rename(
        _ id: ConnectionID, to name: String, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws {
        let before = try fetch(id, in: transaction).name
        let shown = try NameRule.shown(name)
        guard before != shown else { return }
        try transaction.execute(
            "UPDATE connections SET name = \(shown) WHERE organization_id = \(scope.organizationID) AND id = \(id)")
        try AuditChain(scope).append(
            AuditEntry(
                "connection.renamed", subject: id.text,
                details: [AuditEntry.Detail("name", before: before, after: shown)]),
            by: actor, at: instant, in: transaction)
    }

    func fetch(_ id: ConnectionID, in transaction: any Transaction) throws -> Connection {
        guard let connection = try find(id, in: transaction) else {
            throw RecordsError(.connectionMissing(id: id.text))
        }
        return connection
    }

    /// Nil also for a token that was tampered with: it can be replaced, and only so.
    func fingerprint(
        of id: ConnectionID, in vault: Vault, _ transaction: any Transaction
    ) throws -> Fingerprint? {
        do {
            return try vault.fingerprint(owner: id.text, field: Self.tokenField, in: transaction)
        } catch let error as SecretsError {
            guard case .sealedValueDamaged = error.problem else { throw error }
            return nil
        }
    }

    func insert(_ new: Connection, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO connections
                (organization_id, id, platform, account, base_url, app_key, name, time_zone, state, is_draft, created_at)
            VALUES (\(scope.organizationID), \(new.id), \(new.platform), \(new.account), \(new.baseURL), \(new.key),
                \(new.name), \(new.timeZone), \(new.state.column), \(new.isDraft), \(new.createdAt))
            """)
    }

    func write(_ state: Connection.State, of id: ConnectionID, in transaction: any Transaction) throws {
        let attention = state.attention
        let reason = attention?.reason
        let remedy = attention?.remedy
        try transaction.execute(
            """
            UPDATE connections
            SET state = \(state.column), is_draft = \(state == .draft), attention_code = \((attention?.code).sqlValue),
                reason_pt = \((reason?.portuguese).sqlValue), reason_es = \((reason?.spanish).sqlValue),
                reason_en = \((reason?.english).sqlValue), remedy_pt = \((remedy?.portuguese).sqlValue),
                remedy_es = \((remedy?.spanish).sqlValue), remedy_en = \((remedy?.english).sqlValue)
            WHERE organization_id = \(scope.organizationID) AND id = \(id)
            """)
    }
}
