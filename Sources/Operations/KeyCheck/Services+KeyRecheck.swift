import Basics
import ConnectorKit
import Journal
import Logging
import Records
import Storage

/// Keys lose rights and die where Ponte does not see it: looked at every day, it is known before there is a gap.
extension Services {
    static let keyRecheckEvery = Duration.seconds(86_400)
    /// After a check that the platform gave no answer to.
    static let keyRecheckAgain = Duration.seconds(3_600)

    /// Checks the keys of connections that are followed and whose last check is a day old, and stops those that the platform
    /// no longer knows, or that lost a right without which nothing can be read.
    ///
    /// One connection's trouble does not keep the others' keys from being checked.
    package func recheckKeysDue() async throws {
        let due = try await connectionsToFollow()
        for (placed, credential) in due {
            try Task.checkCancellation()
            do {
                guard try await isRecheckDue(placed) else { continue }
                let scope = placed.organization.scope
                guard let (run, check) = try await openKeyCheck(of: placed.connection, in: scope) else { continue }
                await follow(run, as: check, of: placed.connection.id, in: scope)
                try await draw(from: placed, credential)
            } catch let error as any ExplainedError {
                logger.warning(
                    "a key was not checked",
                    metadata: ["connection": "\(placed.connection.id)", "code": "\(error.code)"])
            }
        }
    }

    private func isRecheckDue(_ placed: PlacedConnection) async throws -> Bool {
        let now = clock.now()
        let last = try await database.glance {
            try KeyChecks(placed.organization.scope).last(of: placed.connection.id, in: $0)
        }
        guard let last else { return true }
        guard !last.isRunning(at: now) else { return false }
        let rest = last.outcome == .accepted ? Self.keyRecheckEvery : Self.keyRecheckAgain
        return last.startedAt + rest <= now
    }

    /// Stops the connection where the check gives reason to, if its key is still the one that was checked.
    private func draw(from placed: PlacedConnection, _ credential: CredentialMark) async throws {
        let scope = placed.organization.scope
        let id = placed.connection.id
        guard let report = try await keyCheck(of: placed.connection, in: scope), let trouble = Self.trouble(report)
        else { return }
        let now = clock.now()
        try await database.write { transaction in
            let connections = Connections(scope)
            guard let current = try connections.find(id, in: transaction), current.state == .active,
                try connections.credentialMark(of: current, in: transaction) == credential
            else { return }
            try connections.setState(
                .needsAttention(code: trouble.code, reason: trouble.reason, remedy: trouble.remedy), of: id,
                by: .keyCheck, at: now, in: transaction)
        }
        logger.error(
            "connection needs attention", metadata: ["connection": "\(id)", "code": "\(trouble.code)"])
    }

    /// Why nothing can be read with the key; nil for one that will do, or that nobody could ask about.
    private static func trouble(_ report: KeyCheckReport) -> KeyCheckRecord.Trouble? {
        switch report.record.outcome {
        case .refused: return report.record.trouble
        case .running, .failed: return nil
        case .accepted: break
        }
        let lost = report.matrix.lackingEssentials
        guard !lost.isEmpty else { return nil }
        func list(_ language: Language) -> String { lost.map { $0.title[language] }.joined(separator: ", ") }
        func boxes(_ language: Language) -> String {
            lost.compactMap(\.ticks.first).map { tick in
                [tick.product, tick.category, tick.resource].map { $0[language] }.joined(separator: " → ")
            }.joined(separator: "; ")
        }
        let (pt, es, en) = (list(.portuguese), list(.spanish), list(.english))
        let (ptBoxes, esBoxes, enBoxes) = (boxes(.portuguese), boxes(.spanish), boxes(.english))
        return KeyCheckRecord.Trouble(
            code: "platform.right_lost",
            reason: Phrase(
                pt: "A chave não pode mais: \(pt).", es: "La clave ya no puede: \(es).",
                en: "The key may no longer: \(en)."),
            remedy: Phrase(
                pt: "Marque no perfil da chave: \(ptBoxes). Depois retome a conexão.",
                es: "Marque en el perfil de la clave: \(esBoxes). Después reanude la conexión.",
                en: "Tick in the key's role: \(enBoxes). Then resume the connection."))
    }
}

extension Actor {
    /// The daily look at keys.
    fileprivate static let keyCheck = Actor("system:key-check")
}
