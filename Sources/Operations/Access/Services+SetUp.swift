import AccessControl
import Basics
import Secrets
import Storage

extension Services {
    /// Whether this installation has no member yet.
    package func isSetUpOpen() async throws -> Bool { try await database.read { try SetUp().isOpen(in: $0) } }

    /// A new set-up code, for the terminal and nowhere else; nil when there are members already.
    package func issueSetUpCode() async throws -> Secret? {
        let now = clock.now()
        return try await database.write { try SetUp().issueCode(at: now, in: $0) }
    }

    /// Makes the first owner and signs him in.
    /// - Throws: `access.set_up_done`, `access.set_up_code_wrong`, what `NewMember` and `PasswordRules` throw;
    ///   `secrets.busy` and `access.too_many_attempts`, which pass.
    package func setUpFirstOwner(
        code: Secret, email: String, name: String, language: Language, password: Secret, from visitor: Visitor
    ) async throws -> (signedIn: SignedIn, token: SessionToken) {
        let begun = clock.now()
        // By address, so that nobody far away can keep the owner from his set-up.
        let account = "set-up:" + (visitor.address ?? "")
        try await database.write { transaction in
            try SignInThrottle().begin(account: account, address: visitor.address, at: begun, in: transaction)
        }
        try await database.read { try SetUp().check(code, at: begun, in: $0) }
        let now = clock.now()
        try await database.write { transaction in
            try SignInThrottle().forgive(account: account, address: visitor.address, at: now, in: transaction)
        }
        let new = try NewMember(email: email, name: name, language: language, role: .owner)
        try PasswordRules.check(password, of: new.email)
        let hash = try await passwords.hash(password)
        return try await database.write { transaction in
            let owner = try SetUp().makeFirstOwner(new, password: hash, code: code, at: now, in: transaction)
            try Members().recordSignIn(of: owner.id, at: now, in: transaction)
            return try Self.begin(for: owner, from: visitor, at: now, in: transaction)
        }
    }
}
