import AccessControl
import Basics
import ConnectorKit
import Journal
import Records
import Secrets
import Storage

/// Keys that somebody else brings, who is no member: by a link that opens once.
extension Services {
    /// A link by which somebody else hands in the key and token of a connection. Those made before for it are taken back.
    ///
    /// - Returns: also the token of the link's address.
    /// - Throws: `records.connection_missing`.
    package func createHandInLink(
        for connection: ConnectionID, in scope: OrganizationScope, by actor: Actor
    ) async throws -> (link: OneTimeLink, token: Secret) {
        let now = clock.now()
        let keyring = keyring
        return try await database.write { transaction in
            guard let found = try Connections(scope).find(connection, in: transaction) else {
                throw RecordsError(.connectionMissing(id: connection.text))
            }
            let links = OneTimeLinks(scope)
            try links.withdraw(about: connection.text, in: transaction)
            return try links.create(
                .handInCredential, subject: connection.text, payload: found.name, secret: nil, keyring: keyring,
                by: actor, at: now, in: transaction)
        }
    }

    /// The last link by which a connection's key was to be handed in, opened or not.
    package func handInLink(for connection: ConnectionID, in scope: OrganizationScope) async throws -> OneTimeLink? {
        try await database.glance {
            try OneTimeLinks(scope).last(.handInCredential, about: connection.text, in: $0)
        }
    }

    /// What somebody with a hand-in link may know: who asks, and for which store.
    package struct HandInInvitation: Sendable {
        package let link: OneTimeLink
        /// The organization's name.
        package let organization: String
        package let connection: Connection
    }

    /// The invitation behind a link, opened already or not. Looking does not use it up.
    /// - Throws: `access.link_unknown`.
    package func invitation(_ linkToken: Secret) async throws -> HandInInvitation {
        let found = try await database.glance { transaction -> HandInInvitation? in
            guard let link = try OneTimeLinks.find(linkToken, in: transaction), link.purpose == .handInCredential,
                let id = ConnectionID(parsing: link.subject),
                let connection = try Connections(link.scope).find(id, in: transaction),
                let organization = try Organizations().find(link.scope.organizationID, in: transaction)
            else { return nil }
            return HandInInvitation(link: link, organization: organization.name, connection: connection)
        }
        guard let found else { throw AccessError(.linkUnknown) }
        return found
    }

    /// Uses a hand-in link: the connection has the new key and token and its check afterwards, and the link is used up; or
    /// nothing of it. The platform is asked first, so that a slip of the hand leaves the link as it was.
    ///
    /// - Returns: what the key may do.
    /// - Throws: `access.link_unknown`, `access.link_opened`, `access.link_expired`, `access.too_many_attempts`;
    ///   `IntakeError` for what was pasted; `key.refused`; `PlatformError` while the platform cannot be asked. Of these only
    ///   the first three are the end of the link.
    package func handIn(
        _ linkToken: Secret, key: String, token: Secret, from visitor: Visitor
    ) async throws -> (invitation: HandInInvitation, report: KeyCheckReport?) {
        let invitation = try await invitation(linkToken)
        try Self.refuseUsed(invitation.link, at: clock.now())
        let attempts = "hand-in:" + invitation.link.id.text
        let begun = clock.now()
        try await database.write {
            try SignInThrottle().begin(account: attempts, address: visitor.address, at: begun, in: $0)
        }
        let connection = invitation.connection
        let credential = try platforms.connector(connection.platform).normalise(
            PastedCredential(account: connection.account, baseURL: connection.baseURL, key: key, token: token))
        let run = try platforms.run(credential, platform: connection.platform, recipe: nil)
        let checked = try await check(run)
        let now = clock.now()
        let keyring = keyring
        try await database.write { transaction in
            let opened = try OneTimeLinks.open(
                linkToken, for: .handInCredential, keyring: keyring, at: now, in: transaction)
            try Self.store(
                credential, of: connection, by: opened.link, keyring: keyring, at: now, in: transaction)
            let checks = KeyChecks(opened.link.scope)
            if let check = try checks.begin(
                of: connection.id, recipe: run.recipe.name, at: now, deadline: now + KeyCheckRun.limit, in: transaction)
            {
                for answer in checked.answers {
                    try checks.note(answer, in: check, of: connection.id, in: transaction)
                }
                try checks.finish(
                    check, of: connection.id, outcome: checked.outcome, trouble: checked.trouble,
                    survey: checked.survey, at: now, in: transaction)
            }
            try SignInThrottle().forgive(account: attempts, address: visitor.address, at: now, in: transaction)
        }
        return (invitation, try await keyCheck(of: connection, in: invitation.link.scope))
    }

    /// How a handed-in key did.
    private struct Checked: Sendable {
        var outcome = KeyCheckRecord.Outcome.failed
        var trouble: KeyCheckRecord.Trouble?
        var survey: KeyCheckRecord.Survey?
        var answers: [KeyCheckRecord.Answer] = []
    }

    /// The longest that somebody with a link waits before his page.
    private static let handInPatience = Duration.seconds(20)

    /// - Throws: what the person with the link can put right, or wait for. What only its maker can, as a wrong account, is
    ///   kept with the key for him.
    private func check(_ run: KeyCheckRun) async throws -> Checked {
        do {
            let result = try await run.run(limit: Self.handInPatience)
            if case .refused(let reason, let remedy) = result.matrix.standing {
                throw OperationsError.keyRefused(reason, remedy: remedy)
            }
            let answers = result.matrix.lines.filter { $0.evidence != nil }.map {
                KeyCheckRecord.Answer(
                    capability: $0.capability.name, verdict: $0.verdict.rawValue, evidence: $0.evidence)
            }
            return Checked(outcome: result.outcome, survey: result.survey, answers: answers)
        } catch let error as PlatformError where !error.isRetryable {
            return Checked(trouble: KeyCheckRecord.Trouble(error))
        }
    }

    private static func refuseUsed(_ link: OneTimeLink, at now: Instant) throws {
        switch link.state(at: now) {
        case .open: return
        case .opened(let at): throw AccessError(.linkOpened(at: at))
        case .expired(let at): throw AccessError(.linkExpired(at: at))
        }
    }

    private static func store(
        _ credential: StoreCredential, of connection: Connection, by link: OneTimeLink, keyring: Keyring,
        at now: Instant, in transaction: any Transaction
    ) throws {
        let connections = Connections(link.scope)
        // The store may have been corrected while its key was being checked.
        guard let current = try connections.find(connection.id, in: transaction),
            current.account == connection.account, current.baseURL == connection.baseURL
        else { throw RecordsError(.keyCheckSuperseded) }
        try connections.replaceCredential(
            of: connection.id, key: credential.key, token: credential.token, keyring: keyring,
            by: Actor("link:" + link.id.text), at: now, in: transaction)
    }
}
