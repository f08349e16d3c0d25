import AccessControl
import Basics
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

/// A form tells everything that is wrong at once, each under its field.
@Suite struct FormErrorsTests {
    private static let wrong = "class=\"field wrong\""

    @Test func `the set-up tells of its four fields together`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let stranger = Browser.stranger(in: world)
            let typed = ["code": "AAAA-AAAA", "name": " ", "email": "ana", "password": "curta"]

            let reply = try await stranger.post(ConsolePath.setUp, typed)

            #expect(reply.status == 422)
            #expect(reply.text.ranges(of: Self.wrong).count == 4)
            #expect(!reply.text.contains("curta"))
        }
    }

    @Test func `a new member's form tells of its three fields together`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)

            let reply = try await ana.post(ConsolePath.members, ["name": "", "email": "@", "password": "123"])

            #expect(reply.status == 422)
            #expect(reply.text.ranges(of: Self.wrong).count == 3)
        }
    }

    @Test func `a key and a token in each other's place mark both fields and are not shown again`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            let token = String(repeating: "QWERTYUI", count: 16)

            let reply = try await ana.post(
                ConsolePath.newConnection(world.own.organization.id.text, "vtex"),
                ["account": "novaloja", "key": token, "token": "vtexappkey-novaloja-ABCDEF", "way": "check"])

            #expect(reply.status == 422)
            #expect(reply.text.ranges(of: Self.wrong).count == 2)
            #expect(!reply.text.contains(token))
        }
    }

    @Test(arguments: ["-5", "0", "3651", "abc", "99999999999999999999"])
    func `a key whose lifetime cannot be read is not made for ever`(days: String) async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let ana = try await Browser.signedIn(as: .owner, in: world)
            let before = try await world.services.keys(in: world.own.organization.scope).count

            let reply = try await ana.post(
                ConsolePath.keys(world.own.organization.id.text),
                ["label": "ERP", "permission": "orders.read", "days": days])

            #expect(reply.status == 422)
            #expect(reply.text.ranges(of: Self.wrong).count == 1)
            #expect(try await world.services.keys(in: world.own.organization.scope).count == before)
        }
    }
}
