import AsyncHTTPClient
import Basics
import Commerce
import ConnectorKit
import Hub
import Journal
import Logging
import Operations
import Records
import Sandbox
import Storage
import Sync
import TestSupport

/// A store on loopback and an installation beside it, put together as the program does.
struct World: Sendable {
    let hub: Services
    let configuration: HubConfiguration
    let transport: any Transport
    let store: StoreControl
    /// What the log said, every level.
    let log: LogKeeper

    /// The store's credential as a person would paste it.
    func pasted(_ key: StoreControl.Key) -> PastedCredential {
        PastedCredential(account: store.account, baseURL: store.address, key: key.appKey, token: key.appToken)
    }

    func connect(_ key: StoreControl.Key? = nil, organization: String = "Loja") async throws -> PlacedConnection {
        try await hub.ensureConnection(
            Services.WantedStore(
                platform: "vtex", pasted: pasted(key ?? store.owner), organization: organization),
            by: Actor("cli:test"))
    }

    @discardableResult
    func syncOnce(_ placed: PlacedConnection) async throws -> StreamReport {
        try await hub.syncRun(placed, stream: .orders).runUntilComplete()
    }

    /// All stored orders by their platform's id.
    func orders(of placed: PlacedConnection) async throws -> [String: StoredOrder] {
        var orders: [String: StoredOrder] = [:]
        try await hub.exportOrders(of: placed.organization, connection: placed.connection.id) { page in
            for stored in page { orders[stored.order.externalID] = stored }
        }
        return orders
    }
}

extension HubConfiguration {
    /// Fast enough for tests: no pace of ours, short pauses, small batches.
    static func testing(_ url: DatabaseURL, folder: String) -> HubConfiguration {
        var configuration = HubConfiguration()
        configuration.database = url
        configuration.masterKeyFile = folder + "/master.key"
        configuration.quotaPerMinute = 0
        configuration.sync.batchSize = 50
        configuration.sync.poll = .milliseconds(20)
        configuration.sync.retry.base = .milliseconds(2)
        configuration.sync.retry.limit = .milliseconds(40)
        configuration.sync.retry.throttlePause = .milliseconds(20)
        return configuration
    }
}

/// Runs `body` in a world of its own, which is gone afterwards.
func withWorld<Value: Sendable>(
    _ engine: Engine, orders: Int, seed: UInt64 = 7, _ body: @Sendable (World) async throws -> Value
) async throws -> Value {
    try await withStore(orders: orders, seed: seed) { store, folder in
        try await withInstallation(engine, store: store, folder: folder) { try await body($0) }
    }
}

/// A store alone; installations may come and go beside it.
func withStore<Value: Sendable>(
    orders: Int, seed: UInt64 = 7, _ body: @Sendable (StoreControl, String) async throws -> Value
) async throws -> Value {
    try await withTemporaryFolder { folder in
        let credentials = folder + "/sandbox.json"
        let server = try SandboxServer(
            configuration: SandboxConfiguration(
                seed: seed, orders: orders, limits: false, credentialsFile: credentials),
            clock: SystemClock(), logger: .silent)
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await server.run()
                return nil
            }
            _ = try await server.port()
            let store = try StoreControl(credentialsFile: credentials)
            let value = try await body(store, folder)
            group.cancelAll()
            return value
        }
    }
}

/// An installation with a fresh database beside a store.
func withInstallation<Value: Sendable>(
    _ engine: Engine, store: StoreControl, folder: String, _ body: @Sendable (World) async throws -> Value
) async throws -> Value {
    try await withDatabaseURL(engine) { url in
        let transport = HTTPTransport(version: "test")
        let log = LogKeeper()
        let configuration = HubConfiguration.testing(url, folder: folder)
        let hub = try await Services.open(
            configuration, transport: transport, clock: SystemClock(), logger: log.logger)
        do {
            let value = try await body(
                World(hub: hub, configuration: configuration, transport: transport, store: store, log: log))
            await hub.close()
            try await transport.shutDown()
            return value
        } catch {
            await hub.close()
            try? await transport.shutDown()
            throw error
        }
    }
}
