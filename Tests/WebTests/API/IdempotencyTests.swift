import Basics
import Commerce
import HTTPTypes
import Operations
import Records
import Storage
import TestSupport
import Testing

struct IdempotencyTests {
    private static let body =
        #"{"platform":"vtex","account":"novaloja","appKey":"vtexappkey-novaloja-ABCDEF","appToken":"\#(token)"}"#
    private static let token = String(repeating: "A", count: 40) + "NOVA"

    @Test(arguments: Engine.allCases)
    func `the same deed asked for many times at once is done once`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 0) { world in
            let answers = try await withThrowingTaskGroup(of: Reply.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        try await world.post("connections", Self.body, headers: ["Idempotency-Key": "k-1"])
                    }
                }
                return try await group.reduce(into: [Reply]()) { $0.append($1) }
            }

            #expect(answers.map(\.status) == [Int](repeating: 201, count: 8))
            #expect(Set(answers.map(\.text)).count == 1)
            #expect(try await world.services.connections(of: world.own.organization.scope).count == 2)
            #expect(!answers[0].text.contains(Self.token))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a name given to another request is refused`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 0) { world in
            let headers = ["Idempotency-Key": "k-1"]
            let first = try await world.post("connections", Self.body, headers: headers)
            let other = try await world.post(
                "connections", Self.body.replacing("novaloja", with: "outraloja"), headers: headers)

            #expect(first.status == 201)
            #expect(other.status == 422)
            #expect(other.code == "idempotency.mismatch")
            #expect(try await world.services.connections(of: world.own.organization.scope).count == 2)
        }
    }

    @Test
    func `another organization's name is its own affair`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let headers = ["Idempotency-Key": "k-1"]
            let own = try await world.post("connections", Self.body, headers: headers)
            let other = try await world.ask(
                .post, "/api/v1/connections", key: world.other.key, body: Self.body, headers: headers)

            #expect(own.status == 201)
            #expect(other.status == 201)
            #expect(own.json["id"] as? String != other.json["id"] as? String)
        }
    }

    @Test
    func `a refusal leaves the name free, and a second deed without a name is told that it is done`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let headers = ["Idempotency-Key": "k-1"]
            let refused = try await world.post("connections", "{}", headers: headers)
            let done = try await world.post("connections", Self.body, headers: headers)
            let again = try await world.post("connections", Self.body)
            let strange = try await world.post("connections", Self.body, headers: ["Idempotency-Key": "é"])

            #expect(refused.status == 422)
            #expect(done.status == 201)
            #expect(again.status == 409)
            #expect(again.code == "records.connection_exists")
            #expect(strange.status == 400)
            #expect(strange.fields == ["Idempotency-Key"])
        }
    }
}
