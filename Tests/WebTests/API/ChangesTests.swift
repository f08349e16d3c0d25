import Basics
import Commerce
import HTTPTypes
import Operations
import Records
import Storage
import TestSupport
import Testing

struct ChangesTests {
    @Test(arguments: Engine.allCases)
    func `the log is read in order from a number on`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 5) { world in
            let first = try await world.get("changes?limit=3")
            let second = try await world.get("changes?after=3")
            let end = try await world.get("changes?after=5")

            #expect(first.items.compactMap { $0["number"] as? Int } == [1, 2, 3])
            #expect(first.json["next"] as? Int == 3)
            #expect(first.json["head"] as? Int == 5)
            #expect(second.items.compactMap { $0["number"] as? Int } == [4, 5])
            #expect(end.items.isEmpty)
            #expect(end.json["next"] as? Int == 5)
            #expect((first.items[0]["record"] as? [String: Any])?["kind"] as? String == "order")
            #expect(!first.text.contains("Maria"))
        }
    }

    @Test
    func `who waits is answered when something changes`() async throws {
        try await WebWorld.open(.sqlite, orders: 2) { world in
            async let waiting = world.get("changes?after=2&wait=30")
            try await WebWorld.store(
                [WebWorld.sample(7, "casa")], of: world.own.organization.scope, world.own.connection.id,
                world.services)
            world.services.news.ring(for: world.own.organization.scope)

            let answer = try await waiting

            #expect(answer.items.compactMap { $0["number"] as? Int } == [3])
        }
    }

    @Test
    func `who waits in vain gets an empty answer`() async throws {
        try await WebWorld.open(.sqlite, orders: 2) { world in
            let answer = try await world.get("changes?after=2&wait=1")

            #expect(answer.status == 200)
            #expect(answer.items.isEmpty)
            #expect(answer.json["next"] as? Int == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a number before what is kept is gone, with the way back`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 5) { world in
            let scope = world.own.organization.scope
            try await world.services.database.write { try ChangeLog(scope).compact(through: 3, in: $0) }

            let gone = try await world.get("changes?after=2")
            let kept = try await world.get("changes?after=3")

            #expect(gone.status == 410)
            #expect(gone.code == "records.log_compacted")
            #expect(gone.json["oldest"] as? Int == 4)
            #expect(gone.json["head"] as? Int == 5)
            #expect(gone.json["restart"] as? String == "/api/v1/orders")
            #expect(kept.items.count == 2)
        }
    }

    @Test(arguments: [Int64(6), 5_000, .max])
    func `a reader who is further than the log is told so, with the way back`(after: Int64) async throws {
        try await WebWorld.open(.sqlite, orders: 5) { world in
            let ahead = try await world.get("changes?after=\(after)")
            let waiting = try await world.get("changes?after=\(after)&wait=30")

            for reply in [ahead, waiting] {
                #expect(reply.status == 410)
                #expect(reply.code == "records.log_ahead")
                #expect(reply.json["head"] as? Int == 5)
                #expect(reply.json["restart"] as? String == "/api/v1/orders")
            }
        }
    }
}
