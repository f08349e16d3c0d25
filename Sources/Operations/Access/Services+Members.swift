import AccessControl
import Basics
import Journal
import Secrets
import Storage

extension Services {
    /// All members, by e-mail.
    package func members() async throws -> [Member] { try await database.read { try Members().list(in: $0) } }

    /// The member with this e-mail.
    /// - Throws: `access.member_missing`.
    package func member(email: String) async throws -> Member {
        let address = EmailAddress(email)
        let found = try await database.read { transaction in
            try address.flatMap { try Members().find($0, in: transaction) }
        }
        guard let found else { throw AccessError(.memberMissing) }
        return found
    }

    /// The member with this id.
    /// - Throws: `access.member_missing`.
    package func member(_ id: MemberID) async throws -> Member {
        guard let found = try await database.read({ try Members().find(id, in: $0) }) else {
            throw AccessError(.memberMissing)
        }
        return found
    }

    /// Makes a member. The set-up code is not asked for: who may do this has said so already.
    /// - Throws: `access.email_taken`, what `PasswordRules` throw; `secrets.busy`, which passes.
    package func addMember(_ new: NewMember, password: Secret, by actor: Actor) async throws -> Member {
        try PasswordRules.check(password, of: new.email)
        let hash = try await passwords.hash(password)
        let now = clock.now()
        return try await database.write { try Members().add(new, password: hash, by: actor, at: now, in: $0) }
    }

    /// Lets a member in, or keeps him out.
    /// - Throws: `access.member_missing`, `access.last_owner`.
    package func setState(_ state: Member.State, of id: MemberID, by actor: Actor) async throws {
        let now = clock.now()
        try await database.write { try Members().setState(state, of: id, by: actor, at: now, in: $0) }
    }

    /// - Throws: `access.member_missing`, `access.last_owner`.
    package func setRole(_ role: MemberRole, of id: MemberID, by actor: Actor) async throws {
        let now = clock.now()
        try await database.write { try Members().setRole(role, of: id, by: actor, at: now, in: $0) }
    }

    /// Sets somebody's password for him. All of his sessions end.
    /// - Throws: `access.member_missing`, what `PasswordRules` throw; `secrets.busy`, which passes.
    package func setPassword(_ password: Secret, of id: MemberID, by actor: Actor) async throws {
        try await write(password, of: try await member(id), keeping: nil, by: actor)
    }

    /// Lets a member change his own password. His other sessions end.
    /// - Throws: `access.wrong_password` when `present` is not it; what `setPassword` throws, and `signIn` of throttling.
    package func changePassword(of signedIn: SignedIn, from present: Secret, to password: Secret) async throws {
        let email = signedIn.member.email
        let begun = clock.now()
        try await database.write { transaction in
            try SignInThrottle().begin(account: email.text, address: nil, at: begun, in: transaction)
        }
        let stored = try await database.read { try Members().password(of: email, in: $0) }
        guard try await passwords.verify(present, against: stored) else { throw AccessError(.wrongPassword) }
        try await write(password, of: signedIn.member, keeping: signedIn.sessionID, by: signedIn.member.actor)
    }

    /// The language that the member reads.
    package func setLanguage(_ language: Language, of signedIn: SignedIn) async throws {
        let id = signedIn.member.id
        try await database.write { try Members().setLanguage(language, of: id, in: $0) }
    }

    private func write(
        _ password: Secret, of member: Member, keeping session: SessionID?, by actor: Actor
    ) async throws {
        try PasswordRules.check(password, of: member.email)
        let hash = try await passwords.hash(password)
        let now = clock.now()
        try await database.write { transaction in
            try Members().setPassword(
                hash, of: member.id, keeping: session, by: actor, at: now, in: transaction)
        }
    }
}
