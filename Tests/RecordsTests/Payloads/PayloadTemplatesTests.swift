import Basics
import Records
import Storage
import TestSupport
import Testing

struct PayloadTemplatesTests {
    /// What no compressor makes smaller by itself.
    private static func noise(_ size: Int, seed: UInt64) -> [UInt8] {
        var random = SeededGenerator(seed: seed)
        return (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
    }

    @Test(arguments: Engine.allCases)
    func `a payload that resembles its template is small and comes back byte for byte`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let text = Self.noise(6000, seed: 1)
            let template = try await keep(text, in: shop)
            var incoming = Answer().incoming
            incoming.payload = Array("before".utf8) + text + Array("after".utf8)

            try await shop.apply([incoming], template: template)

            let size = try #require(try await shop.integer("SELECT LENGTH(body) FROM order_payloads"))
            #expect(size < 200)
            #expect(try await shop.history("1001-01").map(\.bytes) == [incoming.payload])
        }
    }

    @Test(arguments: Engine.allCases) func `a text is kept once`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            _ = try await keep(Self.noise(100, seed: 1), in: shop)
            _ = try await keep(Self.noise(100, seed: 2), in: shop)

            _ = try await keep(Self.noise(100, seed: 1), in: shop)

            #expect(try await shop.integer("SELECT COUNT(*) FROM payload_templates") == 2)
        }
    }

    @Test(arguments: Engine.allCases)
    func `payloads of an older template, and of none, stay readable`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            let old = try await keep(Self.noise(500, seed: 1), in: shop)
            let new = try await keep(Self.noise(500, seed: 2), in: shop)
            let answers = (0..<3).map { Answer(changed: $0, fetched: $0, content: "state \($0)") }

            for (answer, template) in zip(answers, [nil, old, new]) {
                try await shop.apply([answer.incoming], template: template)
            }

            #expect(try await shop.history("1001-01").map(\.bytes) == answers.map(\.payload))
        }
    }

    @Test(arguments: Engine.allCases) func `a template that was never kept is not found`(engine: Engine) async throws {
        try await Shop.open(engine) { shop in
            _ = try await keep(Self.noise(100, seed: 1), in: shop)

            let found = try await shop.database.read { transaction in
                try PayloadTemplates(shop.scope).find(Self.noise(100, seed: 2), in: transaction) != nil
            }

            #expect(!found)
        }
    }

    private func keep(_ text: [UInt8], in shop: Shop) async throws -> PayloadTemplate {
        try #require(
            try await shop.database.write { try PayloadTemplates(shop.scope).keep(text, in: $0) })
    }
}
