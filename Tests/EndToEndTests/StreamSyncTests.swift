import Basics
import Commerce
import ConnectorKit
import Hub
import Operations
import Records
import Storage
import Sync
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(20)))
struct StreamSyncTests {
    @Test(arguments: Engine.allCases)
    func `every stream of a store comes in whole, and a second run changes nothing`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 60) { world in
            let placed = try await world.connect()
            let streams = world.hub.streams(of: placed.connection).filter { $0 != .orders }
            for stream in streams {
                let report = try await world.hub.syncRun(placed, stream: stream).runUntilComplete()
                #expect(report.refusal == nil, "\(stream)")
                #expect(report.parked == 0, "\(stream)")
            }
            let before = try await world.changes(of: placed)
            let counts = try await world.counts(of: placed)
            for stream in streams {
                let report = try await world.hub.syncRun(placed, stream: stream).runUntilComplete()
                #expect(report.created + report.changed + report.deleted == 0, "\(stream)")
            }

            #expect(streams == [.customers, .addresses, .catalogue, .prices, .stock, .promotions])
            #expect(try await world.changes(of: placed) == before)
            #expect(before.map(\.number) == Array(1...Int64(before.count)))
            // One of the forty customers registered twice, and two of one family share a telephone.
            #expect(before.filter { $0.cause == .merge }.count == 1)
            #expect(before.count == counts.values.reduce(1, +))
            for kind in [RecordKind.customer, .address, .category, .product, .sku, .price, .stock] {
                #expect(counts[kind, default: 0] > 0, "\(kind)")
            }
            for standing in try await world.hub.standings(of: placed) where standing.stream != .orders {
                #expect(standing.state?.backfillDoneAt != nil, "\(standing.stream)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a platform that fails now and then leaves no trace`(_ engine: Engine) async throws {
        try await withWorld(engine, orders: 40) { world in
            let calm = try await world.connect(organization: "Calma")
            let rough = try await world.connect(organization: "Brava")
            _ = try await world.hub.syncRun(calm, stream: .customers).runUntilComplete()
            try await world.store.addFault("500", rate: 0.2, path: "/api/dataentities")

            _ = try await world.hub.syncRun(rough, stream: .customers).runUntilComplete()

            #expect(try await world.counts(of: rough) == world.counts(of: calm))
            #expect(try await world.changes(of: rough).count == world.changes(of: calm).count)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a right that the key lacks stops its stream, says why, and leaves the orders alone`(
        _ engine: Engine
    ) async throws {
        try await withWorld(engine, orders: 20) { world in
            let key = try await world.store.makeKey(["ListOrders", "OMSViewer", "FeedHookV3Viewer"])
            let placed = try await world.connect(key)

            let refused = try await world.hub.syncRun(placed, stream: .customers).runUntilComplete()
            let orders = try await world.syncOnce(placed)

            #expect(refused.refusal?.code == "platform.forbidden")
            #expect(refused.created == 0)
            #expect(orders.created == 20)
            let standing = try await world.hub.standing(of: placed, stream: .customers)
            #expect(standing.state?.refusal?.remedy != nil)
            let health = try await world.hub.health(of: placed.connection.id, in: placed.organization.scope)
            #expect(health?.connection.state == .active)
        }
    }
}

extension World {
    /// All changes of the organization's log.
    fileprivate func changes(of placed: PlacedConnection) async throws -> [Change] {
        try await hub.database.read {
            try ChangeLog(placed.organization.scope).changes(after: 0, limit: 100_000, in: $0)
        }
    }

    fileprivate func counts(of placed: PlacedConnection) async throws -> [RecordKind: Int] {
        try await hub.database.read {
            try RecordStore(placed.organization.scope).counts(of: placed.connection.id, in: $0)
        }
    }
}
