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
package struct QuotaTable: Sendable {
    package let account: QuotaAccount

    package init(account: QuotaAccount) { self.account = account }

    /// Takes `requests` of `interval` each.
    /// - Returns: when the first of them may be sent.
    package func take(
        _ requests: Int, every interval: Duration, group: String, lane: QuotaLane, at now: Instant,
        in transaction: any Transaction
    ) throws -> Instant {
        let span = interval.microseconds * Int64(requests)
        let grantedUntil = try transaction.first(
            """
            INSERT INTO quota_lanes (platform, account, quota_group, lane, granted_until)
            VALUES (\(account.platform), \(account.account), \(group), \(lane.rawValue), \(now.microseconds + span))
            ON CONFLICT (platform, account, quota_group, lane) DO UPDATE
            SET granted_until = \(span)
                + CASE WHEN quota_lanes.granted_until > \(now) THEN quota_lanes.granted_until ELSE \(now) END
            RETURNING granted_until
            """
        ) { try $0.instant(0) }
        return (grantedUntil ?? now + .microseconds(span)) - .microseconds(span)
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
