import AccessControl
import Basics
import Commerce
import HTTPTypes
import Operations
import Records
import Storage
import Sync
import TestSupport
import Testing
import Web

/// Customers, carts, products and the rest by the API.
struct RecordsTests {
    private static func arrive(
        _ samples: [SampleRecord], gone: [GoneRecord] = [], in world: WebWorld, at instant: Instant = WebWorld.noon
    ) async throws {
        let batch = try samples.map { sample in
            try PreparedRecord(
                sample.document, payload: sample.payload, contentHash: sample.contentHash, fetchedAt: instant,
                mapperVersion: 1)
        }
        let scope = world.own.organization.scope
        let connection = world.own.connection.id
        _ = try await world.services.database.write {
            try RecordStore(scope).apply(batch, gone: gone, to: connection, at: instant, in: $0)
        }
    }

    private static func ids(_ reply: Reply) -> [String] { reply.items.compactMap { $0["externalId"] as? String } }

    @Test(arguments: Engine.allCases)
    func `a list goes on by its cursor, what changed last first, to its end`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 0) { world in
            try await Self.arrive(
                (1...5).map {
                    SampleRecord(.sku, "sku-\($0)", note: "camisa", changedAt: WebWorld.noon + .seconds($0))
                }, in: world)

            let first = try await world.get("skus?limit=2")
            let next = try #require(first.json["next"] as? String)
            let second = try await world.get("skus?limit=2&cursor=\(next)")
            let last = try #require(second.json["next"] as? String)
            let third = try await world.get("skus?limit=2&cursor=\(last)")
            let foreign = try await world.get("products?limit=2&cursor=\(next)")

            #expect(Self.ids(first) == ["sku-5", "sku-4"])
            #expect(Self.ids(second) == ["sku-3", "sku-2"])
            #expect(Self.ids(third) == ["sku-1"])
            #expect(third.json["next"] as? String == nil)
            #expect(foreign.status == 400)
            #expect(foreign.fields == ["cursor"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what the platform does not know any more is shown to those who ask for it`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 0) { world in
            try await Self.arrive(["1", "2"].map { SampleRecord(.sku, $0, note: "camisa") }, in: world)
            let later = WebWorld.noon + .seconds(60)
            try await Self.arrive(
                [], gone: [GoneRecord(RecordLink(.sku, "2"), fetchedAt: later)], in: world, at: later)

            let there = try await world.get("skus")
            let gone = try await world.get("skus?deleted=true")
            let both = try await world.get("skus?deleted=true,false")

            #expect(Self.ids(there) == ["1"])
            #expect(Self.ids(gone) == ["2"])
            #expect(gone.items.first?["deletedAt"] is String)
            #expect(Set(Self.ids(both)) == ["1", "2"])
        }
    }

    @Test
    func `a record has a tag by its version and by who reads it, and is of one kind`() async throws {
        try await WebWorld.open(.sqlite, orders: 0, records: true) { world in
            let id = try #require(world.own.records[.customer])
            let blind = try await world.key(.readRecords)
            let path = "/api/v1/customers/\(id)"

            let seeing = try await world.ask(.get, path, key: world.own.key)
            let seen = try await world.ask(.get, path, key: blind)
            let elsewhere = try await world.get("products/\(id)")

            #expect(seeing.status == 200)
            #expect(seeing.json["externalId"] as? String == "casa-customer")
            #expect(seeing.header("ETag") == "\"1p\"")
            #expect(seen.header("ETag") == "\"1\"")
            #expect(seen.json["person"] == nil)
            #expect(elsewhere.status == 404)
        }
    }
}
