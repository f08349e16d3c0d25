import Storage
import TestSupport
import Testing

/// Accent-blind search on an ordinary index.
@Suite struct SearchTermsTests {
    static let schema: [Migration] = [
        Migration(
            1, "terms",
            [
                """
                CREATE TABLE terms (
                    organization_id \(type: .key) NOT NULL,
                    term \(type: .key) NOT NULL,
                    record_id \(type: .key) NOT NULL,
                    PRIMARY KEY (organization_id, term, record_id)
                )
                """
            ])
    ]

    @Test(arguments: [
        ("São João, nº 12", ["sao", "joao", "no", "12"]),
        ("SAO JOAO no 12", ["sao", "joao", "no", "12"]),
        ("Señor Muñoz Ñandú", ["senor", "munoz", "nandu"]),
        ("Conceição-conceicao CONCEIÇÃO", ["conceicao"]),
        ("v123-01 (v123)", ["v123", "01"]),
        ("Łódź Straße Ærø ﬁnal １２", ["lodz", "strasse", "aero", "final", "12"]),
        ("日本 東京", ["日本", "東京"]),
        (" —…!? ", []),
    ])
    func `a text is cut into plain terms`(_ text: String, _ terms: [String]) {
        #expect(SearchTerms.terms(of: [text]) == terms)
    }

    @Test func `a composed and a decomposed letter are the same`() {
        #expect(SearchTerms.terms(of: ["ação"]) == SearchTerms.terms(of: ["ac\u{327}a\u{303}o"]))
    }

    @Test func `terms are bounded in length and number`() {
        let words = (0..<100).map { "word\($0)" }.joined(separator: " ")

        #expect(SearchTerms.terms(of: [words]).count == 64)
        #expect(SearchTerms.terms(of: [String(repeating: "x", count: 500)]) == [String(repeating: "x", count: 32)])
    }

    @Test(arguments: Engine.allCases)
    func `a prefix finds its terms by the index and nobody else's`(_ engine: Engine) async throws {
        try await withDatabase(engine, migrations: Self.schema) { database in
            var rows = BulkRows(columns: [
                BulkColumn("organization_id", .key), BulkColumn("term", .key), BulkColumn("record_id", .key),
            ])
            for number in 0..<5_000 {
                rows.append(.text("org_1"), .text("term\(number)"), .text("r\(number)"))
            }
            for (record, name) in [("maria", "Mária Conceição"), ("mario", "MÁRIO Gonçalves"), ("marz", "Marž Zé")] {
                for term in SearchTerms.terms(of: [name]) { rows.append(.text("org_1"), .text(term), .text(record)) }
            }
            rows.append(.text("org_2"), .text("maria"), .text("stranger"))
            let sent = rows
            try await database.write { try $0.insert(sent, into: "terms", onConflict: .fail) }
            try await database.write { try $0.execute("ANALYZE terms") }
            let prefix = try #require(SearchTerms.prefixes(of: "MARÍ").first)
            let query: SQL = """
                SELECT record_id FROM terms WHERE organization_id = \("org_1") AND \(prefix.matches("term"))
                ORDER BY record_id
                """

            let found = try await database.read { try $0.all(query) { try $0.text(0) } }
            let plan = try await database.read { transaction in
                switch transaction.engine {
                case .sqlite: try transaction.all("EXPLAIN QUERY PLAN \(query)") { try $0.text(3) }
                case .postgres: try transaction.all("EXPLAIN \(query)") { try $0.text(0) }
                }
            }.joined(separator: "\n")

            #expect(found == ["maria", "mario"])
            switch engine {
            case .sqlite:
                #expect(plan.contains("USING COVERING INDEX"))
                #expect(plan.contains("(organization_id=? AND term>? AND term<?)"))
            case .postgres:
                #expect(
                    plan.contains("Index Only Scan using terms_pkey") || plan.contains("Index Scan using terms_pkey"))
                #expect(plan.contains("Index Cond: ((organization_id = "))
                #expect(plan.contains("(term >= ") && plan.contains("(term < "))
            }
        }
    }
}
