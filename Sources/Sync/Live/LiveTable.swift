import Basics
import Records
import Storage

/// The row that says how a connection hears of changes; there is none while that is turned off.
package struct LiveTable: Sendable {
    /// How exactly it is known when the last event came: every event would be a write more, on one row.
    private static let eventGrain = Duration.seconds(2)

    private let scope: OrganizationScope
    private let connectionID: ConnectionID

    package init(_ scope: OrganizationScope, connection: ConnectionID) {
        self.scope = scope
        connectionID = connection
    }

    init(_ key: StreamKey) { self.init(key.scope, connection: key.connectionID) }

    private var here: SQL { "organization_id = \(scope.organizationID) AND connection_id = \(connectionID)" }

    /// Nil while it is turned off.
    package func find(in transaction: any Transaction) throws -> LiveState? {
        try transaction.first(
            """
            SELECT wanted, mode, public_url, started_at, feed_set_at, last_hook_at, last_feed_at, sweep_found,
                   unknown_states, unknown_state, polled_at, guarded_at
            FROM live_connections WHERE \(here)
            """
        ) { row in
            var state = LiveState(
                wanted: LiveMode(rawValue: try row.text(0)) ?? .feed,
                mode: LiveMode(rawValue: try row.text(1)) ?? .sweep,
                publicURL: try row.optionalText(2), startedAt: try row.instant(3))
            state.feedSetAt = try row.optionalInstant(4)
            state.lastHookAt = try row.optionalInstant(5)
            state.lastFeedAt = try row.optionalInstant(6)
            state.sweepFound = try row.int(7)
            state.unknownStates = try row.int(8)
            state.unknownState = try row.optionalText(9)
            state.polledAt = try row.instant(10)
            state.guardedAt = try row.instant(11)
            return state
        }
    }

    /// Turns it on, or on in another way; what was counted before is forgotten.
    package func turnOn(_ state: LiveState, in transaction: any Transaction) throws {
        try transaction.execute("DELETE FROM live_connections WHERE \(here)")
        if state.wanted != .hook { try transaction.execute("DELETE FROM hook_doors WHERE \(here)") }
        try transaction.execute(
            """
            INSERT INTO live_connections (organization_id, connection_id, wanted, mode, public_url, started_at,
                                          feed_set_at, polled_at, guarded_at)
            VALUES (\(scope.organizationID), \(connectionID), \(state.wanted.rawValue), \(state.mode.rawValue),
                    \(state.publicURL.sqlValue), \(state.startedAt), \(state.feedSetAt.sqlValue),
                    \(Instant.distantPast), \(state.startedAt))
            """)
    }

    /// Turns it off. Events that wait are forgotten with it: the sweep sees their orders.
    package func turnOff(in transaction: any Transaction) throws {
        for table in ["event_inbox", "hook_doors", "live_findings", "live_connections"] {
            try transaction.execute("DELETE FROM \(unsafeSQL: table) WHERE \(here)")
        }
    }

    // MARK: What happens

    func noteHook(at now: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE live_connections SET last_hook_at = \(now), sweep_found = 0
            WHERE \(here) AND (last_hook_at IS NULL OR last_hook_at < \(now - Self.eventGrain))
            """)
    }

    func noteFeed(at now: Instant, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE live_connections SET last_feed_at = \(now) WHERE \(here)")
    }

    func noteFeedSet(at now: Instant?, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE live_connections SET feed_set_at = \(now.sqlValue) WHERE \(here)")
    }

    /// The sweep found changes that nobody had told of.
    func noteSweep(_ found: Int, in transaction: any Transaction) throws {
        guard found > 0 else { return }
        try transaction.execute("UPDATE live_connections SET sweep_found = sweep_found + \(found) WHERE \(here)")
    }

    func noteUnknown(_ states: [String], in transaction: any Transaction) throws {
        guard let last = states.last else { return }
        try transaction.execute(
            """
            UPDATE live_connections SET unknown_states = unknown_states + \(states.count), unknown_state = \(last)
            WHERE \(here)
            """)
    }

    package func setMode(_ mode: LiveMode, in transaction: any Transaction) throws {
        try transaction.execute(
            "UPDATE live_connections SET mode = \(mode.rawValue) WHERE \(here) AND mode <> \(mode.rawValue)")
    }

    // MARK: Turns. Of all nodes one gets it.

    /// Whether the caller may read the platform's queue now.
    func takePoll(every interval: Duration, at now: Instant, in transaction: any Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE live_connections SET polled_at = \(now) WHERE \(here) AND polled_at <= \(now - interval)") == 1
    }

    /// Whether the caller has to look after the set-up now.
    func takeGuard(every interval: Duration, at now: Instant, in transaction: any Transaction) throws -> Bool {
        try transaction.execute(
            "UPDATE live_connections SET guarded_at = \(now) WHERE \(here) AND guarded_at <= \(now - interval)") == 1
    }

    /// Has the set-up looked after at the next turn.
    func hastenGuard(in transaction: any Transaction) throws {
        try transaction.execute("UPDATE live_connections SET guarded_at = \(Instant.distantPast) WHERE \(here)")
    }
}
