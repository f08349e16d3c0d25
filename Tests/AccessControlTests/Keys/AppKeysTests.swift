import AccessControl
import Basics
import Journal
import Secrets
import Storage
import TestSupport
import Testing

struct AppKeysTests {
    @Test(arguments: Engine.allCases) func `what is done to a key is in its organization's chain`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await Given.key([.readOrders, .readChanges], in: database)
            let id = made.key.id
            try await setState(.inactive, of: id, in: database)
            try await setState(.inactive, of: id, in: database)
            try await setState(.active, of: id, in: database)
            try await database.write { try AppKeys(Given.shop).revoke(id, by: Given.actor, at: Given.noon, in: $0) }

            let entries = try await database.read { try AuditChain(Given.shop).entries(after: 0, limit: 9, in: $0) }

            #expect(
                entries.map(\.action) == ["key.created", "key.state_changed", "key.state_changed", "key.revoked"])
            #expect(entries.allSatisfy { $0.subject == id.text && $0.actor == Given.actor })
            #expect(entries[0].details.contains("orders.read changes.read"))
            #expect(try await database.read { try AppKeys(Given.shop).list(in: $0) } == [])
        }
    }

    @Test(arguments: Engine.allCases) func `another organization finds, switches and revokes nothing`(
        engine: Engine
    ) async throws {
        try await withDatabase(engine, migrations: Given.migrations) { database in
            let made = try await Given.key(in: database)
            let others = AppKeys(Given.other)

            await #expect(throws: AccessError(.keyMissing)) {
                try await database.write {
                    try others.setState(.inactive, of: made.key.id, by: Given.actor, at: Given.noon, in: $0)
                }
            }
            await #expect(throws: AccessError(.keyMissing)) {
                try await database.write {
                    try others.revoke(made.key.id, by: Given.actor, at: Given.noon, in: $0)
                }
            }

            #expect(try await database.read { try others.list(in: $0) } == [])
            #expect(try await database.read { try others.find(made.key.id, in: $0) } == nil)
            #expect(try await database.read { try AppKeys(Given.shop).find(made.key.id, in: $0) } == made.key)
            #expect(try await Given.actions(of: Given.other, in: database) == [])
        }
    }

    @Test func `a key that could make keys, of no right, name or future is refused`() {
        let past = Given.noon - .seconds(1)

        #expect(throws: AccessError(.permissionNotForKeys(.manageKeys))) {
            try NewAppKey(label: "ERP", permissions: [.readOrders, .manageKeys], expiresAt: nil, at: Given.noon)
        }
        #expect(throws: AccessError(.noPermissions)) {
            try NewAppKey(label: "ERP", permissions: [], expiresAt: nil, at: Given.noon)
        }
        #expect(throws: AccessError(.badLabel)) {
            try NewAppKey(label: " \n", permissions: [.readOrders], expiresAt: nil, at: Given.noon)
        }
        #expect(throws: AccessError(.expiryPast)) {
            try NewAppKey(label: "ERP", permissions: [.readOrders], expiresAt: past, at: Given.noon)
        }
    }

    private func setState(_ state: AppKey.State, of id: AppKeyID, in database: any Database) async throws {
        try await database.write {
            try AppKeys(Given.shop).setState(state, of: id, by: Given.actor, at: Given.noon, in: $0)
        }
    }
}
