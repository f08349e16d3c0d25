import Basics
import Commerce
import Records
import Storage
import TestSupport
import Testing

struct PersonSeparationTests {
    private let trio = ["ana", "x", "y"].map { GivenCustomer(id: $0, cpf: GivenCustomer.anasCPF) }

    @Test(arguments: Engine.allCases)
    func `a join can be undone, stays undone, and can be taken back`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.meet(trio)
            let x = try #require(try await shop.record(.customer, "x"))

            let parted = try await shop.database.write {
                try shop.records.separatePerson(x.id, at: Shop.noon, in: $0)
            }
            #expect(parted.count == 2)
            #expect(try await shop.people() == [["ana", "y"]])
            #expect(try await shop.record(.customer, "x")?.version == x.version + 1)

            // The platform tells it again.
            try await shop.meet(GivenCustomer(id: "x", name: "Xavier", cpf: GivenCustomer.anasCPF, at: 9))
            #expect(try await shop.people() == [["ana", "y"]])

            let united = try await shop.database.write { try shop.records.unitePerson(x.id, at: Shop.noon, in: $0) }
            #expect(united == parted)
            #expect(try await shop.people() == [["ana", "x", "y"]])
        }
    }

    @Test(arguments: Engine.allCases)
    func `pages see who is the same and who was said not to be`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.meet(trio)
            let ana = try #require(try await shop.record(.customer, "ana")?.id)
            let x = try #require(try await shop.record(.customer, "x")?.id)

            let before = try await shop.database.read {
                try shop.records.samePerson(as: x, limit: 10, seesPeople: false, in: $0)
            }
            _ = try await shop.database.write { try shop.records.separatePerson(x, at: Shop.noon, in: $0) }
            let (same, apart) = try await shop.database.read { transaction in
                (
                    try shop.records.samePerson(as: ana, limit: 10, seesPeople: true, in: transaction),
                    try shop.records.separated(from: ana, limit: 10, seesPeople: true, in: transaction)
                )
            }

            #expect(Set(before.map(\.externalID)) == ["ana", "y"])
            #expect(before.allSatisfy { $0.person == nil })
            #expect(same.map(\.externalID) == ["y"])
            #expect(apart.map(\.externalID) == ["x"])
        }
    }

    @Test func `who is alone cannot be separated, and nothing is written`() async throws {
        try await Shop.open(.sqlite) { shop in
            try await shop.meet(GivenCustomer(id: "ana"))
            let ana = try #require(try await shop.record(.customer, "ana")?.id)

            let (parted, united) = try await shop.database.write { transaction in
                (
                    try shop.records.separatePerson(ana, at: Shop.noon, in: transaction),
                    try shop.records.unitePerson(ana, at: Shop.noon, in: transaction)
                )
            }

            #expect(parted.isEmpty && united.isEmpty)
            #expect(try await shop.changes().count == 1)
        }
    }
}
