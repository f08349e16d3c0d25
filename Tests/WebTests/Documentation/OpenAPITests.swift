import Basics
import Commerce
import Foundation
import HTTPTypes
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

struct OpenAPITests {
    @Test
    func `every route of the API is in the description, and nothing else`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let document = try await world.ask(.get, "/api/v1/openapi.json", key: nil)
            let paths = try #require(document.json["paths"] as? [String: [String: Any]])

            let described = Set(paths.flatMap { path, methods in methods.keys.map { "\($0) \(path)" } })
            let served = Set(
                world.routes.filter { $0.face == .api && !$0.pattern.text.hasSuffix(".json") }.map {
                    "\($0.method.rawValue.lowercased()) \($0.pattern.text)"
                })
            let ids = paths.values.flatMap {
                $0.values.compactMap { ($0 as? [String: Any])?["operationId"] as? String }
            }

            #expect(described == served)
            #expect(Set(ids).count == served.count)
            for path in paths.keys {
                for name in path.split(separator: "{").dropFirst().map({ $0.prefix { $0 != "}" } }) {
                    #expect(document.text.contains("\"name\":\"\(name)\",\"in\":\"path\""))
                }
            }
        }
    }

    @Test
    func `every schema that is named is there`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let text = try await world.ask(.get, "/api/v1/openapi.json", key: nil).text
            let named = Set(
                text.matches(of: /#\/components\/schemas\/(\w+)/).map { String($0.output.1) })
            let defined = Set(SharedSchemas.names)

            #expect(named.isSubset(of: defined))
            #expect(named.union(["Money"]) == defined)
        }
    }

    @Test
    func `the copy in docs is the one that is served`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let served = try await world.ask(.get, "/api/v1/openapi.json", key: nil).text
            let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/openapi.json")
            if ProcessInfo.processInfo.environment["PONTE_WRITE_DOCS"] != nil {
                try Data((served + "\n").utf8).write(to: file)
            }

            let kept = try String(contentsOf: file, encoding: .utf8)

            #expect(kept == served + "\n")
        }
    }

    @Test
    func `the readable page names every operation and every code`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let page = try await world.ask(.get, "/api/docs", key: nil)

            for route in world.routes {
                guard let operation = route.operation else { continue }
                #expect(page.text.contains("id=\"\(operation.id)\""))
            }
            for problem in ProblemCodes.common { #expect(page.text.contains("<code>\(problem.code)</code>")) }
            #expect(!page.text.contains("<script"))
            #expect(!page.text.contains("style=\""))
        }
    }

    @Test
    func `the readable page speaks the reader's language, with no sentence left in another`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            var shared: Set<String>?
            for tag in ["pt-BR", "es", "en"] {
                let page = try await world.ask(.get, "/api/docs", key: nil, headers: ["Accept-Language": tag]).text
                let texts = page.matches(of: #/<(?:title|h1|h2|p|td|th scope="col")>([^<]+)</#)
                    .map { String($0.output.1) }.filter { $0.contains(where: \.isLetter) }

                #expect(page.contains("<html lang=\"\(tag)\">"))
                #expect(texts.count > 50)
                shared = shared?.intersection(texts) ?? Set(texts)
            }

            #expect(shared?.sorted() == [])
        }
    }

    @Test
    func `a word in each language is where it belongs`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            let words = ["pt": "Só pedidos desta conexão.", "es": "Solo pedidos de esta conexión."]
            for (tag, text) in words {
                let page = try await world.ask(.get, "/api/docs", key: nil, headers: ["Accept-Language": tag]).text

                for (other, word) in words { #expect(page.contains(word) == (other == tag), "\(text)") }
            }
        }
    }
}
