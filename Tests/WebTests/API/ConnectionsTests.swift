import Basics
import Commerce
import HTTPTypes
import Operations
import Records
import Storage
import TestSupport
import Testing

struct ConnectionsAPITests {
    @Test(arguments: Engine.allCases)
    func `a connection is renamed, paused and resumed, each with its entry`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 0) { world in
            let path = "/api/v1/connections/\(world.own.connection.id)"

            let paused = try await world.ask(
                .patch, path, key: world.own.key, body: #"{"name":" Loja  Nova ","state":"paused"}"#)
            let resumed = try await world.ask(.patch, path, key: world.own.key, body: #"{"state":"active"}"#)
            let audit = try await world.get("audit")

            #expect(paused.json["name"] as? String == "Loja Nova")
            #expect(paused.json["state"] as? String == "paused")
            #expect(resumed.json["state"] as? String == "active")
            #expect(
                audit.items.compactMap { $0["action"] as? String }.suffix(3) == [
                    "connection.renamed", "connection.state_changed", "connection.state_changed",
                ])
            #expect(audit.items.last?["actor"] as? String == "key:\(world.own.keyID)")
        }
    }

    @Test
    func `a stream tells how far it is and begins anew`() async throws {
        try await WebWorld.open(.sqlite, orders: 4) { world in
            let path = "connections/\(world.own.connection.id)/streams"

            let streams = try await world.get(path)
            let rerun = try await world.post(path + "/orders/rerun", "{}")

            #expect(
                streams.items.compactMap { $0["stream"] as? String } == [
                    "orders", "customers", "addresses", "catalogue", "prices", "stock", "promotions",
                ])
            #expect(streams.items[0]["stored"] as? Int == 4)
            #expect(rerun.status == 202)
        }
    }

    @Test
    func `the organization of the key is the only one`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let list = try await world.get("organizations")
            let own = try await world.get("organizations/\(world.own.organization.id)")
            let other = try await world.get("organizations/\(world.other.organization.id)")

            #expect(list.items.compactMap { $0["name"] as? String } == ["Casa"])
            #expect(own.json["name"] as? String == "Casa")
            #expect(other.status == 404)
        }
    }
}
