import Basics
import ConnectorKit
import Operations
import Records
import Storage
import TestSupport
import Testing

struct KeyCheckTests {
    @Test(arguments: Engine.allCases)
    func `a check that one node ran is the same on another, with what there is to read`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            StoreScript.play(on: house.transport)
            let draft = try await house.draft()

            _ = try await house.checked(draft)
            let seen = try #require(try await house.anotherNode().keyCheck(of: draft, in: house.scope))

            #expect(seen.record.outcome == .accepted)
            #expect(seen.record.finishedAt == house.clock.now())
            #expect(seen.matrix.isSufficient)
            #expect(seen.canBegin)
            #expect(seen.matrix.lines.count { $0.evidence != nil } == 16)
            let estimate = try #require(seen.estimate)
            #expect(estimate.orders == 1240)
            #expect(estimate.oldestAt == Instant(seconds: 1_732_276_800))
            #expect(estimate.requestsPerMinute == 3000)
            #expect(estimate.duration == .seconds(Double(1240 + 13) * 60 / 3000))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a key that cannot list orders cannot begin, and is told which box`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            StoreScript.play(on: house.transport, list: 403, feed: 403)
            let draft = try await house.draft()

            let report = try #require(try await house.checked(draft))

            #expect(report.record.outcome == .accepted)
            #expect(!report.canBegin)
            #expect(report.matrix.lackingEssentials.map(\.capability.name) == ["orders.list"])
            #expect(report.matrix.missing.map(\.capability.name) == ["orders.list", "orders.feed"])
            #expect(report.matrix.missing.first?.ticks.first?.key == "ListOrders")
            #expect(report.estimate == nil)
        }
    }

    @Test func `a key without the feed can begin`() async throws {
        try await SetUpHouse.open(.sqlite) { house in
            StoreScript.play(on: house.transport, feed: 403)
            let draft = try await house.draft()

            let report = try #require(try await house.checked(draft))

            #expect(!report.matrix.isSufficient)
            #expect(report.canBegin)
        }
    }

    @Test(arguments: Engine.allCases)
    func `answers are there as they come, and a node that ends says that it was cut short`(engine: Engine) async throws
    {
        try await SetUpHouse.open(engine, stuck: StoreScript.prices) { house in
            StoreScript.play(on: house.transport)
            let draft = try await house.draft()

            try await house.services.beginKeyCheck(of: draft, in: house.scope)
            let node = house.anotherNode()
            var seen = try await node.keyCheck(of: draft, in: house.scope)
            while (seen?.record.answers.count ?? 0) < 15 {
                await Task.yield()
                seen = try await node.keyCheck(of: draft, in: house.scope)
            }
            let running = try #require(seen)
            await house.services.stopKeyChecks()
            let cut = try #require(try await node.keyCheck(of: draft, in: house.scope))

            #expect(running.record.outcome == .running)
            #expect(running.record.isRunning(at: house.clock.now()))
            #expect(
                running.matrix.lines.filter { $0.verdict == .granted }.map(\.capability.name).contains("orders.list"))
            #expect(running.asked.count == 16)
            #expect(cut.record.outcome == .failed)
            #expect(cut.record.trouble?.code == "check.interrupted")
            #expect(cut.record.answers.count == 15)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a check whose node has died is stale after its time and is run again`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            StoreScript.play(on: house.transport)
            let draft = try await house.draft()
            let now = house.clock.now()
            let scope = house.scope
            let dead = try await house.database.write {
                try KeyChecks(scope).begin(
                    of: draft.id, recipe: "orders", at: now, deadline: now + .seconds(60), in: $0)
            }

            try await house.services.beginKeyCheck(of: draft, in: scope)
            let before = try #require(try await house.services.keyCheck(of: draft, in: scope))
            let askedBefore = house.transport.requests.count
            house.clock.advance(by: .seconds(60))
            let stale = try #require(try await house.services.keyCheck(of: draft, in: scope))
            let after = try #require(try await house.checked(draft))

            #expect(before.record.id == dead)
            #expect(before.record.isRunning(at: now))
            #expect(askedBefore == 0)
            #expect(stale.record.isStale(at: house.clock.now()))
            #expect(!stale.canBegin)
            #expect(after.record.id != dead)
            #expect(after.canBegin)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an answer of a check that another one has replaced is not taken in`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            StoreScript.play(on: house.transport)
            let draft = try await house.draft()
            let now = house.clock.now()
            let scope = house.scope
            let old = try #require(
                try await house.database.write {
                    try KeyChecks(scope).begin(of: draft.id, recipe: "orders", at: now, deadline: now, in: $0)
                })
            let report = try #require(try await house.checked(draft))

            let late = KeyCheckRecord.Answer(capability: "orders.list", verdict: "missing", evidence: "403")
            await #expect(throws: RecordsError(.keyCheckSuperseded)) {
                try await house.database.write { try KeyChecks(scope).note(late, in: old, of: draft.id, in: $0) }
            }
            await #expect(throws: RecordsError(.keyCheckSuperseded)) {
                try await house.database.write {
                    try KeyChecks(scope).finish(
                        report.record.id, of: draft.id, outcome: .accepted, at: now, in: $0)
                }
            }

            #expect(try await house.services.keyCheck(of: draft, in: scope)?.record == report.record)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a key that the platform does not know is refused with a way on`(engine: Engine) async throws {
        try await SetUpHouse.open(engine) { house in
            house.transport.answer("/", status: 401)
            let draft = try await house.draft()

            let report = try #require(try await house.checked(draft))

            #expect(report.record.outcome == .refused)
            #expect(!report.canBegin)
            #expect(report.record.trouble?.remedy != nil)
            guard case .refused(let reason, _) = report.matrix.standing else {
                Issue.record("accepted")
                return
            }
            #expect(reason == report.record.trouble?.reason)
        }
    }

    @Test func `a platform that does not answer is told as such, in its own words`() async throws {
        try await SetUpHouse.open(.sqlite) { house in
            let away = PlatformError(
                kind: .unreachable, explanation: Phrase(pt: "Sem resposta.", es: "Sin respuesta.", en: "No answer."),
                remedy: Phrase(pt: "Espere.", es: "Aguarde.", en: "Wait."))
            house.transport.fail("/", with: away)
            let draft = try await house.draft()

            let report = try #require(try await house.checked(draft))

            #expect(report.record.outcome == .failed)
            #expect(report.record.trouble?.code == "platform.unreachable")
            #expect(report.record.trouble?.reason == away.explanation)
            #expect(report.record.trouble?.remedy == away.remedy)
        }
    }

    @Test func `a check that takes too long ends by itself`() async throws {
        try await SetUpHouse.open(.sqlite, stuck: "/api/") { house in
            let draft = try await house.draft()

            try await house.services.beginKeyCheck(of: draft, in: house.scope)
            // The question that is never answered, and the watch over it.
            while house.clock.sleepers < 2 { await Task.yield() }
            house.clock.advance(by: .seconds(60))
            await house.services.finishKeyChecks()

            let report = try #require(try await house.services.keyCheck(of: draft, in: house.scope))
            #expect(report.record.outcome == .failed)
            #expect(report.record.trouble?.code == "check.too_slow")
        }
    }

    @Test func `a new key forgets what was checked of the old one`() async throws {
        try await SetUpHouse.open(.sqlite) { house in
            StoreScript.play(on: house.transport)
            let draft = try await house.draft()
            _ = try await house.checked(draft)

            _ = try await house.services.reviseDraft(
                draft.id, house.wanted(key: "vtexappkey-minhaloja-GHIJKL"), in: house.scope, by: SetUpHouse.actor)

            let left = try await house.services.keyCheck(of: draft, in: house.scope)

            #expect(left == nil)
        }
    }
}
