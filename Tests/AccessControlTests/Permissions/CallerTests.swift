import AccessControl
import Basics
import Journal
import Secrets
import Storage
import TestSupport
import Testing

struct CallerTests {
    @Test(arguments: Engine.allCases) func `an owner may do everything everywhere`(engine: Engine) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let owner = try await signedIn("ana@example.com", .owner, in: database)

            let grant = try owner.grant(ManageKeys.self, in: Given.shop)
            let installation = try owner.installationGrant(ManageMembers.self)

            #expect(owner.permissions == .all)
            #expect(owner.home == nil)
            #expect(grant.scope == Given.shop)
            #expect(grant.seesPeople)
            #expect(grant.actor == installation.actor)
            #expect(grant.actor.name.hasPrefix("member:mem_"))
        }
    }

    @Test(arguments: Engine.allCases) func `a reader looks, changes nothing and sees no persons`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let reader = try await signedIn("bia@example.com", .reader, in: database)

            #expect(try !reader.grant(ReadOrders.self, in: Given.shop).seesPeople)
            _ = try reader.installationGrant(ReadOrganizations.self)

            #expect(throws: AccessError(.missingRight(.readPeople))) {
                try reader.grant(ReadPeople.self, in: Given.shop)
            }
            #expect(throws: AccessError(.missingRight(.manageConnections))) {
                try reader.grant(ManageConnections.self, in: Given.shop)
            }
            #expect(throws: AccessError(.missingRight(.manageMembers))) {
                try reader.installationGrant(ManageMembers.self)
            }
        }
    }

    @Test(arguments: Engine.allCases) func `a key does what it was given, in its own organization only`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await Given.key([.readOrders, .readPeople], in: database)
            let verifier = AppKeyVerifier(database: database, clock: ManualClock(at: Given.noon), logger: .silent)
            let caller = Caller.key(try await verifier.verify(made.token))

            let grant = try caller.grant(ReadOrders.self, in: Given.shop)

            #expect(grant.seesPeople)
            #expect(grant.actor == Actor("key:" + made.key.id.text))
            #expect(caller.home == Given.shop)
            #expect(throws: AccessError(.notYours)) { try caller.grant(ReadOrders.self, in: Given.other) }
            #expect(throws: AccessError(.notYours)) { try caller.grant(ManageKeys.self, in: Given.other) }
            #expect(throws: AccessError(.missingRight(.readTotals))) {
                try caller.grant(ReadTotals.self, in: Given.shop)
            }
            #expect(throws: AccessError(.missingRight(.readOrders))) { try caller.installationGrant(ReadOrders.self) }
        }
    }

    @Test(arguments: Engine.allCases) func `nobody is granted anything in the installation's own scope`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let owner = try await signedIn("ana@example.com", .owner, in: database)

            #expect(throws: AccessError(.notYours)) { try owner.grant(ReadAudit.self, in: .installation) }
        }
    }

    private func signedIn(_ email: String, _ role: MemberRole, in database: any Database) async throws -> Caller {
        let member = try await Given.member(email, role: role, in: database)
        let found = try await database.write { transaction in
            let begun = try Sessions().begin(for: member.id, from: .unknown, at: Given.noon, in: transaction)
            return try Sessions().find(begun.token, at: Given.noon, in: transaction)
        }
        return .member(try #require(found).signedIn)
    }
}
