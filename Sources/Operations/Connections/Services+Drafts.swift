import AccessControl
import Basics
import ConnectorKit
import Foundation
import Journal
import Records
import Secrets
import Storage

/// Connections that are being set up, step by step.
extension Services {
    /// What somebody typed of a store that he wants connected.
    package struct WantedDraft: Sendable {
        package var platform: String
        package var account: String
        /// In place of the platform's own address; nil for that.
        package var baseURL: String?
        /// Nil when somebody else is to bring the key.
        package var credential: (key: String, token: Secret)?
        /// For people; blank for the account's.
        package var name: String
        /// IANA name of the store's time zone.
        package var timeZone: String

        package init(
            platform: String, account: String, baseURL: String?, credential: (key: String, token: Secret)?,
            name: String, timeZone: String
        ) {
            self.platform = platform
            self.account = account
            self.baseURL = baseURL
            self.credential = credential
            self.name = name
            self.timeZone = timeZone
        }
    }

    /// Keeps a store as a draft. One that is there for the same store already is gone on with.
    ///
    /// - Returns: also what looks odd about what was pasted, and was let through.
    /// - Throws: `IntakeError` for what was pasted, `UnknownPlatform`, `records.connection_exists` for a store that is
    ///   connected, `hub.unknown_time_zone`.
    package func draft(
        _ wanted: WantedDraft, in scope: OrganizationScope, by actor: Actor
    ) async throws -> (connection: Connection, warnings: [Phrase]) {
        let (draft, warnings) = try normalise(wanted)
        let now = clock.now()
        let keyring = keyring
        let connection = try await database.write { transaction in
            let connections = Connections(scope)
            let found = try connections.find(
                platform: draft.platform, account: draft.account, baseURL: draft.baseURL, in: transaction)
            guard let found, found.isDraft else {
                return try connections.createDraft(draft, keyring: keyring, by: actor, at: now, in: transaction)
            }
            return try Self.revise(found.id, draft, connections, keyring, by: actor, at: now, in: transaction)
        }
        return (connection, warnings)
    }

    /// Puts what was typed again in the place of what a draft had. A blank token with the key that is stored keeps the
    /// stored one.
    ///
    /// - Throws: as `draft`; `records.connection_missing`, `records.connection_finished`.
    package func reviseDraft(
        _ id: ConnectionID, _ wanted: WantedDraft, in scope: OrganizationScope, by actor: Actor
    ) async throws -> (connection: Connection, warnings: [Phrase]) {
        guard let before = try await connection(id, of: scope) else {
            throw RecordsError(.connectionMissing(id: id.text))
        }
        var wanted = wanted
        wanted.platform = before.platform
        if before.hasCredential, let pasted = wanted.credential,
            pasted.key.trimmingCharacters(in: .whitespacesAndNewlines) == before.key,
            pasted.token.reveal({ $0.allSatisfy(\.isWhitespace) })
        {
            wanted.credential = nil
        }
        let (draft, warnings) = try normalise(wanted)
        let now = clock.now()
        let keyring = keyring
        let connection = try await database.write { transaction in
            try Self.revise(id, draft, Connections(scope), keyring, by: actor, at: now, in: transaction)
        }
        return (connection, warnings)
    }

    /// Begins to read a draft's store: it is an active connection from now on.
    ///
    /// - Throws: `key.not_ready` unless the last key check says that reading can begin; `records.connection_missing`,
    ///   `records.connection_finished`.
    package func startDraft(_ id: ConnectionID, in scope: OrganizationScope, by actor: Actor) async throws {
        guard let draft = try await connection(id, of: scope) else {
            throw RecordsError(.connectionMissing(id: id.text))
        }
        guard draft.isDraft else { throw RecordsError(.connectionFinished(id: id.text)) }
        guard let report = try await keyCheck(of: draft, in: scope), report.canBegin else {
            throw OperationsError.keyNotReady
        }
        let now = clock.now()
        try await database.write { transaction in
            // Of the key that was checked, and of no other that came since.
            guard try KeyChecks(scope).last(of: id, in: transaction)?.id == report.record.id else {
                throw OperationsError.keyNotReady
            }
            try Connections(scope).start(id, by: actor, at: now, in: transaction)
            try OneTimeLinks(scope).withdraw(about: id.text, in: transaction)
        }
    }

    /// Forgets a draft, its credential and the links to it.
    /// - Throws: `records.connection_missing`, `records.connection_finished`.
    package func discardDraft(_ id: ConnectionID, in scope: OrganizationScope, by actor: Actor) async throws {
        let now = clock.now()
        try await database.write { transaction in
            try OneTimeLinks(scope).withdraw(about: id.text, in: transaction)
            try Connections(scope).discardDraft(id, by: actor, at: now, in: transaction)
        }
    }

    private static func revise(
        _ id: ConnectionID, _ draft: ConnectionDraft, _ connections: Connections, _ keyring: Keyring,
        by actor: Actor, at now: Instant, in transaction: any Transaction
    ) throws -> Connection {
        // Who has typed the key waits for nobody else.
        if draft.credential != nil {
            try OneTimeLinks(connections.scope).withdraw(about: id.text, in: transaction)
        }
        return try connections.reviseDraft(id, draft, keyring: keyring, by: actor, at: now, in: transaction)
    }

    private func normalise(_ wanted: WantedDraft) throws -> (draft: ConnectionDraft, warnings: [Phrase]) {
        let connector = try platforms.connector(wanted.platform)
        guard TimeZone(identifier: wanted.timeZone) != nil else { throw OperationsError.unknownTimeZone }
        func draft(_ account: String, _ baseURL: String, _ credential: (key: String, token: Secret)?) -> ConnectionDraft
        {
            let isNamed = !wanted.name.allSatisfy(\.isWhitespace)
            return ConnectionDraft(
                platform: connector.platform, account: account, baseURL: baseURL,
                name: isNamed ? wanted.name : account, timeZone: wanted.timeZone, credential: credential)
        }
        guard let pasted = wanted.credential else {
            let address = try connector.normaliseAddress(account: wanted.account, baseURL: wanted.baseURL)
            return (draft(address.account, address.baseURL, nil), [])
        }
        let credential = try connector.normalise(
            PastedCredential(
                account: wanted.account, baseURL: wanted.baseURL, key: pasted.key, token: pasted.token))
        return (
            draft(credential.account, credential.baseURL, (credential.key, credential.token)), credential.warnings
        )
    }
}
