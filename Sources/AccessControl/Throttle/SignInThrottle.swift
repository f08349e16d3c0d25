import Basics
import Secrets
import Storage

/// Makes guessing slow: after a few failures each further one doubles the wait, by account and by address. In the
/// database, so that all nodes count together.
///
/// An attempt counts as failed from its beginning and is forgiven when it succeeds: a hundred at the same time are a
/// hundred failures, not one. Unknown accounts are counted like known ones, by a hash of what was typed.
package struct SignInThrottle: Sendable {
    /// Failures without any wait.
    static let freeByAccount: Int64 = 5
    /// More, for an office behind one address.
    static let freeByAddress: Int64 = 20
    /// No wait is longer, so that nobody is kept out for good by somebody else's guesses.
    static let waitMax = Duration.seconds(15 * 60)
    /// Failures are forgotten after so long without another.
    static let memory = Duration.seconds(86_400)

    static let tables: [SQL] = [
        """
        CREATE TABLE sign_in_failures (
            subject \(type: .key) NOT NULL PRIMARY KEY,
            failures \(type: .integer) NOT NULL CHECK (failures >= 0),
            blocked_until \(type: .integer) NOT NULL,
            last_at \(type: .integer) NOT NULL
        )
        """,
        "CREATE INDEX sign_in_failures_by_age ON sign_in_failures (last_at)",
    ]

    package init() {}

    /// Counts an attempt before its password is looked at.
    /// - Throws: `access.too_many_attempts` while there is a wait; then nothing is counted.
    package func begin(
        account: String, address: String?, at instant: Instant, in transaction: any Transaction
    ) throws {
        let subjects = subjects(account, address)
        let standings = try subjects.map { try standing($0.name, at: instant, in: transaction) }
        let blockedUntil = standings.map(\.blockedUntil).max() ?? .distantPast
        guard blockedUntil <= instant else {
            let wait = (blockedUntil - instant).seconds
            throw AccessError(.tooManyAttempts(retryAfterSeconds: Int(wait.rounded(.up))))
        }
        for (subject, standing) in zip(subjects, standings) {
            let failures = standing.failures + 1
            try write(
                subject.name, failures: failures, until: instant + Self.wait(after: failures - subject.free),
                at: instant, in: transaction)
        }
        try transaction.execute("DELETE FROM sign_in_failures WHERE last_at <= \(instant - Self.memory)")
    }

    /// Takes back what `begin` counted: the password was right. The account starts afresh; its address is still counted
    /// for the failures before, so that an account of his own does not help a guesser.
    package func forgive(
        account: String, address: String?, at instant: Instant, in transaction: any Transaction
    ) throws {
        try forget(account: account, in: transaction)
        guard let subject = subjects(account, address).dropFirst().first else { return }
        let standing = try standing(subject.name, at: instant, in: transaction)
        try write(
            subject.name, failures: max(0, standing.failures - 1), until: instant, at: instant, in: transaction)
    }

    /// Forgets an account's failures.
    package func forget(account: String, in transaction: any Transaction) throws {
        let subject = subjects(account, nil)[0].name
        try transaction.execute("DELETE FROM sign_in_failures WHERE subject = \(subject)")
    }

    /// 1 s after the first failure beyond the free ones, then twice as long each time.
    static func wait(after excess: Int64) -> Duration {
        guard excess > 0 else { return .zero }
        return min(.seconds(Int64(1) << min(excess - 1, 20)), waitMax)
    }

    private func subjects(_ account: String, _ address: String?) -> [(name: String, free: Int64)] {
        let digest = TokenDigest(of: Secret(account)).hexadecimal
        let account = ("account:" + digest, Self.freeByAccount)
        guard let address else { return [account] }
        return [account, ("address:" + NetworkAddress.group(of: address), Self.freeByAddress)]
    }

    private func standing(
        _ subject: String, at instant: Instant, in transaction: any Transaction
    ) throws -> (failures: Int64, blockedUntil: Instant) {
        try transaction.first(
            """
            SELECT failures, blocked_until FROM sign_in_failures
            WHERE subject = \(subject) AND last_at > \(instant - Self.memory)
            """
        ) { (try $0.integer(0), try $0.instant(1)) } ?? (0, .distantPast)
    }

    private func write(
        _ subject: String, failures: Int64, until: Instant, at instant: Instant, in transaction: any Transaction
    ) throws {
        try transaction.execute(
            """
            INSERT INTO sign_in_failures (subject, failures, blocked_until, last_at)
            VALUES (\(subject), \(failures), \(until), \(instant))
            ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures,
                blocked_until = excluded.blocked_until, last_at = excluded.last_at
            """)
    }
}
