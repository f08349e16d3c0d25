import AccessControl
import Basics
import Operations
import Secrets
import Storage
import TestSupport
import Testing

struct SignInTests {
    @Test(arguments: Engine.allCases) func `a member signs in with a new token each time, and out`(
        engine: Engine
    ) async throws {
        try await AccessHouse.open(engine) { house in
            let ana = try await house.add("ana@example.com")

            let first = try await house.signIn(" ANA@example.com")
            let second = try await house.signIn("ana@example.com")
            let found = try await house.services.signedIn(by: first.token)
            try await house.services.signOut(first.signedIn)

            #expect(first.signedIn.member.id == ana.id)
            #expect(first.signedIn.member.lastSignInAt == house.clock.now())
            #expect(first.token.secret != second.token.secret)
            #expect(found == first.signedIn)
            #expect(try await house.services.signedIn(by: first.token) == nil)
            #expect(try await house.services.signedIn(by: second.token) != nil)
            #expect(try await house.services.signOutEverywhere(second.signedIn) == 1)
            #expect(try await house.services.signedIn(by: second.token) == nil)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an unknown e-mail, a wrong password and a disabled member cost and say the same`(
        engine: Engine
    ) async throws {
        try await AccessHouse.open(engine) { house in
            _ = try await house.add("ana@example.com")
            let disabled = try await house.add("bia@example.com")
            try await house.services.setState(.disabled, of: disabled.id, by: AccessHouse.actor)
            let deeds = try await house.deeds(in: .installation)
            let attempts = [
                ("nobody@example.com", AccessHouse.password), ("no address at all", AccessHouse.password),
                ("ana@example.com", Secret("wrong horse battery")), ("bia@example.com", AccessHouse.password),
                ("ana@example.com", Secret("")), ("ana@example.com", Secret(String(repeating: "x", count: 100_000))),
            ]

            for (email, password) in attempts {
                let before = house.services.passwords.derivations
                await #expect(throws: AccessError(.wrongCredentials)) { try await house.signIn(email, password) }
                #expect(house.services.passwords.derivations == before + 1)
            }

            #expect(try await house.deeds(in: .installation) == deeds)
        }
    }

    @Test(arguments: Engine.allCases) func `guessing is slowed down, for a known account as for an unknown one`(
        engine: Engine
    ) async throws {
        try await AccessHouse.open(engine) { house in
            _ = try await house.add("ana@example.com")

            for email in ["ana@example.com", "nobody@example.com"] {
                for _ in 0..<6 {
                    await #expect(throws: AccessError(.wrongCredentials)) {
                        try await house.signIn(email, Secret("wrong horse battery"))
                    }
                }
                let before = house.services.passwords.derivations
                await #expect(throws: AccessError(.tooManyAttempts(retryAfterSeconds: 1))) {
                    try await house.signIn(email)
                }
                #expect(house.services.passwords.derivations == before)
            }

            house.clock.advance(by: .seconds(1))
            _ = try await house.signIn("ana@example.com")
        }
    }

    @Test(arguments: Engine.allCases) func `a session is noted as used once a minute`(engine: Engine) async throws {
        try await AccessHouse.open(engine) { house in
            _ = try await house.add("ana@example.com")
            let (signedIn, token) = try await house.signIn("ana@example.com")
            let start = house.clock.now()

            house.clock.advance(by: .seconds(59))
            _ = try await house.services.signedIn(by: token)
            let early = try await house.services.sessions(of: signedIn).map(\.lastUsedAt)
            house.clock.advance(by: .seconds(1))
            _ = try await house.services.signedIn(by: token)

            #expect(early == [start])
            #expect(try await house.services.sessions(of: signedIn).map(\.lastUsedAt) == [start + .seconds(60)])
        }
    }

    @Test(arguments: Engine.allCases) func `a member changes his own password with the present one only`(
        engine: Engine
    ) async throws {
        try await AccessHouse.open(engine) { house in
            _ = try await house.add("ana@example.com")
            let here = try await house.signIn("ana@example.com")
            let there = try await house.signIn("ana@example.com")
            let new = Secret("quatro cavalos no telhado")

            await #expect(throws: AccessError(.wrongPassword)) {
                try await house.services.changePassword(of: here.signedIn, from: Secret("wrong horse"), to: new)
            }
            await #expect(throws: AccessError(.passwordTooShort)) {
                try await house.services.changePassword(
                    of: here.signedIn, from: AccessHouse.password, to: Secret("curta"))
            }
            try await house.services.changePassword(of: here.signedIn, from: AccessHouse.password, to: new)

            #expect(try await house.services.signedIn(by: here.token) != nil)
            #expect(try await house.services.signedIn(by: there.token) == nil)
            await #expect(throws: AccessError(.wrongCredentials)) { try await house.signIn("ana@example.com") }
            _ = try await house.signIn("ana@example.com", new)
        }
    }

    @Test(arguments: Engine.allCases) func `of two browsers that race for the set-up one gets it`(
        engine: Engine
    ) async throws {
        try await AccessHouse.open(engine) { house in
            let code = try #require(try await house.services.issueSetUpCode())

            let outcomes = await withTaskGroup { group in
                for index in 0..<2 {
                    group.addTask {
                        do {
                            let begun = try await house.services.setUpFirstOwner(
                                code: code, email: "m\(index)@example.com", name: "M", language: .spanish,
                                password: AccessHouse.password, from: AccessHouse.visitor)
                            return begun.signedIn.member.role.rawValue
                        } catch { return (error as? AccessError)?.code ?? "\(error)" }
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }.sorted()
            }

            #expect(outcomes == ["access.set_up_done", "owner"])
            #expect(try await house.services.members().count == 1)
            #expect(try await house.services.issueSetUpCode() == nil)
            #expect(try await !house.services.isSetUpOpen())
        }
    }

    @Test(arguments: Engine.allCases) func `a wrong set-up code hashes nothing and makes nobody`(
        engine: Engine
    ) async throws {
        try await AccessHouse.open(engine) { house in
            _ = try await house.services.issueSetUpCode()

            await #expect(throws: AccessError(.setUpCodeWrong)) {
                try await house.services.setUpFirstOwner(
                    code: Secret("0000-0000-0000-0000"), email: "ana@example.com", name: "Ana", language: .english,
                    password: AccessHouse.password, from: AccessHouse.visitor)
            }

            #expect(house.services.passwords.derivations == 0)
            #expect(try await house.services.members() == [])
        }
    }
}
