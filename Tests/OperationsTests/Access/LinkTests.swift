import AccessControl
import Basics
import ConnectorKit
import Operations
import Records
import Secrets
import Storage
import TestSupport
import Testing

struct LinkTests {
    private static let wanted = Services.WantedKey(
        label: "ERP", permissions: [.readOrders], lifetime: .seconds(86_400))

    @Test(arguments: Engine.allCases) func `a key's link shows its token once, and the key works`(
        engine: Engine
    ) async throws {
        try await AccessHouse.open(engine) { house in
            let scope = try await house.connect().organization.scope
            let made = try await house.services.createKeyWithLink(Self.wanted, in: scope, by: AccessHouse.actor)

            let looked = try await house.services.link(made.linkToken)
            let opened = try await house.services.openKeyLink(made.linkToken)
            let holder = try await house.services.holder(of: opened.appKeyToken)

            #expect(looked.subject == made.key.id.text)
            #expect(looked.payload == "ERP")
            #expect(holder.keyID == made.key.id)
            #expect(holder.scope == scope)
            await #expect(throws: AccessError(.linkOpened(at: house.clock.now()))) {
                try await house.services.openKeyLink(made.linkToken)
            }
        }
    }

    @Test(arguments: Engine.allCases) func `revoking a key takes back the link that would show it`(
        engine: Engine
    ) async throws {
        try await AccessHouse.open(engine) { house in
            let scope = try await house.connect().organization.scope
            let made = try await house.services.createKeyWithLink(Self.wanted, in: scope, by: AccessHouse.actor)

            try await house.services.revokeKey(made.key.id, in: scope, by: AccessHouse.actor)

            await #expect(throws: AccessError(.linkUnknown)) { try await house.services.link(made.linkToken) }
            #expect(try await house.services.keys(in: scope) == [])
            let deeds = try await house.deeds(in: scope)
            #expect(deeds.suffix(3) == ["key.created", "link.created", "key.revoked"])
        }
    }

    @Test(arguments: Engine.allCases) func `time takes away what expired links held`(engine: Engine) async throws {
        try await AccessHouse.open(engine) { house in
            let scope = try await house.connect().organization.scope
            let made = try await house.services.createKeyWithLink(Self.wanted, in: scope, by: AccessHouse.actor)

            house.clock.advance(by: .seconds(86_400))
            try await house.services.tidyAccess()

            let sealed = try await house.services.database.read { transaction in
                try transaction.all("SELECT field FROM vault_secrets") { try $0.text(0) }
            }
            #expect(sealed == ["token"])
            await #expect(throws: AccessError(.linkExpired(at: house.clock.now()))) {
                try await house.services.openKeyLink(made.linkToken)
            }
        }
    }
}
