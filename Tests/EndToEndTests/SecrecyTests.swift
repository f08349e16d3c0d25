import Basics
import Commands
import Commerce
import ConnectorKit
import Foundation
import Hub
import Records
import Storage
import TestSupport
import Testing

/// The token of a store is nowhere in clear but on its way to the platform.
struct SecrecyTests {
    @Test func `a token is in no database file, log, error, export or answer`() async throws {
        try await withStore(orders: 30) { store, folder in
            let key = try await store.makeKey(["ListOrders", "OMSViewer"])
            let token = key.appToken.reveal { $0 }
            let path = folder + "/ponte.db"
            let environment = ["PONTE_APP_TOKEN": token, "PONTE_LOG_LEVEL": "trace", "USER": "test"]
            let database = ["--database", "sqlite://" + path]
            let who = ["--account", store.account, "--base-url", store.address, "--app-key", key.appKey]

            var runs = [
                await Self.run(["check"] + who, environment),
                await Self.run(["sync", "--once", "--json"] + who + database, environment),
                await Self.run(["export", "orders", "--with-person"] + database, environment),
                await Self.run(["connection", "list", "--json"] + database, environment),
                await Self.run(["audit", "list", "--json"] + database, environment),
            ]
            try await store.setActive(false, key)
            runs.append(await Self.run(["sync", "--once"] + who + database, environment))

            let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != "sandbox.json" }
            #expect(runs.map(\.status) == [1, 0, 0, 0, 0, 1])
            #expect(files.contains("ponte.db"))
            for run in runs {
                #expect(!run.output.contains(token))
                #expect(!run.errors.contains(token))
            }
            for file in files {
                let bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file))
                #expect(bytes.range(of: Data(token.utf8)) == nil, "the token is in \(file)")
            }
        }
    }

    @Test func `what the rooms log at every level names no token and no shopper`() async throws {
        try await withWorld(.sqlite, orders: 40) { world in
            let placed = try await world.connect()
            try await world.store.addFault("500", rate: 0.3)
            try await world.syncOnce(placed)

            let log = world.log.text
            let token = world.store.owner.appToken.reveal { $0 }
            let people = try await world.orders(of: placed).values.compactMap(\.order.person)
            #expect(!log.isEmpty)
            #expect(!log.contains(token))
            #expect(people.count == 40)
            for person in people {
                for text in [person.document, person.email, person.lastName].compactMap(\.self) where text.count > 3 {
                    #expect(!log.contains(text))
                }
            }
        }
    }

    private static func run(
        _ arguments: [String], _ environment: [String: String]
    ) async -> (status: Int32, output: String, errors: String) {
        let output = MemorySink()
        let errors = MemorySink()
        let status = await Program(
            arguments: arguments, environment: environment, screen: .recording(output: output, errors: errors)
        ).run()
        return (status, output.text, errors.text)
    }
}
