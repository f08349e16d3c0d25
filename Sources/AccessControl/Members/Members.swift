import Basics
import Journal
import Secrets
import Storage

/// The people who sign in to this installation. Every change is in the installation's audit chain, in the same
/// transaction; it names ids only.
package struct Members: Sendable {
    package init() {}

    /// - Throws: `access.email_taken`.
    package func add(
        _ new: NewMember, password: PasswordHash, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws -> Member {
        guard try find(new.email, in: transaction) == nil else { throw AccessError(.emailTaken) }
        let member = Member(
            id: MemberID(at: instant), email: new.email, name: new.name, language: new.language, role: new.role,
            state: .active, createdAt: instant, lastSignInAt: nil)
        try transaction.execute(
            """
            INSERT INTO members (id, email, name, language, role, state, password_hash, created_at)
            VALUES (\(member.id), \(member.email.text), \(member.name), \(member.language.rawValue),
                \(member.role.rawValue), \(member.state.rawValue), \(password.text), \(instant))
            """)
        let details = [
            AuditEntry.Detail("role", after: member.role.rawValue), AuditEntry.Detail("state", after: "active"),
        ]
        try note("member.created", member.id, details, by: actor, at: instant, in: transaction)
        return member
    }

    package func find(_ id: MemberID, in transaction: any Transaction) throws -> Member? {
        try transaction.first("\(Self.select) WHERE id = \(id)", Self.member)
    }

    package func find(_ email: EmailAddress, in transaction: any Transaction) throws -> Member? {
        try transaction.first("\(Self.select) WHERE email = \(email.text)", Self.member)
    }

    /// All members, by e-mail.
    package func list(in transaction: any Transaction) throws -> [Member] {
        try transaction.all("\(Self.select) ORDER BY email", Self.member)
    }

    package func isEmpty(in transaction: any Transaction) throws -> Bool {
        try transaction.first("SELECT 1 FROM members LIMIT 1") { try $0.integer(0) } == nil
    }

    /// Sets the state; writes nothing when it is that already. A disabled member's sessions end at once.
    /// - Throws: `access.member_missing`, `access.last_owner`.
    package func setState(
        _ state: Member.State, of id: MemberID, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws {
        let member = try fetch(id, in: transaction)
        guard member.state != state else { return }
        if state == .disabled { try keepAnOwner(besides: member, in: transaction) }
        try transaction.execute("UPDATE members SET state = \(state.rawValue) WHERE id = \(id)")
        let detail = AuditEntry.Detail("state", before: member.state.rawValue, after: state.rawValue)
        try note("member.state_changed", id, [detail], by: actor, at: instant, in: transaction)
        if state == .disabled { try Sessions().endAll(of: id, in: transaction) }
    }

    /// Sets the role; writes nothing when it is that already. It holds from the member's next request on.
    /// - Throws: `access.member_missing`, `access.last_owner`.
    package func setRole(
        _ role: MemberRole, of id: MemberID, by actor: Actor, at instant: Instant, in transaction: any Transaction
    ) throws {
        let member = try fetch(id, in: transaction)
        guard member.role != role else { return }
        if role != .owner { try keepAnOwner(besides: member, in: transaction) }
        try transaction.execute("UPDATE members SET role = \(role.rawValue) WHERE id = \(id)")
        let detail = AuditEntry.Detail("role", before: member.role.rawValue, after: role.rawValue)
        try note("member.role_changed", id, [detail], by: actor, at: instant, in: transaction)
    }

    /// Sets the password. All sessions of the member end but `current`, and his sign-in waits for nothing any more.
    /// - Throws: `access.member_missing`.
    package func setPassword(
        _ password: PasswordHash, of id: MemberID, keeping current: SessionID? = nil, by actor: Actor,
        at instant: Instant, in transaction: any Transaction
    ) throws {
        let member = try fetch(id, in: transaction)
        try transaction.execute("UPDATE members SET password_hash = \(password.text) WHERE id = \(id)")
        try note("member.password_changed", id, [], by: actor, at: instant, in: transaction)
        try Sessions().endAll(of: id, except: current, in: transaction)
        try SignInThrottle().forget(account: member.email.text, in: transaction)
    }

    package func setLanguage(_ language: Language, of id: MemberID, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE members SET language = \(language.rawValue) WHERE id = \(id)")
    }

    /// What a sign-in compares with; nil for nobody, or a row that is damaged.
    package func password(of email: EmailAddress, in transaction: any Transaction) throws -> PasswordHash? {
        try transaction.first("SELECT password_hash FROM members WHERE email = \(email.text)") { row in
            PasswordHash(stored: try row.text(0))
        } ?? nil
    }

    /// The same password hashed anew at another cost; nobody need know.
    package func rehash(
        _ old: PasswordHash, as new: PasswordHash, of id: MemberID, in transaction: any Transaction
    ) throws {
        try transaction.execute(
            "UPDATE members SET password_hash = \(new.text) WHERE id = \(id) AND password_hash = \(old.text)")
    }

    package func recordSignIn(of id: MemberID, at instant: Instant, in transaction: any Transaction) throws {
        try transaction.execute("UPDATE members SET last_sign_in_at = \(instant) WHERE id = \(id)")
        try note("member.signed_in", id, [], by: Actor("member:" + id.text), at: instant, in: transaction)
    }

    /// Writers at the same time meet at the head of the audit chain, so that two owners cannot each remove the other.
    private func keepAnOwner(besides member: Member, in transaction: any Transaction) throws {
        guard member.role == .owner, member.isActive else { return }
        let other = try transaction.first(
            "SELECT 1 FROM members WHERE role = 'owner' AND state = 'active' AND id <> \(member.id) LIMIT 1"
        ) { try $0.integer(0) }
        if other == nil { throw AccessError(.lastOwner) }
    }

    private func fetch(_ id: MemberID, in transaction: any Transaction) throws -> Member {
        guard let member = try find(id, in: transaction) else { throw AccessError(.memberMissing) }
        return member
    }

    private func note(
        _ action: String, _ id: MemberID, _ details: [AuditEntry.Detail], by actor: Actor, at instant: Instant,
        in transaction: any Transaction
    ) throws {
        try AuditChain(.installation).append(
            AuditEntry(action, subject: id.text, details: details), by: actor, at: instant, in: transaction)
    }
}
