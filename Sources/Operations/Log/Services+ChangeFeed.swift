import Basics
import Records
import Storage

extension Services {
    /// A page of an organization's log as it is served.
    package struct ChangeFeed<Sink: ByteSink>: Sendable {
        /// JSON objects with commas between them.
        package let items: Sink
        /// The last number in it, or what was asked for when there is nothing new.
        package let last: Int64
        package let head: Int64
    }

    /// Changes after `position`, oldest first, appended to `sink`.
    /// - Throws: `records.log_compacted` when `position` lies before what is kept.
    package func changeFeed<Sink: ByteSink>(
        of scope: OrganizationScope, after position: Int64, limit: Int, to sink: Sink
    ) async throws -> ChangeFeed<Sink> {
        try await database.glance { transaction in
            var sink = sink
            let extent = try ChangeLog(scope).write(after: position, limit: limit, to: &sink, in: transaction)
            return ChangeFeed(items: sink, last: extent.last, head: extent.head)
        }
    }

    /// Returns when there may be a change after `position`, or when `duration` is over: rung by commits of this process,
    /// and asking the database once a second for those of others.
    package func awaitChange(
        of scope: OrganizationScope, after position: Int64, for duration: Duration
    ) async throws {
        let end = clock.now() + duration
        var nextLook = clock.now()
        let rung = news.count(for: scope)
        while clock.now() < end {
            if clock.now() >= nextLook {
                let head = try await database.glance { try ChangeLog(scope).head(in: $0) }
                if head > position { return }
                nextLook = clock.now() + .seconds(1)
            }
            if news.count(for: scope) != rung { nextLook = .distantPast }
            try await clock.sleep(for: min(.milliseconds(100), end - clock.now()))
        }
    }
}
