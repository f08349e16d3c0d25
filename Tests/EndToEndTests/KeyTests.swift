import Basics
import ConnectorKit
import Foundation
import Hub
import Journal
import Operations
import Records
import Secrets
import Storage
import Sync
import TestSupport
import Testing

struct KeyTests {
    @Test(
        arguments: [
            ("article-000-ra-trustvox", nil, ["orders.list", "orders.feed"]),
            ("article-000-ra-trustvox", "article-000-ra-trustvox", ["orders.list", "orders.feed"]),
            ("article-002-growlat", nil, []),
            ("article-004-mais-fidelidade", nil, []),
        ] as [(String, String?, [String])])
    func `an article's key lacks what the article forgot`(
        _ label: String, _ recipe: String?, _ missing: [String]
    ) async throws {
        try await withWorld(.sqlite, orders: 3) { world in
            let key = try world.store.key(label)

            let checked = try await world.hub.platforms.check(world.pasted(key), platform: "vtex", recipe: recipe)

            #expect(checked.matrix.standing == .accepted)
            #expect(checked.matrix.missing.map(\.capability.name) == missing)
            #expect(checked.matrix.isSufficient == missing.isEmpty)
        }
    }

    @Test func `a key with the three boxes that Ponte uses is sufficient and has no excess`() async throws {
        try await withWorld(.sqlite, orders: 3) { world in
            let key = try await world.store.makeKey(["ListOrders", "OMSViewer", "FeedHookV3Viewer"])

            let checked = try await world.hub.platforms.check(world.pasted(key), platform: "vtex", recipe: nil)

            #expect(checked.matrix.isSufficient)
            #expect(!checked.matrix.excess.map(\.capability.name).contains("customers.read"))
        }
    }

    @Test(arguments: Engine.allCases)
    func `a key that dies in mid-run stops the connection, and a new one carries on`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 150) { world in
            let key = try await world.store.makeKey(["ListOrders", "OMSViewer"])
            let placed = try await world.connect(key)
            let run = try await world.hub.syncRun(placed, stream: .orders)
            let error = await #expect(throws: PlatformError.self) {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { _ = try await run.runUntilComplete() }
                    for await progress in run.progress where progress.done > 0 {
                        try await world.store.setActive(false, key)
                        break
                    }
                    try await group.waitForAll()
                }
            }
            let stored = try await world.orders(of: placed).count
            let stopped = try #require(try await world.hub.connections().first).connection

            let fresh = try await world.store.makeKey(["ListOrders", "OMSViewer"])
            try await world.hub.replaceCredential(
                of: placed, key: fresh.appKey, token: fresh.appToken, by: Actor("cli:test"))
            let again = try #require(try await world.hub.connections().first)
            try await world.syncOnce(again)

            #expect(error?.kind == .unauthorised)
            #expect((1..<150).contains(stored))
            guard case .needsAttention(let code, let reason, _) = stopped.state else {
                Issue.record("the connection was not stopped")
                return
            }
            #expect(code == "platform.unauthorised")
            #expect(!reason[.portuguese].isEmpty)
            #expect(again.connection.state == .active)
            #expect(try await world.orders(of: again).count == 150)
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was done to a connection is in a whole audit chain`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 3) { world in
            let placed = try await world.connect()
            try await world.hub.setState(.paused, of: placed, by: Actor("cli:test"))
            try await world.hub.setState(.active, of: placed, by: Actor("cli:test"))

            let verdict = try await world.hub.verifyAudit(of: placed.organization, against: nil)
            let entries = try await world.hub.auditEntries(of: placed.organization, after: 0, limit: 100)

            #expect(verdict.isWhole)
            #expect(entries.map(\.number) == Array(1...Int64(entries.count)))
            #expect(entries.suffix(3).map(\.subject) == Array(repeating: placed.connection.id.text, count: 3))
        }
    }

    @Test(arguments: Engine.allCases)
    func `the master key changes and the credential still opens`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 10) { world in
            let placed = try await world.connect()

            let rotation = try await world.hub.rotateMasterKey(world.configuration)

            let reopened = try await Services.open(
                world.configuration, transport: world.transport, clock: world.hub.clock, logger: .silent)
            let report = try await reopened.syncRun(placed, stream: .orders).runUntilComplete()
            await reopened.close()
            #expect(rotation.rewrapped == 1)
            #expect(report.created == 10)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a master key that is lost for good is given up, and credentials are entered again`(
        _ engine: Engine
    ) async throws {
        try await withWorld(engine, orders: 10) { world in
            let placed = try await world.connect()
            let configuration = world.configuration
            try FileManager.default.removeItem(atPath: try #require(configuration.masterKeyFile))
            let open: @Sendable () async throws -> Services = {
                try await Services.open(
                    configuration, transport: world.transport, clock: world.hub.clock, logger: .silent)
            }
            let error = await #expect(throws: SecretsError.self) { _ = try await open() }

            let count = try await Services.abandonLostCredentials(
                configuration, by: Actor("cli:test"), clock: world.hub.clock, logger: .silent)

            let after = World(
                hub: try await open(), configuration: configuration, transport: world.transport, store: world.store,
                log: world.log)
            let stopped = try #require(try await after.hub.connections().first).connection
            let again = try await after.connect()
            let report = try await after.syncOnce(again)
            let verdict = try await after.hub.verifyAudit(of: placed.organization, against: nil)
            await after.hub.close()
            #expect(error?.code == "secrets.master_key_missing")
            #expect(count == 1)
            guard case .needsAttention(let code, _, _) = stopped.state else {
                Issue.record("the connection was not stopped")
                return
            }
            #expect(code == "secrets.secret_missing")
            #expect(again.connection.id == placed.connection.id)
            #expect(report.created == 10)
            #expect(verdict.isWhole)
        }
    }
}
