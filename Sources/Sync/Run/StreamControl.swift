import Basics
import ConnectorKit
import Records
import Storage

/// What people do to a stream: hold it, let it go on, begin it anew, look at it.
package struct StreamControl: Sendable {
    let key: StreamKey

    package init(_ key: StreamKey) { self.key = key }

    /// Workers stop after the batch they are writing.
    package func pause(in transaction: any Transaction) throws {
        _ = try StreamTable(key).open(in: transaction)
        try StreamTable(key).setPaused(true, in: transaction)
    }

    package func resume(in transaction: any Transaction) throws {
        try StreamTable(key).setPaused(false, in: transaction)
    }

    /// Begins the backfill anew: every order, or other record, is read again. What is stored stays and is compared. Workers that hold a
    /// slice or the walk commit nothing any more.
    package func rerun(in transaction: any Transaction) throws {
        try SliceTable(key).removeAll(in: transaction)
        try WalkTable(key).abandon(in: transaction)
        try StreamTable(key).forgetSurvey(in: transaction)
    }

    /// Nil when the stream was never begun.
    package func state(in transaction: any Transaction) throws -> StreamState? {
        try StreamTable(key).find(in: transaction)
    }

    /// Orders of the past that have been read since the backfill began, stored before or not.
    package func backfilled(in transaction: any Transaction) throws -> Int {
        try SliceTable(key).backfilled(in: transaction)
    }

    /// Lets all streams of a connection that its key had no right to be tried again at once.
    package static func retryRefused(
        of connection: ConnectionID, in scope: OrganizationScope, at now: Instant, _ transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            UPDATE streams SET refused_until = \(now)
            WHERE organization_id = \(scope.organizationID) AND connection_id = \(connection)
                AND refused_until > \(now)
            """)
    }

    /// Windows of the platform's list that are not covered, with the reason.
    package func parkedSlices(in transaction: any Transaction) throws -> [ParkedSlice] {
        try SliceTable(key).parked(in: transaction)
    }
}
