import Basics
import Commerce
import Records
import Storage
import TestSupport
import Testing

struct RecordListTests {
    @Test(arguments: Engine.allCases)
    func `words are found without accents, as beginnings, and a person's only by whoever may see people`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            try await shop.arrive([
                SampleRecord(.customer, "c-1", note: "Botânica", name: "João Conceição"),
                SampleRecord(.customer, "c-2", note: "Botas", name: "joana@loja.example"),
                SampleRecord(.sku, "c-3", note: "Bota de couro"),
            ])

            #expect(try await shop.found(.customer, "joao conc") == ["c-1"])
            #expect(try await shop.found(.customer, "JOA") == ["c-1", "c-2"])
            #expect(try await shop.found(.customer, "joana@outra.example") == ["c-2"])
            #expect(try await shop.found(.customer, "loja").isEmpty)
            #expect(try await shop.found(.customer, "botanica") == ["c-1"])
            #expect(try await shop.found(.customer, "joao", seesPeople: false).isEmpty)
            #expect(try await shop.found(.customer, "bota", seesPeople: false) == ["c-1", "c-2"])
            #expect(try await shop.found(.sku, "couro bota") == ["c-3"])
            #expect(try await shop.found(.sku, "…").isEmpty)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a changed record is found by its new words and no longer by its old ones`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.arrive([SampleRecord(.customer, "1", note: "gold", name: "Ana")], fetchedAt: Shop.noon)

            try await shop.arrive(
                [SampleRecord(.customer, "1", note: "silver", name: "Bia")], fetchedAt: Shop.noon + .seconds(1))

            #expect(try await shop.found(.customer, "gold").isEmpty)
            #expect(try await shop.found(.customer, "ana").isEmpty)
            #expect(try await shop.found(.customer, "silver bia") == ["1"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `pages follow one another from the latest change on, without gap or repeat`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let samples = (0..<23).map { number in
                SampleRecord(.sku, "\(number)", note: "sku", changedAt: Shop.noon + .seconds(number / 2))
            }
            try await shop.arrive(samples)
            var filter = RecordFilter(.sku, seesPeople: false)
            filter.connection = shop.connection

            for text in [nil, "sku"] {
                filter.text = text
                var seen: [StoredRecord] = []
                while true {
                    let position = seen.last.map { RecordPosition($0) }
                    let page = try await shop.list(filter, after: position, limit: 5)
                    seen += page
                    if page.count < 5 { break }
                }

                #expect(Set(seen.map(\.externalID)).count == 23)
                #expect(seen.count == 23)
                #expect(seen.map(\.changedAt) == seen.map(\.changedAt).sorted(by: >))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `children are listed by their parent, and deleted records only when they are asked for`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            let parent = RecordLink(.product, "p")
            try await shop.arrive([
                SampleRecord(.sku, "1", note: "a", parent: parent), SampleRecord(.sku, "2", note: "b", parent: parent),
                SampleRecord(.sku, "3", note: "c", parent: RecordLink(.product, "q")),
                SampleRecord(.sku, "4", note: "d"),
            ])
            try await shop.lose(RecordLink(.sku, "2"), at: Shop.noon + .seconds(1))
            var filter = RecordFilter(.sku, seesPeople: false)
            filter.connection = shop.connection
            filter.parent = parent

            let here = try await shop.list(filter)
            filter.isDeleted = true
            let gone = try await shop.list(filter)
            filter.isDeleted = nil
            let both = try await shop.list(filter)

            #expect(here.map(\.externalID) == ["1"])
            #expect(here.first?.parent == parent)
            #expect(gone.map(\.externalID) == ["2"])
            #expect(Set(both.map(\.externalID)) == ["1", "2"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `a record is served as it lies, and a reader without the right never gets its person`(
        engine: Engine
    ) async throws {
        try await Shop.open(engine) { shop in
            try await shop.arrive([SampleRecord(.customer, "1", note: "gold", name: "Ana")])
            let record = try #require(try await shop.record(.customer, "1"))
            let blind = try await shop.database.read {
                try shop.records.find(record.id, seesPeople: false, in: $0)
            }

            let head = #"{"id":"\#(record.id)","connection":"\#(shop.connection)","version":1,"#
            let core = #""personId":"\#(record.id)","schema":"customer/1","externalId":"1","note":"gold""#
            let person = #","person":{"schema":"customer-person/1","name":"Ana"}"#
            #expect(String(decoding: record.json, as: UTF8.self) == head + core + person + "}")
            #expect(String(decoding: try #require(blind).json, as: UTF8.self) == head + core + "}")
        }
    }

    @Test(arguments: Engine.allCases)
    func `what nobody has asked about since is told stretch by stretch`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.arrive((1...5).map { SampleRecord(.sku, "\($0)", note: "a") }, fetchedAt: Shop.noon)
            try await shop.arrive([SampleRecord(.sku, "2", note: "a")], fetchedAt: Shop.noon + .seconds(10))
            try await shop.lose(RecordLink(.sku, "4"), at: Shop.noon + .seconds(1))
            let since = Shop.noon + .seconds(5)

            let (first, rest) = try await shop.database.read { transaction in
                let first = try shop.records.unmet(
                    .sku, of: shop.connection, since: since, after: "", stretch: 3, in: transaction)
                return (
                    first,
                    try shop.records.unmet(
                        .sku, of: shop.connection, since: since, after: first.next ?? "", stretch: 3, in: transaction)
                )
            }

            #expect(first.externalIDs == ["1", "3"])
            #expect(first.next == "3")
            #expect(rest.externalIDs == ["5"])
            #expect(rest.next == nil)
        }
    }
}
