import AccessControl
import Basics
import Journal
import Secrets
import Storage
import TestSupport
import Testing

struct MembersTests {
    @Test(arguments: Engine.allCases) func `a member is found by e-mail whatever its case and Unicode form`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await Given.member(" Jo\u{E3}o@Example.COM ", in: database)

            let address = try #require(EmailAddress("joa\u{303}o@example.com"))
            let found = try await database.read { try Members().find(address, in: $0) }

            #expect(found == made)
            #expect(made.email.text == "joão@example.com")
            #expect(try await database.read { try Members().find(made.id, in: $0) } == made)
            #expect(try await database.read { try Members().list(in: $0) } == [made])
        }
    }

    @Test(arguments: Engine.allCases) func `an e-mail is taken once`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await Given.member("ana@example.com", in: database)

            await #expect(throws: AccessError(.emailTaken)) {
                try await Given.member("ANA@example.com", role: .reader, in: database)
            }

            #expect(try await database.read { try Members().list(in: $0) } == [made])
            #expect(try await Given.actions(of: .installation, in: database) == ["member.created"])
        }
    }

    @Test(arguments: Engine.allCases) func `the last active owner can be neither disabled nor demoted`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let owner = try await Given.member("ana@example.com", in: database)
            let second = try await Given.member("bia@example.com", in: database)
            _ = try await Given.member("caio@example.com", role: .reader, in: database)
            try await setState(.disabled, of: second, in: database)

            await #expect(throws: AccessError(.lastOwner)) { try await setState(.disabled, of: owner, in: database) }
            await #expect(throws: AccessError(.lastOwner)) { try await setRole(.reader, of: owner, in: database) }

            let after = try await database.read { try Members().find(owner.id, in: $0) }
            #expect(after == owner)
            #expect(
                try await Given.actions(of: .installation, in: database)
                    == ["member.created", "member.created", "member.created", "member.state_changed"])
        }
    }

    @Test(arguments: Engine.allCases) func `of two owners who remove each other at once one stays`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let ana = try await Given.member("ana@example.com", in: database)
            let bia = try await Given.member("bia@example.com", in: database)

            let outcomes = await Given.atOnce(2) { index in
                try await self.setState(.disabled, of: index == 0 ? ana : bia, in: database)
                return "done"
            }

            let active = try await database.read { try Members().list(in: $0) }.filter(\.isActive)
            #expect(outcomes == ["done": 1, "access.last_owner": 1])
            #expect(active.count == 1)
        }
    }

    @Test(arguments: Engine.allCases) func `a disabled member's sessions end, and a new password ends the others`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let owner = try await Given.member("ana@example.com", in: database)
            let reader = try await Given.member("bia@example.com", role: .reader, in: database)
            let (kept, other) = try await database.write { transaction in
                (
                    try Sessions().begin(for: owner.id, from: .unknown, at: Given.noon, in: transaction),
                    try Sessions().begin(for: owner.id, from: .unknown, at: Given.noon, in: transaction)
                )
            }
            let gone = try await database.write {
                try Sessions().begin(for: reader.id, from: .unknown, at: Given.noon, in: $0)
            }

            let hash = try await Given.hasher.hash(Secret("another horse battery"))
            try await setState(.disabled, of: reader, in: database)
            try await database.write { transaction in
                try Members().setPassword(
                    hash, of: owner.id, keeping: kept.session.id, by: owner.actor, at: Given.noon, in: transaction)
            }

            let found = try await database.read { transaction in
                try [kept, other, gone].map { try Sessions().find($0.token, at: Given.noon, in: transaction) != nil }
            }
            #expect(found == [true, false, false])
            #expect(try await database.read { try Members().password(of: owner.email, in: $0) } == hash)
        }
    }

    @Test(arguments: Engine.allCases) func `the audit chain names ids and is whole`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let owner = try await Given.member("planted@example.com", in: database)
            let other = try await Given.member("bia@example.com", in: database)
            try await setRole(.reader, of: other, in: database)
            try await setRole(.reader, of: other, in: database)

            let entries = try await database.read {
                try AuditChain(.installation).entries(after: 0, limit: 10, in: $0)
            }
            let verdict = try await database.read { try AuditChain(.installation).verify(in: $0) }

            #expect(entries.map(\.action) == ["member.created", "member.created", "member.role_changed"])
            #expect(entries.map(\.subject) == [owner.id.text, other.id.text, other.id.text])
            #expect(entries.allSatisfy { !"\($0)".contains("planted") && !"\($0)".contains("Ana") })
            #expect(verdict.isWhole)
        }
    }

    @Test(arguments: [
        "", "ana", "@example.com", "ana@", "ana@@example.com", "an a@example.com", "ana@example..com", "ana@.com",
        "an\u{200B}a@example.com", "<ana@example.com>", "a@" + String(repeating: "x", count: 300) + ".com",
    ])
    func `what is no address is refused`(text: String) {
        #expect(throws: AccessError(.badEmail)) {
            try NewMember(email: text, name: "Ana", language: .english, role: .reader)
        }
    }

    @Test(arguments: ["", "  ", "a\u{0}b", String(repeating: "x", count: 101)])
    func `a name that cannot be shown is refused`(text: String) {
        #expect(throws: AccessError(.badName)) {
            try NewMember(email: "ana@example.com", name: text, language: .english, role: .reader)
        }
    }

    private func setState(_ state: Member.State, of member: Member, in database: any Database) async throws {
        try await database.write {
            try Members().setState(state, of: member.id, by: Given.actor, at: Given.noon, in: $0)
        }
    }

    private func setRole(_ role: MemberRole, of member: Member, in database: any Database) async throws {
        try await database.write {
            try Members().setRole(role, of: member.id, by: Given.actor, at: Given.noon, in: $0)
        }
    }
}
