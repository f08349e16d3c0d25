import Basics
import Journal
import Operations
import Records
import Secrets
import Storage
import TestSupport
import Testing

struct CredentialMarkTests {
    private func mark(in house: Installation) async throws -> CredentialMark? {
        try await house.services.connectionsToFollow().first?.credential
    }

    @Test(arguments: Engine.allCases)
    func `a credential's mark changes with key or token and with nothing else`(_ engine: Engine) async throws {
        try await Installation.open(engine) { house in
            let placed = try await house.connect()

            let first = try await mark(in: house)
            try await house.services.database.write { [services = house.services] transaction in
                try Vault(placed.organization.scope, keyring: services.keyring)
                    .rotateDataKey(at: services.clock.now(), in: transaction)
            }
            let sealedAnew = try await mark(in: house)
            house.pass(.seconds(5))
            try await house.services.replaceCredential(
                of: placed, key: placed.connection.key, token: Secret(String(repeating: "HGFEDCBA", count: 16)),
                by: Installation.actor)
            let otherToken = try await mark(in: house)
            try await house.services.setState(.paused, of: placed, by: Installation.actor)
            let paused = try await mark(in: house)

            #expect(first != nil)
            #expect(sealedAnew == first)
            #expect(otherToken != nil && otherToken != first)
            #expect(paused == nil)
        }
    }
}
