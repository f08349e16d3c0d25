import Basics
import Commerce
import ConnectorKit
import Connectors
import Hub
import Journal
import Operations
import Records
import Storage
import Sync
import TestSupport
import Testing
import Web

/// A store on loopback tells of its changes by itself, over real HTTP.
@Suite(.timeLimit(.minutes(10)))
struct LiveTests {
    @Test(arguments: Engine.allCases)
    func `a change comes by hook into the log within seconds, and nobody asked for it`(engine: Engine) async throws {
        try await withWorld(engine, orders: 20) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)
            try await world.withServer { publicURL in
                let standing = try await world.hub.startLive(placed, publicURL: publicURL, by: Actor("test"))
                try await world.hearing(placed) {
                    let id = try await world.store.placeOrder(status: "ready-for-handling")
                    try await world.until {
                        try await world.order(id, of: placed)?.platformStatus == "ready-for-handling"
                    }
                    try await world.store.advance(id, to: "handling")
                    try await world.until { try await world.order(id, of: placed)?.platformStatus == "handling" }
                }

                #expect(standing.mode == .hook)
                let after = try await world.live(placed)
                #expect(after.state?.lastHookAt != nil)
                #expect(after.waiting == 0)
                #expect(after.findings.isEmpty)
                let stopped = try await world.hub.stopLive(placed, by: Actor("test"))
                #expect(stopped.state == nil)
                #expect(try await world.events(of: placed).hook() == nil)
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `a change comes by the queue, and is acknowledged at the platform`(engine: Engine) async throws {
        try await withWorld(engine, orders: 20) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)
            let standing = try await world.hub.startLive(placed, publicURL: nil, by: Actor("test"))
            let feed = try await world.feed(of: placed)

            try await world.hearing(placed) {
                let id = try await world.store.placeOrder(status: "handling")
                try await world.until { try await world.order(id, of: placed)?.platformStatus == "handling" }
                try await world.until { try await feed.standing()?.quantity == 0 }
            }

            #expect(standing.mode == .feed)
            #expect(try await world.live(placed).state?.lastFeedAt != nil)
        }
    }

    @Test(arguments: ["event-duplicate", "event-reordered"], [LiveMode.feed, .hook])
    func `events that come twice or out of order lead to the same end`(kind: String, mode: LiveMode) async throws {
        try await withWorld(.sqlite, orders: 30) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)
            let ids = try await world.withServer { publicURL in
                _ = try await world.hub.startLive(
                    placed, publicURL: mode == .hook ? publicURL : nil, by: Actor("test"))
                try await world.store.addFault(kind, rate: 0.5, path: "/")
                return try await world.hearing(placed) {
                    let ids = try await world.moveOrders(12)
                    try await world.until { try await world.areHandled(ids, of: placed) }
                    return ids
                }
            }

            #expect(try await world.store.injectedFaults() > 5)
            for id in ids {
                #expect(try await world.order(id, of: placed)?.platformStatus == "handling", "\(id)")
            }
            let numbers = try await world.changeNumbers(of: placed)
            #expect(numbers == Array(1...Int64(numbers.count)))
        }
    }

    @Test(arguments: [0.05, 1], [LiveMode.feed, .hook])
    func `what the platform never told the sweep finds`(rate: Double, mode: LiveMode) async throws {
        try await withWorld(.sqlite, orders: 30) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)
            let ids = try await world.withServer { publicURL in
                _ = try await world.hub.startLive(
                    placed, publicURL: mode == .hook ? publicURL : nil, by: Actor("test"))
                try await world.store.addFault("event-lost", rate: rate, path: "/")
                return try await world.hearing(placed) { try await world.moveOrders(20) }
            }
            try await world.syncOnce(placed)

            #expect(try await world.store.injectedFaults() > 0)
            for id in ids {
                #expect(try await world.order(id, of: placed)?.platformStatus == "handling", "\(id)")
            }
        }
    }

    @Test func `a key without the queue's right leaves the sweep alone and says which box to tick`() async throws {
        try await withWorld(.sqlite, orders: 5) { world in
            let key = try await world.store.makeKey(["OMSViewer", "ListOrders"])
            let placed = try await world.connect(key)

            let standing = try await world.hub.startLive(placed, publicURL: nil, by: Actor("test"))

            #expect(standing.mode == .sweep)
            #expect(standing.findings.map(\.code) == ["live.right_missing"])
            #expect(standing.findings.first?.remedy?.english.contains("Feed v3 and Hook") == true)
        }
    }

    @Test func `a set-up of somebody else with the same key is replaced only with a person's yes`() async throws {
        try await withWorld(.sqlite, orders: 5) { world in
            let placed = try await world.connect()
            try await world.setForeignFeed(placed)
            let feed = try await world.feed(of: placed)

            let error = await #expect(throws: OperationsError.self) {
                try await world.hub.startLive(placed, publicURL: nil, by: Actor("test"))
            }
            let before = try await feed.standing()
            let standing = try await world.hub.startLive(
                placed, publicURL: nil, takesOver: true, by: Actor("test"))

            #expect(error?.code == "live.key_shared")
            #expect(before?.isOurs == false)
            #expect(standing.mode == .feed)
            #expect(try await feed.standing()?.isOurs == true)
        }
    }

    @Test func `whoever goes from one way to the other leaves nothing behind at the platform`() async throws {
        try await withWorld(.sqlite, orders: 5) { world in
            let placed = try await world.connect()
            try await world.syncOnce(placed)
            let (feed, hooks) = (try await world.feed(of: placed), try await world.events(of: placed))
            try await world.withServer { publicURL in
                _ = try await world.hub.startLive(placed, publicURL: publicURL, by: Actor("test"))

                _ = try await world.hub.startLive(placed, publicURL: nil, by: Actor("test"))
                let (feedThen, hookThen) = (try await feed.standing(), try await hooks.hook())
                let id = try await world.store.placeOrder(status: "handling")
                try await world.hearing(placed) {
                    try await world.until { try await world.order(id, of: placed)?.platformStatus == "handling" }
                }
                _ = try await world.hub.startLive(placed, publicURL: publicURL, by: Actor("test"))

                let feedAtLast = try await feed.standing()
                let hookAtLast = try #require(try await hooks.hook())
                let live = try await world.live(placed)
                #expect(feedThen?.isOurs == true)
                #expect(hookThen == nil)
                #expect(feedAtLast == nil)
                #expect(hookAtLast.url.hasPrefix(publicURL + "/hooks/vtex/"))
                #expect(live.findings.isEmpty)
            }
        }
    }

    @Test func `an address that does not answer turns nothing on`() async throws {
        try await withWorld(.sqlite, orders: 5) { world in
            let placed = try await world.connect()

            let error = await #expect(throws: PlatformError.self) {
                try await world.hub.startLive(placed, publicURL: "http://127.0.0.1:9", by: Actor("test"))
            }

            #expect(error?.code == "platform.refused")
            #expect(try await world.live(placed).state == nil)
        }
    }
}
