import Basics
import Storage

/// An account at a platform, whoever asks it: the unit that platforms limit.
package struct QuotaAccount: Hashable, Sendable {
    package let platform: String
    /// The account's address: one name can stand at several, as beside a sandbox.
    package let account: String

    package init(platform: String, account: String) {
        self.platform = platform
        self.account = account
    }
}

/// One account's quota as all nodes share it.
///
/// A lane is a line of time: `granted_until` says up to when it is given away. Who takes n requests moves it by n
/// intervals, and may send them from where it stood. So all nodes together never send more than the rate, and none has
/// to know of another.
///
/// The backfill keeps to its share. Live work has the whole budget while no backfill asks, and its own share while one
/// does; a backfill that comes begins where the live line ends, so that the two never add up to more than the budget.
package struct QuotaTable: Sendable {
    package let account: QuotaAccount

    package init(account: QuotaAccount) { self.account = account }

    /// Takes about a second's worth of requests; a sweep takes live work's.
    package func take(
        _ pace: QuotaPace, group: String, lane: QuotaLane, at now: Instant, in transaction: any Transaction
    ) throws -> QuotaGrant {
        let lines = try lockLines(of: group, in: transaction)
        let live = lines[.live] ?? .distantPast
        let backfill = lines[.backfill] ?? .distantPast
        // A grant can be used for a span longer than the line says; only then is it certain that nobody asks.
        let isBackfillIdle = backfill + pace.backfillSpan <= now
        let lane = lane.share
        let isWhole = lane == .live && isBackfillIdle
        let interval = isWhole ? pace.whole : lane == .live ? pace.live : pace.backfill
        let line = lane == .backfill && !isBackfillIdle ? backfill : live
        let opensAt = max(now, line)
        let requests = QuotaGrant.size(interval: interval)
        let span = Duration.microseconds(interval.microseconds * Int64(requests))
        try transaction.execute(
            """
            UPDATE quota_lanes SET granted_until = \(opensAt + span)
            WHERE platform = \(account.platform) AND account = \(account.account) AND quota_group = \(group)
                AND lane = \(lane.rawValue)
            """)
        // What is borrowed is void when the line ends, where a backfill may begin.
        return QuotaGrant(
            requests: requests, opensAt: opensAt, closesAt: isWhole ? opensAt + span : opensAt + span + span)
    }

    /// Up to when each lane of a group is given away; nobody else moves either until the transaction ends.
    private func lockLines(of group: String, in transaction: any Transaction) throws -> [QuotaLane: Instant] {
        var lines: [QuotaLane: Instant] = [:]
        try transaction.forEach(
            """
            INSERT INTO quota_lanes (platform, account, quota_group, lane, granted_until)
            VALUES (\(account.platform), \(account.account), \(group), \(QuotaLane.live.rawValue), 0),
                   (\(account.platform), \(account.account), \(group), \(QuotaLane.backfill.rawValue), 0)
            ON CONFLICT (platform, account, quota_group, lane) DO UPDATE SET granted_until = quota_lanes.granted_until
            RETURNING lane, granted_until
            """
        ) { row in
            if let lane = QuotaLane(rawValue: try row.text(0)) { lines[lane] = try row.instant(1) }
        }
        return lines
    }

    package func stoppedUntil(in transaction: any Transaction) throws -> Instant? {
        try transaction.first(
            """
            SELECT stopped_until FROM quota_accounts
            WHERE platform = \(account.platform) AND account = \(account.account)
            """
        ) { try $0.instant(0) }
    }

    /// Stops the account for all nodes. A stop is never shortened.
    package func stop(until instant: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            INSERT INTO quota_accounts (platform, account, stopped_until)
            VALUES (\(account.platform), \(account.account), \(instant))
            ON CONFLICT (platform, account) DO UPDATE SET stopped_until = excluded.stopped_until
            WHERE quota_accounts.stopped_until < excluded.stopped_until
            """)
    }
}
