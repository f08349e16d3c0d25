import Basics
import ConnectorKit
import Logging
import Records
import Storage
import Sync

extension Services {
    /// Begins to ask the platform what a connection's key may do, beside the caller. The answers are in `keyCheck(of:in:)`
    /// as they come, on every node. Does nothing while a check of the connection runs.
    ///
    /// - Parameter recipe: nil for the platform's default one.
    /// - Throws: `OperationsError` where keys cannot be checked, `SecretsError` when the token cannot be opened,
    ///   `StorageError`.
    package func beginKeyCheck(
        of connection: Connection, in scope: OrganizationScope, recipe: String? = nil
    ) async throws {
        guard let (run, check) = try await openKeyCheck(of: connection, in: scope, recipe: recipe) else { return }
        keyCheckDesk.start(check) { await follow(run, as: check, of: connection.id, in: scope) }
    }

    /// Writes down that a check has begun, which the caller then follows. Nil while a check of the connection runs.
    func openKeyCheck(
        of connection: Connection, in scope: OrganizationScope, recipe: String? = nil
    ) async throws -> (run: KeyCheckRun, check: KeyCheckID)? {
        let token = try await database.read { [keyring] transaction in
            try Connections(scope).token(of: connection.id, keyring: keyring, in: transaction)
        }
        let credential = StoreCredential(
            account: connection.account, baseURL: connection.baseURL, key: connection.key, token: token)
        let run = try platforms.run(credential, platform: connection.platform, recipe: recipe)
        let now = clock.now()
        let begun = try await database.write { transaction in
            try KeyChecks(scope).begin(
                of: connection.id, recipe: run.recipe.name, at: now, deadline: now + KeyCheckRun.limit, in: transaction)
        }
        return begun.map { (run, $0) }
    }

    /// Waits for the key checks that this node runs.
    package func finishKeyChecks() async { await keyCheckDesk.finish() }

    /// Ends the key checks that this node runs; returns when each has written down that it was cut short.
    package func stopKeyChecks() async { await keyCheckDesk.close() }

    /// A connection's last key check, whichever node ran it. Nil before the first.
    package func keyCheck(of connection: Connection, in scope: OrganizationScope) async throws -> KeyCheckReport? {
        let found = try await database.glance { try KeyChecks(scope).last(of: connection.id, in: $0) }
        return try found.flatMap { try report($0, platform: connection.platform) }
    }

    /// Nil where the platform's keys can no longer be checked.
    func report(_ record: KeyCheckRecord, platform: String) throws -> KeyCheckReport? {
        let connector = try platforms.connector(platform)
        guard let plan = connector.keyCheckPlan, let recipe = plan.recipe(named: record.recipe) else { return nil }
        var standing = KeyMatrix.Standing.accepted
        if record.outcome == .refused, let trouble = record.trouble {
            standing = .refused(trouble.reason, remedy: trouble.remedy ?? OperationsError.checkFailed.remedyOrReason)
        }
        let answers = record.answers.map { answer in
            (
                Capability(answer.capability),
                KeyMatrix.Answer(
                    KeyMatrix.Verdict(rawValue: answer.verdict) ?? .unknown, evidence: answer.evidence)
            )
        }
        return KeyCheckReport(
            record: record,
            matrix: plan.matrix(recipe, standing: standing, answers: Dictionary(answers) { $1 }),
            asked: plan.asked,
            estimate: record.survey.map {
                ImportEstimate($0, limits: quotaLimits(of: connector), group: connector.ordersQuotaGroup)
            })
    }

    /// Runs a check to its end and writes down what came of it.
    func follow(
        _ run: KeyCheckRun, as check: KeyCheckID, of connection: ConnectionID, in scope: OrganizationScope
    ) async {
        var result: KeyCheckRun.Result?
        var trouble: KeyCheckRecord.Trouble?
        do {
            result = try await run.run { answer in
                try await database.write { try KeyChecks(scope).note(answer, in: check, of: connection, in: $0) }
            }
            trouble = result?.trouble
        } catch {
            trouble = KeyCheckRecord.Trouble(error)
        }
        let outcome = result?.outcome ?? .failed
        // Safe because it is awaited here: a cancelled task could not write down how it ended any more.
        await Task { [result, trouble] in
            do {
                let now = clock.now()
                try await database.write {
                    try KeyChecks(scope).finish(
                        check, of: connection, outcome: outcome, trouble: trouble, survey: result?.survey, at: now,
                        in: $0)
                    // Whoever has ticked a box has the key checked next: no stream waits for its turn then.
                    try StreamControl.retryRefused(of: connection, in: scope, at: now, $0)
                }
            } catch {
                // Another check's, or a discarded draft's: nobody waits for this one. Else it is stale after its time.
                let code = (error as? any ExplainedError)?.code ?? String(describing: type(of: error))
                logger.notice("a key check was not written down", metadata: ["code": "\(code)"])
            }
        }.value
    }
}
