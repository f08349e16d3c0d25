import Basics
import Records
import Storage
import Sync

/// What is known about how a connection agrees with its platform, over a span of its days.
package struct Statement: Sendable {
    /// The last word about each day, newest first.
    package let lines: [StatementLine]
    /// Those behind the lines; at most `differencesMax`.
    package let differences: [NamedDifference]
    /// The newest runs, newest first.
    package let runs: [Reconciliation]
    /// Whether there are more differences than are listed.
    package let isCut: Bool

    package static let differencesMax = 500
}

extension Services {
    /// The last word about each day of a span, with the differences behind it.
    package func statement(
        of connection: ConnectionID, from: CivilDate, until: CivilDate, in scope: OrganizationScope
    ) async throws -> Statement {
        try await database.glance { transaction in
            let table = StatementTable(scope)
            let limit = Statement.differencesMax
            let differences = try table.newestDifferences(
                of: connection, from: from, until: until, limit: limit + 1, in: transaction)
            return Statement(
                lines: try table.newest(of: connection, from: from, until: until, in: transaction),
                differences: Array(differences.prefix(limit)),
                runs: try Reconciliations(scope).list(of: connection, limit: 10, in: transaction),
                isCut: differences.count > limit)
        }
    }

    /// One reconciliation with what it found. Nil when the connection has none of this id.
    package func reconciliation(
        _ id: ReconciliationID, of connection: ConnectionID, in scope: OrganizationScope
    ) async throws -> (run: Reconciliation, statement: Statement)? {
        try await database.glance { transaction in
            guard let run = try Reconciliations(scope).find(id, in: transaction), run.connectionID == connection else {
                return nil
            }
            let table = StatementTable(scope)
            let limit = Statement.differencesMax
            let differences = try table.differences(of: id, limit: limit + 1, in: transaction)
            return (
                run,
                Statement(
                    lines: try table.lines(of: id, in: transaction), differences: Array(differences.prefix(limit)),
                    runs: [run], isCut: differences.count > limit)
            )
        }
    }
}
