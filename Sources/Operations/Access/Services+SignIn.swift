import AccessControl
import Basics
import Secrets
import Storage

extension Services {
    /// Signs a member in with a new session.
    ///
    /// An unknown e-mail, a wrong password and a disabled member get the same answer after the same work.
    /// - Throws: `access.wrong_credentials`; `access.too_many_attempts` and `secrets.busy`, which pass by themselves;
    ///   `StorageError`.
    package func signIn(
        email: String, password: Secret, from visitor: Visitor
    ) async throws -> (signedIn: SignedIn, token: SessionToken) {
        let address = EmailAddress(email)
        let account = address?.text ?? String(email.prefix(300))
        let begun = clock.now()
        try await database.write { transaction in
            try SignInThrottle().begin(account: account, address: visitor.address, at: begun, in: transaction)
        }
        let stored = try await database.read { transaction in
            try address.flatMap { try Members().password(of: $0, in: transaction) }
        }
        // What is too long to be anybody's is not worked on; it takes as long as any other.
        let candidate = password.reveal { $0.utf8.count <= Self.passwordBytesMax ? password : Secret("") }
        guard try await passwords.verify(candidate, against: stored), let address, let stored else {
            throw AccessError(.wrongCredentials)
        }
        let renewed = passwords.isOutdated(stored) ? try await passwords.hash(candidate) : nil
        let now = clock.now()
        return try await database.write { transaction in
            let members = Members()
            guard let member = try members.find(address, in: transaction), member.isActive,
                try members.password(of: address, in: transaction) == stored
            else { throw AccessError(.wrongCredentials) }
            if let renewed { try members.rehash(stored, as: renewed, of: member.id, in: transaction) }
            try SignInThrottle().forgive(account: account, address: visitor.address, at: now, in: transaction)
            try members.recordSignIn(of: member.id, at: now, in: transaction)
            return try Self.begin(for: member, from: visitor, at: now, in: transaction)
        }
    }

    /// The longest password in the longest characters.
    private static let passwordBytesMax = 4096

    /// Who comes with this session's token; nil when it is unknown or has ended.
    package func signedIn(by token: SessionToken) async throws -> SignedIn? {
        let now = clock.now()
        guard let found = try await database.read({ try Sessions().find(token, at: now, in: $0) }) else { return nil }
        if found.isToTouch {
            let id = found.signedIn.sessionID
            try await database.write { try Sessions().touch(id, at: now, in: $0) }
        }
        return found.signedIn
    }

    /// Ends the session that the member came by.
    package func signOut(_ signedIn: SignedIn) async throws {
        try await endSession(signedIn.sessionID, of: signedIn)
    }

    /// Ends one of the member's sessions, by its id.
    /// - Returns: whether it was there.
    @discardableResult
    package func endSession(_ id: SessionID, of signedIn: SignedIn) async throws -> Bool {
        let member = signedIn.member.id
        return try await database.write { try Sessions().end(id, of: member, in: $0) }
    }

    /// Ends all of the member's sessions, the present one too.
    /// - Returns: how many.
    @discardableResult
    package func signOutEverywhere(_ signedIn: SignedIn) async throws -> Int {
        let member = signedIn.member.id
        return try await database.write { try Sessions().endAll(of: member, in: $0) }
    }

    /// The member's open sessions, newest first.
    package func sessions(of signedIn: SignedIn) async throws -> [Session] {
        let now = clock.now()
        let member = signedIn.member.id
        return try await database.read { try Sessions().list(of: member, at: now, in: $0) }
    }

    /// Who comes with this app key: see `AppKeyVerifier.verify`.
    package func holder(of key: Secret) async throws -> KeyHolder { try await keyVerifier.verify(key) }

    static func begin(
        for member: Member, from visitor: Visitor, at now: Instant, in transaction: any Transaction
    ) throws -> (signedIn: SignedIn, token: SessionToken) {
        let (session, token) = try Sessions().begin(for: member.id, from: visitor, at: now, in: transaction)
        guard let found = try Sessions().find(token, at: now, in: transaction) else {
            throw AccessError(.wrongCredentials)
        }
        precondition(found.signedIn.sessionID == session.id)
        return (found.signedIn, token)
    }
}
