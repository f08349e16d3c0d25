import Basics
import Logging
import Records
import Storage
import Sync

/// Every night, and whenever somebody asks: done by whichever node finds it first.
extension Services {
    /// Puts up the reconciliations of this night: one for each active connection whose store's clock has passed 03:30.
    ///
    /// One connection's trouble does not keep the others from being reconciled.
    package func scheduleReconciliationsDue() async throws {
        let now = clock.now()
        for (placed, _) in try await connectionsToFollow() {
            try Task.checkCancellation()
            let (scope, connection) = (placed.organization.scope, placed.connection)
            do {
                let last = try await database.glance {
                    try Reconciliations(scope).lastScheduledDay(of: connection.id, in: $0)
                }
                guard let days = StoreDays(timeZone: connection.timeZone),
                    let night = ReconciliationSchedule.night(
                        at: now, after: last, connectedAt: connection.createdAt, in: days)
                else { continue }
                let span = ReconciliationSchedule.span(of: night, isFirst: last == nil)
                _ = try await database.write { transaction in
                    try Reconciliations(scope).dropOld(at: now, in: transaction)
                    return try Reconciliations(scope).request(
                        connection, span, scheduledDay: night, at: now, in: transaction)
                }
            } catch let error as ReconciliationError where [.notImported, .alreadyOpen].contains(error.reason) {
                // Nothing to compare yet, or one is under way: the next look will see.
                continue
            } catch is SyncError {
                // Somebody has stopped the connection or its stream.
                continue
            } catch let error as any ExplainedError {
                logger.warning(
                    "a reconciliation was not scheduled",
                    metadata: ["connection": "\(connection.id)", "code": "\(error.code)"])
            }
        }
    }

    /// Reconciliations that nobody is at, with their connections.
    package func openReconciliations() async throws -> [(placed: PlacedConnection, id: ReconciliationID)] {
        let now = clock.now()
        let free = try await database.glance { try FreeReconciliation.all(at: now, in: $0) }
        guard !free.isEmpty else { return [] }
        return try await database.glance { transaction in
            try free.compactMap { free in
                let scope = OrganizationScope(free.organizationID)
                guard let organization = try Organizations().find(free.organizationID, in: transaction),
                    let connection = try Connections(scope).find(free.connectionID, in: transaction)
                else { return nil }
                return (PlacedConnection(organization: organization, connection: connection), free.id)
            }
        }
    }
}
