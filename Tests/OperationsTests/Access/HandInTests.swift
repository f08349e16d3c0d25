import AccessControl
import Basics
import ConnectorKit
import Operations
import Records
import Storage
import TestSupport
import Testing

struct HandInTests {
    private static let visitor = Visitor(address: "192.0.2.7", agent: "Firefox")

    private static func handIn(
        _ link: Secret, token: String = SetUpHouse.token, in house: SetUpHouse
    ) async throws -> KeyCheckReport? {
        try await house.services.handIn(link, key: SetUpHouse.key, token: Secret(token), from: visitor).report
    }

    @Test(arguments: Engine.allCases)
    func `a key is handed in by link once, with its check`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            StoreScript.play(on: house.transport)
            let draft = try await house.draft(key: nil)
            let made = try await house.services.createHandInLink(for: draft.id, in: house.scope, by: SetUpHouse.actor)

            let invitation = try await house.services.invitation(made.token)
            let report = try #require(try await Self.handIn(made.token, in: house))
            await #expect(throws: AccessError(.linkOpened(at: house.clock.now()))) {
                try await Self.handIn(made.token, token: String(repeating: "HGFEDCBA", count: 16), in: house)
            }

            #expect(invitation.organization == "Casa")
            #expect(invitation.connection == draft)
            #expect(report.canBegin)
            #expect(report.estimate?.orders == 1240)
            let after = try #require(try await house.services.connection(draft.id, of: house.scope))
            #expect(after.state == .draft)
            #expect(after.key == SetUpHouse.key)
            #expect(try await house.token(of: draft) == Secret(SetUpHouse.token))
            #expect(
                try await house.deeds().suffix(3) == [
                    "link.created", "link.opened", "connection.credential_replaced",
                ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a key that the platform refuses, and one that cannot be a key, leave the link as it was`(
        engine: Engine
    ) async throws {
        try await SetUpHouse.open(engine) { house in
            house.transport.answer("/", status: 401)
            let draft = try await house.draft(key: nil)
            let made = try await house.services.createHandInLink(for: draft.id, in: house.scope, by: SetUpHouse.actor)

            await #expect(throws: OperationsError.self) { try await Self.handIn(made.token, in: house) }
            await #expect(throws: IntakeError.self) { try await Self.handIn(made.token, token: "", in: house) }

            #expect(try await house.services.invitation(made.token).link.state(at: house.clock.now()) == .open)
            #expect(try await house.services.connection(draft.id, of: house.scope) == draft)
            #expect(try await house.count("vault_secrets") == 0)
            #expect(try await house.count("key_checks") == 0)
        }
    }

    @Test func `while the platform is away the link stays; a wrong account is its maker's to correct`() async throws {
        try await SetUpHouse.open(.sqlite) { house in
            func error(_ kind: PlatformError.Kind) -> PlatformError {
                PlatformError(kind: kind, explanation: Phrase(pt: "Ora.", es: "Vaya.", en: "Well."))
            }
            house.transport.fail("/", with: error(.unreachable))
            house.transport.fail("/", with: error(.wrongAccount))
            let draft = try await house.draft(key: nil)
            let made = try await house.services.createHandInLink(for: draft.id, in: house.scope, by: SetUpHouse.actor)

            await #expect(throws: PlatformError.self) { try await Self.handIn(made.token, in: house) }
            let between = try await house.services.invitation(made.token).link.state(at: house.clock.now())
            let report = try #require(try await Self.handIn(made.token, in: house))

            #expect(between == .open)
            #expect(report.record.outcome == .failed)
            #expect(report.record.trouble?.code == "platform.wrong_account")
            #expect(try await house.token(of: draft) == Secret(SetUpHouse.token))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a new link takes the one before back, and the key typed by hand takes all back`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            let draft = try await house.draft(key: nil)
            let first = try await house.services.createHandInLink(
                for: draft.id, in: house.scope, by: SetUpHouse.actor)

            let second = try await house.services.createHandInLink(
                for: draft.id, in: house.scope, by: SetUpHouse.actor)
            await #expect(throws: AccessError(.linkUnknown)) { try await house.services.invitation(first.token) }
            let last = try await house.services.handInLink(for: draft.id, in: house.scope)
            _ = try await house.draft()

            #expect(last == second.link)
            await #expect(throws: AccessError(.linkUnknown)) { try await house.services.invitation(second.token) }
            let none = try await house.services.handInLink(for: draft.id, in: house.scope)
            #expect(none == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `keys are not tried one after the other through a link`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            house.transport.answer("/", status: 401)
            let draft = try await house.draft(key: nil)
            let made = try await house.services.createHandInLink(for: draft.id, in: house.scope, by: SetUpHouse.actor)
            for _ in 0..<6 {
                await #expect(throws: OperationsError.self) { try await Self.handIn(made.token, in: house) }
            }
            let asked = house.transport.requests.count

            await #expect(throws: AccessError(.tooManyAttempts(retryAfterSeconds: 1))) {
                try await Self.handIn(made.token, in: house)
            }

            #expect(house.transport.requests.count == asked)
        }
    }
}
