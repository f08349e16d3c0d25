import Basics
import Secrets
import Storage

/// The sign-ins of members. A session ends when nobody used it for `idleMax`, and in any case after `ageMax`.
package struct Sessions: Sendable {
    package static let idleMax = Duration.seconds(12 * 3600)
    package static let ageMax = Duration.seconds(30 * 86_400)
    /// A session's last use is written once in this time.
    static let noteEvery = Duration.seconds(60)
    /// A member's oldest sessions end when he opens more.
    private static let countMax = 50

    package init() {}

    /// Opens a session with a new token: never with one that the browser came with, which may be somebody else's.
    package func begin(
        for id: MemberID, from visitor: Visitor, at instant: Instant, in transaction: any Transaction
    ) throws -> (session: Session, token: SessionToken) {
        let token = SessionToken.make()
        let session = Session(
            id: SessionID(at: instant), createdAt: instant, lastUsedAt: instant, address: visitor.address,
            agent: visitor.agent)
        try purge(at: instant, in: transaction)
        try transaction.execute(
            """
            DELETE FROM sign_in_sessions WHERE member_id = \(id) AND id NOT IN (
                SELECT id FROM sign_in_sessions WHERE member_id = \(id) ORDER BY created_at DESC, id DESC
                LIMIT \(Self.countMax - 1))
            """)
        try transaction.execute(
            """
            INSERT INTO sign_in_sessions (id, member_id, token_hash, address, agent, created_at, last_used_at)
            VALUES (\(session.id), \(id), \(TokenDigest(of: token.secret).bytes), \(session.address.sqlValue),
                \(session.agent.sqlValue), \(instant), \(instant))
            """)
        return (session, token)
    }

    /// Who came with this token; nil for one that is unknown or has ended, and for a member who may not come in.
    ///
    /// - Returns: also whether the use is worth `touch`.
    package func find(
        _ token: SessionToken, at instant: Instant, in transaction: any Transaction
    ) throws -> (signedIn: SignedIn, isToTouch: Bool)? {
        try transaction.first(
            """
            SELECT \(Members.columns), s.id, s.last_used_at FROM sign_in_sessions s JOIN members m ON m.id = s.member_id
            WHERE s.token_hash = \(TokenDigest(of: token.secret).bytes) AND m.state = 'active'
                AND s.last_used_at > \(instant - Self.idleMax) AND s.created_at > \(instant - Self.ageMax)
            """
        ) { row in
            let lastUse = try row.instant(Members.columnCount + 1)
            let signedIn = SignedIn(member: try Members.member(row), sessionID: try row.id(Members.columnCount))
            return (signedIn, instant - lastUse >= Self.noteEvery)
        }
    }

    /// Notes that a session is used.
    package func touch(_ id: SessionID, at instant: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            UPDATE sign_in_sessions SET last_used_at = \(instant)
            WHERE id = \(id) AND last_used_at < \(instant - Self.noteEvery + .microseconds(1))
            """)
    }

    /// A member's open sessions, newest first.
    package func list(of id: MemberID, at instant: Instant, in transaction: any Transaction) throws -> [Session] {
        try transaction.all(
            """
            SELECT id, created_at, last_used_at, address, agent FROM sign_in_sessions
            WHERE member_id = \(id) AND last_used_at > \(instant - Self.idleMax)
                AND created_at > \(instant - Self.ageMax)
            ORDER BY created_at DESC, id DESC
            """
        ) { row in
            Session(
                id: try row.id(0), createdAt: try row.instant(1), lastUsedAt: try row.instant(2),
                address: try row.optionalText(3), agent: try row.optionalText(4))
        }
    }

    /// Ends one session of a member.
    /// - Returns: whether it was there, and his.
    @discardableResult
    package func end(_ id: SessionID, of member: MemberID, in transaction: any Transaction) throws -> Bool {
        try transaction.execute("DELETE FROM sign_in_sessions WHERE id = \(id) AND member_id = \(member)") > 0
    }

    /// Ends a member's sessions, but `current` if there is one to keep.
    /// - Returns: how many.
    @discardableResult
    package func endAll(
        of member: MemberID, except current: SessionID? = nil, in transaction: any Transaction
    ) throws -> Int {
        try transaction.execute(
            "DELETE FROM sign_in_sessions WHERE member_id = \(member) AND id <> \(current?.text ?? "")")
    }

    /// Forgets sessions that have ended by themselves.
    package func purge(at instant: Instant, in transaction: any Transaction) throws {
        try transaction.execute(
            """
            DELETE FROM sign_in_sessions
            WHERE last_used_at <= \(instant - Self.idleMax) OR created_at <= \(instant - Self.ageMax)
            """)
    }
}
