import Basics
import Commerce
import Records
import Storage
import TestSupport
import Testing

struct RecordStoreTests {
    @Test(arguments: Engine.allCases)
    func `a first arrival is created, with its values, and its change has the log's next number`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            let ana = SampleRecord(.customer, "1", note: "gold", name: "Ana Souza", changedAt: Shop.noon)

            let outcome = try await shop.arrive([ana])

            #expect(outcome.created == 1)
            let change = try #require(try await shop.changes().last)
            #expect(change.number == 1)
            #expect(change.recordKind == "customer")
            #expect(change.version == 1)
            #expect(
                change.facts == [
                    Change.Fact(field: "created", from: nil, to: "true"),
                    Change.Fact(field: "note", from: nil, to: "gold"),
                ])
            let stored = try #require(try await shop.record(.customer, "1"))
            #expect(stored.id.text == change.recordID)
            #expect(stored.title == "gold")
            #expect(stored.core == ana.document.core)
            #expect(stored.person == ana.document.person)
            #expect(try await shop.recordCounts() == [.customer: 1])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an answer that changes nothing writes no change, whenever it was given`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let ana = SampleRecord(.customer, "1", note: "gold", name: "Ana", changedAt: Shop.noon)
            try await shop.arrive([ana], fetchedAt: Shop.noon)

            let later = try await shop.arrive([ana, ana], fetchedAt: Shop.noon + .seconds(60))
            let earlier = try await shop.arrive([ana], fetchedAt: Shop.noon - .seconds(60))

            #expect(later.unchanged == 2)
            #expect(earlier.unchanged == 1)
            #expect(try await shop.changes().count == 1)
            #expect(try await shop.record(.customer, "1")?.fetchedAt == Shop.noon + .seconds(60))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a change tells what was and what is, and of the person only that it changed`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.arrive([SampleRecord(.customer, "1", note: "gold", name: "Ana", changedAt: Shop.noon)])

            try await shop.arrive(
                [SampleRecord(.customer, "1", note: "silver", name: "Ana", changedAt: Shop.noon + .seconds(1))])
            try await shop.arrive(
                [SampleRecord(.customer, "1", note: "silver", name: "Bia", changedAt: Shop.noon + .seconds(2))])

            let changes = try await shop.changes()
            #expect(changes.map(\.version) == [1, 2, 3])
            #expect(changes[1].facts == [Change.Fact(field: "note", from: "gold", to: "silver")])
            #expect(changes[2].facts == [Change.Fact(field: "person", from: nil, to: nil)])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an older answer never overwrites a newer one`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let new = SampleRecord(.customer, "1", note: "new", changedAt: Shop.noon + .seconds(10))
            let old = SampleRecord(.customer, "1", note: "old", changedAt: Shop.noon)
            try await shop.arrive([new], fetchedAt: Shop.noon + .seconds(20))

            let outcome = try await shop.arrive([old], fetchedAt: Shop.noon + .seconds(30))

            #expect(outcome.stale == 1)
            #expect(try await shop.record(.customer, "1")?.title == "new")
            #expect(try await shop.changes().count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `where the platform does not tell when, the later fetch is the newer`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.arrive([SampleRecord(.sku, "1", note: "b")], fetchedAt: Shop.noon)

            let late = try await shop.arrive([SampleRecord(.sku, "1", note: "a")], fetchedAt: Shop.noon - .seconds(1))
            let next = try await shop.arrive([SampleRecord(.sku, "1", note: "c")], fetchedAt: Shop.noon + .seconds(1))

            #expect(late.stale == 1)
            #expect(next.changed == 1)
            #expect(try await shop.record(.sku, "1")?.title == "c")
        }
    }

    @Test(arguments: Engine.allCases)
    func `a record that is gone is marked and counted out, and comes back when it is seen again`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            let shirt = SampleRecord(.sku, "1", note: "shirt", changedAt: Shop.noon)
            try await shop.arrive([shirt], fetchedAt: Shop.noon)

            let gone = try await shop.lose(RecordLink(.sku, "1"), at: Shop.noon + .seconds(60))
            let lost = try await shop.record(.sku, "1")
            let countsWithout = try await shop.recordCounts()
            let stale = try await shop.arrive([shirt], fetchedAt: Shop.noon + .seconds(30))
            let back = try await shop.arrive([shirt], fetchedAt: Shop.noon + .seconds(90))

            #expect(gone.deleted == 1)
            #expect(lost?.deletedAt == Shop.noon + .seconds(60))
            #expect(lost?.core == shirt.document.core)
            #expect(countsWithout == [.sku: 0])
            #expect(stale.stale == 1)
            #expect(back.changed == 1)
            #expect(try await shop.record(.sku, "1")?.deletedAt == nil)
            #expect(try await shop.recordCounts() == [.sku: 1])
            #expect(
                try await shop.changes().map { $0.facts.map(\.field) } == [
                    ["created", "note"], ["deleted"], ["deleted"],
                ])
        }
    }

    @Test(arguments: Engine.allCases)
    func `who was seen after the question is not gone`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.arrive([SampleRecord(.sku, "1", note: "shirt")], fetchedAt: Shop.noon + .seconds(60))

            let outcome = try await shop.lose(RecordLink(.sku, "1"), at: Shop.noon)

            #expect(outcome.deleted == 0)
            #expect(try await shop.record(.sku, "1")?.deletedAt == nil)
            #expect(try await shop.changes().count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a better mapping of the same source is a remap, and a mapping that says the same is none`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            let before = SampleRecord(.sku, "1", note: "shirt", changedAt: Shop.noon)
            let after = SampleRecord(.sku, "1", note: "blue shirt", changedAt: Shop.noon)
            try await shop.arrive([before], mapperVersion: 1)

            let same = try await shop.arrive([before], mapperVersion: 2)
            let better = try await shop.arrive([after], hash: before.contentHash, mapperVersion: 3)

            #expect(same.unchanged == 1)
            #expect(better.changed == 1)
            #expect(try await shop.changes().map(\.cause) == [.platform, .remap])
            #expect(try await shop.record(.sku, "1")?.mapperVersion == 3)
        }
    }

    @Test(arguments: Engine.allCases)
    func `every version of a cart is kept as it was`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            for second in 0..<3 {
                let cart = SampleRecord(
                    .cart, "ana", note: "\(second) items", name: "Ana", changedAt: Shop.noon + .seconds(second))
                try await shop.arrive(
                    [cart, SampleRecord(.sku, "1", note: "\(second)")], fetchedAt: Shop.noon + .seconds(second))
            }

            let cart = try #require(try await shop.record(.cart, "ana"))
            let sku = try #require(try await shop.record(.sku, "1"))
            let (versions, blind, none) = try await shop.database.read { transaction in
                (
                    try shop.records.versions(of: cart.id, limit: 10, seesPeople: true, in: transaction),
                    try shop.records.versions(of: cart.id, before: 3, limit: 1, seesPeople: false, in: transaction),
                    try shop.records.versions(of: sku.id, limit: 10, seesPeople: true, in: transaction)
                )
            }

            #expect(versions.map(\.number) == [3, 2, 1])
            #expect(versions.map(\.occurredAt) == [2, 1, 0].map { Shop.noon + .seconds($0) })
            #expect(versions.last?.core == SampleRecord(.cart, "ana", note: "0 items").document.core)
            #expect(versions.allSatisfy { $0.person != nil })
            #expect(blind.map(\.number) == [2])
            #expect(blind.first?.person == nil)
            #expect(none.isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a person is erased from the document, the versions, the words and the platform's answers`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            try await shop.arrive([SampleRecord(.cart, "1", note: "two items", name: "Ana", changedAt: Shop.noon)])
            let id = try #require(try await shop.record(.cart, "1")).id

            let (erased, again) = try await shop.database.write { transaction in
                (
                    try shop.records.erasePerson(of: id, at: Shop.noon, in: transaction),
                    try shop.records.erasePerson(of: id, at: Shop.noon, in: transaction)
                )
            }

            #expect(erased)
            #expect(!again)
            #expect(try await shop.record(.cart, "1")?.person == nil)
            #expect(try await shop.found(.cart, "ana").isEmpty)
            #expect(try await shop.found(.cart, "items") == ["1"])
            let (versions, payloads) = try await shop.database.read { transaction in
                (
                    try shop.records.versions(of: id, limit: 10, seesPeople: true, in: transaction),
                    try RecordPayloads(shop.scope).history(of: id, in: transaction)
                )
            }
            #expect(versions.map(\.person) == [nil])
            #expect(payloads.isEmpty)
            let change = try #require(try await shop.changes().last)
            #expect(change.cause == .erase)
            #expect(change.facts == [Change.Fact(field: "person", from: nil, to: nil)])
        }
    }

    @Test(arguments: Engine.allCases)
    func `records of one organization are nobody else's`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let other = try await Shop.found(in: shop.database, name: "Outra")
            try await shop.arrive([SampleRecord(.sku, "1", note: "shirt")])

            try await other.arrive([SampleRecord(.sku, "1", note: "skirt")])

            #expect(try await shop.record(.sku, "1")?.title == "shirt")
            #expect(try await other.found(.sku, "shirt").isEmpty)
            #expect(try await other.changes().map(\.number) == [1])
            #expect(try await other.recordCounts() == [.sku: 1])
        }
    }
}
