import Basics
import Commerce
import Records
import Storage
import TestSupport
import Testing

struct PersonJoinTests {
    @Test(arguments: Engine.allCases)
    func `customers of two stores with one CPF are one person, with a change that says by what`(
        engine: Engine
    ) async throws {
        try await Shop.openPair(engine) { shop, other in
            try await shop.meet(
                GivenCustomer(id: "ana", name: "Ana", cpf: GivenCustomer.anasCPF, email: "ana@a.example"))

            try await other.meet(
                GivenCustomer(id: "a-maria", name: "A. Maria", cpf: "52998224725", email: "m@b.example", at: 5))

            let first = try #require(try await shop.record(.customer, "ana"))
            let second = try #require(try await other.record(.customer, "a-maria"))
            let change = try #require(try await shop.changes().last)
            #expect(second.membership == PersonMembership(person: first.id, joinedBy: [.document]))
            #expect(first.membership == PersonMembership(person: first.id, joinedBy: [.document]))
            #expect(first.version == 1 && second.version == 2)
            #expect(!String(decoding: first.json, as: UTF8.self).contains("joinedBy"))
            #expect(change.recordKind == "customer" && change.recordID == second.id.text && change.version == 2)
            #expect(change.cause == .merge && change.connectionID == other.connection)
            #expect(
                change.facts == [
                    Change.Fact(field: "personId", from: second.id.text, to: first.id.text),
                    Change.Fact(field: "joinedBy", from: nil, to: "document"),
                ])
            #expect(
                String(decoding: second.json, as: UTF8.self)
                    .contains(#""personId":"\#(first.id.text)","joinedBy":["document"]"#))
        }
    }

    @Test(arguments: Engine.allCases)
    func `an e-mail or a telephone joins where nothing contradicts`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.meet(
                GivenCustomer(id: "ana", name: "Ana", cpf: GivenCustomer.anasCPF, email: "casa@a.example"),
                GivenCustomer(id: "ana-too", name: "Ana Maria", email: "Casa@A.example", birth: "1990-01-02"),
                // The same telephone, and nothing that says otherwise.
                GivenCustomer(id: "zoe", name: "Zoe", phone: "+5511987654321"),
                GivenCustomer(id: "zoe-too", phone: "(11) 98765-4321"))

            #expect(try await shop.people() == [["ana", "ana-too"], ["zoe", "zoe-too"]])
            #expect(try await shop.record(.customer, "zoe-too")?.membership?.joinedBy == [.phone])
        }
    }

    @Test(
        arguments: [
            ("another CPF", GivenCustomer(id: "x", cpf: GivenCustomer.biasCPF)),
            ("another name", GivenCustomer(id: "x", name: "Bia")),
            ("another birth", GivenCustomer(id: "x", birth: "1991-01-02")),
        ])
    func `a family's e-mail and telephone join nobody who differs`(_ what: String, _ relative: GivenCustomer)
        async throws
    {
        try await Shop.open(.sqlite) { shop in
            var relative = relative
            relative.email = "casa@a.example"
            relative.phone = "+5511987654321"
            try await shop.meet(
                GivenCustomer(
                    id: "ana", name: "Ana", cpf: GivenCustomer.anasCPF, email: "casa@a.example",
                    phone: "+5511987654321", birth: "1990-01-02"),
                relative)

            #expect(try await shop.people().isEmpty, "\(what)")
        }
    }

    @Test(arguments: Engine.allCases)
    func `who may be either of two is neither`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.meet(
                GivenCustomer(id: "ana", name: "Ana", phone: "+5511987654321"),
                GivenCustomer(id: "bia", name: "Bia", phone: "+5511987654321"))

            try await shop.meet(GivenCustomer(id: "nobody", phone: "+5511987654321"))
            #expect(try await shop.people().isEmpty)

            // Once the unknown one has a name, it is clear.
            try await shop.meet(GivenCustomer(id: "nobody", name: "Bia", phone: "+5511987654321", at: 9))
            #expect(try await shop.people() == [["bia", "nobody"]])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an alias of the platform joins nobody`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            var customers = try ["a", "b"].map { id in
                var customer = Customer(externalID: id)
                customer.person.email = "x1@ct.example"
                customer.person.emailIsMasked = true
                return try PreparedRecord(
                    RecordDocument(customer), payload: Array(id.utf8), contentHash: Array(id.utf8),
                    fetchedAt: Shop.noon, mapperVersion: 1)
            }
            customers.reverse()
            let arriving = customers

            _ = try await shop.database.write {
                try shop.records.apply(arriving, to: shop.connection, at: Shop.noon, in: $0)
            }

            #expect(try await shop.people().isEmpty)
        }
    }

    /// Four customers in every order, together and one by one.
    @Test(arguments: Engine.allCases)
    func `the end is the same in whatever order customers come in`(engine: Engine) async throws {
        let customers = [
            GivenCustomer(id: "a", name: "Ana", cpf: GivenCustomer.anasCPF, phone: "+5511987654321"),
            GivenCustomer(id: "b", email: "ana@a.example", phone: "+5511987654321"),
            GivenCustomer(id: "c", name: "Ana", email: "ana@a.example"),
            GivenCustomer(id: "d", name: "Davi", cpf: GivenCustomer.biasCPF, phone: "+5511987654322"),
        ]
        for order in permutations(of: customers) {
            try await Shop.open(engine) { shop in
                for customer in order { try await shop.meet(customer) }

                #expect(try await shop.people() == [["a", "b", "c"]], "\(order.map(\.id))")
                let numbers = try await shop.changes().map(\.number)
                #expect(numbers == Array(1...Int64(numbers.count)))
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `who changes leaves one person and joins another`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.meet(
                GivenCustomer(id: "ana", email: "ana@a.example"), GivenCustomer(id: "bia", email: "bia@a.example"),
                GivenCustomer(id: "x", email: "ana@a.example"))
            #expect(try await shop.people() == [["ana", "x"]])

            try await shop.meet(GivenCustomer(id: "x", email: "bia@a.example", at: 5))

            let bia = try #require(try await shop.record(.customer, "bia"))
            let moved = try #require(try await shop.changes().last)
            #expect(try await shop.people() == [["bia", "x"]])
            #expect(moved.cause == .merge && moved.facts.first?.to == bia.id.text)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a person who is erased is nobody's double any more`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            try await shop.meet(
                GivenCustomer(id: "ana", cpf: GivenCustomer.anasCPF), GivenCustomer(id: "x", cpf: GivenCustomer.anasCPF)
            )
            let id = try #require(try await shop.record(.customer, "x")?.id)

            _ = try await shop.database.write { try shop.records.erasePerson(of: id, at: Shop.noon, in: $0) }

            let changes = try await shop.changes().suffix(2)
            #expect(try await shop.people().isEmpty)
            #expect(try await shop.integer("SELECT COUNT(*) FROM identity_keys WHERE record_id = \(id)") == 0)
            #expect(changes.map(\.cause) == [.erase, .merge])
            #expect(changes.last?.facts.last == Change.Fact(field: "joinedBy", from: "document", to: nil))
        }
    }

    @Test(arguments: Engine.allCases)
    func `what more than twenty share joins nobody, and does once it is theirs alone`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let counter = (1...21).map { GivenCustomer(id: String($0 + 100), phone: "+5511987654321") }
            try await shop.meet(Array(counter.prefix(20)))
            #expect(try await shop.people().map(\.count) == [20])

            try await shop.meet(counter[20])
            #expect(try await shop.people().isEmpty)

            try await shop.meet(GivenCustomer(id: "101", phone: "+5511987654329", at: 5))
            #expect(try await shop.people().map(\.count) == [20])
        }
    }

    @Test(arguments: Engine.allCases)
    func `customers from before there were keys are joined while Ponte serves`(engine: Engine) async throws {
        try await Shop.openPair(engine) { shop, other in
            try await shop.meet(GivenCustomer(id: "ana", cpf: GivenCustomer.anasCPF), GivenCustomer(id: "bia"))
            try await other.meet(GivenCustomer(id: "x", cpf: GivenCustomer.anasCPF))
            let joined = try await shop.people()
            try await shop.database.write { transaction in
                try transaction.execute("DELETE FROM identity_keys")
                try transaction.execute("DELETE FROM person_members")
                try transaction.execute(
                    "INSERT INTO person_fillings (organization_id, position) VALUES (\(shop.scope.organizationID), '')")
            }

            while try await shop.database.write({ try PersonFilling().step(at: Shop.noon, limit: 1, in: $0) }) {}

            #expect(joined == [["ana", "x"]])
            #expect(try await shop.people() == joined)
        }
    }

    @Test func `joining walks nobody else`() async throws {
        try await Shop.open(.sqlite) { shop in
            try await shop.meet(GivenCustomer(id: "ana", cpf: GivenCustomer.anasCPF, email: "ana@a.example"))
            let again = try [
                GivenCustomer(id: "ana", cpf: GivenCustomer.anasCPF, email: "a@a.example", at: 5),
                GivenCustomer(id: "x", cpf: GivenCustomer.anasCPF),
            ].map { try $0.prepared }

            let steps = try await shop.database.write { transaction in
                let plans = PlannedTransaction.Plans()
                _ = try shop.records.apply(
                    again, to: shop.connection, at: Shop.noon,
                    in: PlannedTransaction(inner: transaction, plans: plans))
                return plans.steps
            }

            let keys = steps.filter {
                $0.contains("identity_keys") || $0.hasPrefix("SEARCH o ") || $0.hasPrefix("SEARCH c ")
            }
            let people = steps.filter { $0.contains("person_") }
            #expect(!keys.isEmpty && !people.isEmpty)
            #expect(
                keys.allSatisfy { $0.contains("record_id=?") || $0.contains("kind=? AND value=?") }, "\(keys)")
            #expect(people.allSatisfy { $0.contains("record_id=?") }, "\(people)")
            #expect(!steps.contains { $0.hasPrefix("SCAN identity") || $0.hasPrefix("SCAN person") }, "\(steps)")
        }
    }
}
