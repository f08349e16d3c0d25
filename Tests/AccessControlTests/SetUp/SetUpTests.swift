import AccessControl
import Basics
import Secrets
import Storage
import TestSupport
import Testing

struct SetUpTests {
    @Test(arguments: Engine.allCases) func `of two who bring codes at once one becomes the owner`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let first = try await issue(at: Given.noon, in: database)
            let second = try await issue(at: Given.noon, in: database)
            let hash = try await Given.hasher.hash(Secret("correct horse battery"))

            let outcomes = await Given.atOnce(6) { index in
                let new = try NewMember(email: "m\(index)@example.com", name: "M", language: .english, role: .owner)
                let code = try #require(index.isMultiple(of: 2) ? first : second)
                _ = try await database.write {
                    try SetUp().makeFirstOwner(new, password: hash, code: code, at: Given.noon, in: $0)
                }
                return "owner"
            }

            let members = try await database.read { try Members().list(in: $0) }
            #expect(outcomes == ["owner": 1, "access.set_up_done": 5])
            #expect(members.map(\.role) == [.owner])
            #expect(try await issue(at: Given.noon, in: database) == nil)
            #expect(try await Given.actions(of: .installation, in: database) == ["member.created"])
        }
    }

    @Test(arguments: Engine.allCases) func `a wrong code, or one of yesterday, makes nobody an owner`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let code = try #require(try await issue(at: Given.noon, in: database))
            let late = Given.noon + SetUp.lifetime

            await #expect(throws: AccessError(.setUpCodeWrong)) {
                try await check(Secret("aaaa-bbbb-cccc-dddd"), at: Given.noon, in: database)
            }
            await #expect(throws: AccessError(.setUpCodeWrong)) {
                try await check(Secret(""), at: Given.noon, in: database)
            }
            await #expect(throws: AccessError(.setUpCodeWrong)) { try await check(code, at: late, in: database) }
            try await check(code, at: late - .seconds(1), in: database)
            try await check(Secret(code.reveal { $0.uppercased() }), at: Given.noon, in: database)

            #expect(try await database.read { try SetUp().isOpen(in: $0) })
        }
    }

    private func issue(at now: Instant, in database: any Database) async throws -> Secret? {
        try await database.write { try SetUp().issueCode(at: now, in: $0) }
    }

    private func check(_ code: Secret, at now: Instant, in database: any Database) async throws {
        try await database.read { try SetUp().check(code, at: now, in: $0) }
    }
}
