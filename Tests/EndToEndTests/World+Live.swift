import Basics
import Commerce
import ConnectorKit
import Connectors
import Hub
import Operations
import Records
import Storage
import Sync
import TestSupport
import Web

/// What tests of hearing of changes do with a world.
extension World {
    /// Runs `body` while the web server of the installation answers on loopback; it is told the address.
    func withServer<Value: Sendable>(_ body: @Sendable (String) async throws -> Value) async throws -> Value {
        var settings = WebSettings()
        settings.port = 0
        let server = WebServer(services: hub, settings: settings, logger: log.logger)
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await server.run()
                return nil
            }
            let value = try await body("http://127.0.0.1:\(try await server.port())")
            group.cancelAll()
            return value
        }
    }

    /// Runs `body` while the installation hears of the connection's changes, faster than a server would.
    func hearing<Value: Sendable>(
        _ placed: PlacedConnection, _ body: @Sendable () async throws -> Value
    ) async throws -> Value {
        var options = LiveOptions()
        options.poll = .milliseconds(20)
        options.feedPoll = .milliseconds(50)
        options.pause = .milliseconds(50)
        let run = try await hub.liveRun(placed, options: options)
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask {
                try await run.follow()
                return nil
            }
            let value = try await body()
            group.cancelAll()
            return value
        }
    }

    /// Asks again and again until it is so, for a minute at most.
    func until(_ condition: @Sendable () async throws -> Bool) async throws {
        let clock = SystemClock()
        let limit = clock.now() + .seconds(60)
        while try await !condition() {
            guard clock.now() < limit else { throw NeverSo() }
            try await clock.sleep(for: .milliseconds(20))
        }
    }

    struct NeverSo: Error {}

    func live(_ placed: PlacedConnection) async throws -> LiveStanding {
        try await hub.liveStanding(of: placed.connection.id, in: placed.organization.scope)
    }

    func order(_ externalID: String, of placed: PlacedConnection) async throws -> Order? {
        try await orders(of: placed)[externalID]?.order
    }

    /// Places orders and moves each through several states, up to `handling`.
    func moveOrders(_ count: Int) async throws -> [String] {
        var ids: [String] = []
        for _ in 0..<count {
            let id = try await store.placeOrder(status: "payment-pending")
            for status in ["payment-approved", "ready-for-handling", "handling"] {
                try await store.advance(id, to: status)
            }
            ids.append(id)
        }
        return ids
    }

    /// Whether all of them have come to `handling`, as they are stored.
    func areHandled(_ ids: [String], of placed: PlacedConnection) async throws -> Bool {
        let orders = try await orders(of: placed)
        return ids.allSatisfy { orders[$0]?.order.platformStatus == "handling" }
    }

    func changeNumbers(of placed: PlacedConnection) async throws -> [Int64] {
        try await hub.database.read {
            try ChangeLog(placed.organization.scope).changes(after: 0, limit: 100_000, in: $0).map(\.number)
        }
    }

    // MARK: The platform's side

    func feed(of placed: PlacedConnection) async throws -> any EventFeed {
        guard let feed = try eventful(placed).feed else { throw NeverSo() }
        return feed
    }

    func events(of placed: PlacedConnection) async throws -> any EventReceiver {
        guard let hooks = try eventful(placed).hooks else { throw NeverSo() }
        return hooks
    }

    private func eventful(_ placed: PlacedConnection) throws -> any EventfulStore {
        let connector = try ConnectorCatalog.connector(named: "vtex")
        let credential = try connector.normalise(pasted(store.owner))
        guard
            let found = connector.store(credential, transport: transport, clock: SystemClock()) as? any EventfulStore
        else { throw NeverSo() }
        return found
    }

    /// Sets the key's queue up as another system would.
    func setForeignFeed(_ placed: PlacedConnection) async throws {
        let key = store.owner
        let body =
            #"{"filter":{"type":"FromWorkflow","status":["handling"]},"#
            + #""queue":{"visibilityTimeoutInSeconds":60,"messageRetentionPeriodInSeconds":345600}}"#
        _ = try await transport.send(
            TransportRequest(
                method: .post, url: store.address + "/api/orders/feed/config",
                headers: [("content-type", "application/json")],
                secretHeaders: [
                    ("x-vtex-api-appkey", Secret(key.appKey)), ("x-vtex-api-apptoken", key.appToken),
                ], body: Array(body.utf8), quotaGroup: "feed"))
    }
}
