import Basics
import Commerce
import HTTPTypes
import Operations
import Records
import Storage
import TestSupport
import Testing

struct BadInputTests {
    @Test(arguments: [
        ("orders?limit=0", "limit"), ("orders?limit=201", "limit"), ("orders?limit=x", "limit"),
        ("orders?limit=99999999999999999999", "limit"), ("orders?limit=1&limit=2", "limit"),
        ("orders?status=gone", "status"), ("orders?status=canceled,gone", "status"), ("orders?status=", "status"),
        ("orders?status=canceled,", "status"), ("orders?updatedSince=now", "updatedSince"),
        ("orders?placedFrom=yesterday", "placedFrom"),
        ("orders?connection=1", "connection"), ("orders?cursor=", "cursor"), ("changes?after=-1", "after"),
        ("changes?wait=31", "wait"), ("changes?after=9223372036854775808", "after"), ("audit?limit=501", "limit"),
        ("totals/daily?from=2026-13-01", "from"), ("totals/daily?to=2026-01-01T00:00", "to"),
    ])
    func `a parameter that does not fit is named`(path: String, field: String) async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let answer = try await world.get(path)

            #expect(answer.status == 400)
            #expect(answer.fields == [field])
            #expect(answer.json["requestId"] as? String == answer.header("X-Request-Id"))
        }
    }

    @Test(
        arguments: [
            ("{", 400, "body.malformed", []), ("", 400, "body.malformed", []), ("[]", 422, "body.invalid", ["body"]),
            ("null", 422, "body.invalid", ["body"]),
            ("{}", 422, "body.invalid", ["platform", "account", "appKey", "appToken"]),
            (
                #"{"platform":"vtex","account":7,"appKey":"k","appToken":"t","colour":"red"}"#, 422, "body.invalid",
                ["account", "colour"]
            ),
            (
                #"{"platform":"vtex","platform":"vtex","account":"a","appKey":"k","appToken":"t"}"#, 422,
                "body.invalid",
                ["platform"]
            ),
            (
                #"{"platform":"vtex","account":"a","appKey":"k","appToken":"t","timeZone":"Mars/Base"}"#, 422,
                "body.invalid", ["timeZone"]
            ),
            (
                #"{"platform":"vtex","account":"a\u0000b","appKey":"k","appToken":"t"}"#, 422, "body.invalid",
                ["account"]
            ),
            (
                #"{"platform":"vtex","account":"a","appKey":"k","appToken":"t","check":"yes"}"#, 422, "body.invalid",
                ["check"]
            ),
        ] as [(String, Int, String, [String])])
    func `a body that does not fit is named and nothing is written`(
        body: String, status: Int, code: String, fields: [String]
    ) async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let before = try await world.footprint()

            let answer = try await world.post("connections", body, headers: ["Idempotency-Key": "one"])

            #expect(answer.status == status)
            #expect(answer.code == code)
            #expect(answer.fields == fields)
            #expect(try await world.footprint() == before)
        }
    }

    @Test
    func `what the connector refuses is told in its words, without the token`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let before = try await world.footprint()

            let unknown = try await world.post(
                "connections", #"{"platform":"amazon","account":"a","appKey":"k","appToken":"SECRETSECRET"}"#)
            let odd = try await world.post(
                "connections", #"{"platform":"vtex","account":" ","appKey":"nope","appToken":"SECRETSECRET"}"#)

            #expect(unknown.status == 422)
            #expect(unknown.code == "connectors.unknown_platform")
            #expect(odd.status == 422)
            #expect(odd.fields == ["account"])
            #expect(!(unknown.text + odd.text).contains("SECRETSECRET"))
            #expect(try await world.footprint() == before)
        }
    }

    @Test
    func `too much is refused before it is read whole`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let body = try await world.post("connections", String(repeating: "x", count: (1 << 20) + 1))
            let target = try await world.get("orders?q=" + String(repeating: "x", count: 9_000))
            let text = try await world.get("orders?q=" + String(repeating: "x", count: 201))

            #expect(body.status == 413)
            #expect(target.status == 414)
            #expect(text.status == 400)
            #expect(text.fields == ["q"])
        }
    }

    @Test(arguments: ["orders/ord_1", "orders/%FF", "orders/%2e%2e%2f", "orders/con_01k00000000000000000000000"])
    func `an id that cannot be one is not found`(path: String) async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let answer = try await world.get(path)

            #expect([400, 404].contains(answer.status))
            #expect(answer.header("Content-Type") == "application/problem+json")
        }
    }

    @Test
    func `another kind of body is refused by its kind`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let answer = try await world.post("connections", "a=b", headers: ["Content-Type": "text/plain"])

            #expect(answer.status == 415)
            #expect(answer.code == "body.media_type")
        }
    }
}
