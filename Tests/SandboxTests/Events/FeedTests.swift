import Basics
import NIOHTTP1
import Sandbox
import TestSupport
import Testing

@Suite struct FeedTests {
    private let feed = "/api/orders/feed"

    /// An event as the feed hands it out.
    private struct Event: Hashable {
        let order: String
        let state: String
        let lastState: String
        let handle: String
    }

    private func configure(
        _ client: SandboxClient, _ key: TestKey, filter: String = #"{"type":"FromWorkflow","status":["handling"]}"#,
        visibility: Int = 60, retention: Int = 345_600
    ) async throws -> Int {
        try await client.call(
            .POST, feed + "/config", key,
            """
            {"filter":\(filter),"queue":{"visibilityTimeoutInSeconds":\(visibility),
            "MessageRetentionPeriodInSeconds":\(retention)}}
            """
        ).status
    }

    private func read(_ client: SandboxClient, _ key: TestKey, most: Int = 10) async throws -> [Event] {
        var events: [Event] = []
        try await client.get(feed + "?maxlot=\(most)", key).json.root.forEachElement { event in
            events.append(
                Event(
                    order: try event.string("orderId"), state: try event.string("state"),
                    lastState: try event.string("lastState"), handle: try event.string("handle")))
        }
        return events
    }

    private func commit(_ client: SandboxClient, _ key: TestKey, _ events: [Event]) async throws -> Int {
        let handles = events.map { "\"\($0.handle)\"" }.joined(separator: ",")
        return try await client.call(.POST, feed, key, #"{"handles":[\#(handles)]}"#).status
    }

    /// A new order that goes on to handling.
    private func handledOrder(_ client: SandboxClient) async throws -> String {
        let id = try await client.order("ready-for-handling")
        _ = try await client.control(.POST, "/orders/\(id)/advance")
        return id
    }

    @Test func `what is read and not committed comes back with another handle, what is committed does not`()
        async throws
    {
        try await withSandbox { client in
            let key = try await client.key(["FeedHookV3Viewer"])
            _ = try await configure(client, key)
            let ids = [try await handledOrder(client), try await handledOrder(client)]

            let first = try await read(client, key)
            let hidden = try await read(client, key)
            let committed = try await commit(client, key, Array(first.prefix(1)))
            try await client.advanceClock(seconds: 60)
            let again = try await read(client, key)
            // The first delivery's handle is worth nothing any more.
            _ = try await commit(client, key, Array(first.suffix(1)))
            try await client.advanceClock(seconds: 60)
            let third = try await read(client, key)

            #expect(first.map(\.order) == ids)
            #expect(first.map(\.state) == ["handling", "handling"])
            #expect(first.map(\.lastState) == ["ready-for-handling", "ready-for-handling"])
            #expect(hidden.isEmpty)
            #expect(committed == 200)
            #expect(again.map(\.order) == [ids[1]])
            #expect(again.first?.handle != first.last?.handle)
            #expect(third.map(\.order) == [ids[1]])
        }
    }

    @Test func `a key has one feed of its own`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["FeedHookV3Admin"])
            let other = try await client.key(["FeedHookV3Admin"])
            _ = try await configure(client, key)
            let id = try await handledOrder(client)
            _ = try await configure(client, key, filter: #"{"type":"FromWorkflow","status":["invoiced"]}"#)
            _ = try await configure(client, other)
            _ = try await client.control(.POST, "/orders/\(id)/advance")

            // What was queued before the new filter stays.
            #expect(try await read(client, key).map(\.state) == ["handling", "invoiced"])
            #expect(try await read(client, other).isEmpty)
            #expect(try await client.call(.DELETE, feed + "/config", key).status == 200)
            #expect(try await client.get(feed + "?maxlot=1", key).status == 404)
            #expect(try await client.get(feed + "/config", key).status == 404)
            #expect(try await client.get(feed + "?maxlot=1", other).status == 200)
        }
    }

    @Test func `a lot has one to ten events`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["FeedHookV3Admin"])
            _ = try await configure(client, key, filter: #"{"type":"FromWorkflow"}"#)
            _ = try await client.control(.POST, "/orders", #"{"count":5}"#)

            let lot = try await read(client, key)
            let config = try await client.get(feed + "/config", key).json.root.integer("quantity")

            #expect(lot.map(\.state).prefix(3) == ["order-created", "order-completed", "payment-pending"])
            #expect(lot.count == 10)
            #expect(config == 15)
            #expect(try await client.get(feed + "?maxlot=11", key).status == 400)
            #expect(try await client.get(feed + "?maxlot=0", key).status == 400)
        }
    }

    @Test func `a filter on orders fires once for each, or each time`() async throws {
        try await withSandbox { client in
            func filter(_ isRepeated: Bool) -> String {
                #"{"type":"FromOrders","expression":"status in ['handling','invoiced'] and value > 0","#
                    + #""disableSingleFire":\#(isRepeated)}"#
            }
            let once = try await client.key(["FeedHookV3Admin"])
            let always = try await client.key(["FeedHookV3Admin"])
            _ = try await configure(client, once, filter: filter(false))
            _ = try await configure(client, always, filter: filter(true))

            let id = try await handledOrder(client)
            for _ in 0..<2 { _ = try await client.control(.POST, "/orders/\(id)/advance") }

            #expect(try await read(client, once).map(\.state) == ["handling"])
            // Invoiced, then delivered: no status, yet a change of the document.
            #expect(try await read(client, always).map(\.state) == ["handling", "invoiced", "invoiced"])
        }
    }

    @Test(arguments: [
        (#"{"type":"FromWorkflow","status":["x"],"expression":"a = 1"}"#, 409),
        (#"{"type":"FromOrders","status":["handling"],"expression":"a = 1"}"#, 409),
        (#"{"type":"FromWorkflow","status":["nobody-checks"],"disableSingleFire":false}"#, 200),
        (#"{"type":"FromOrders","expression":"a = "}"#, 400), (#"{"type":"FromMars"}"#, 400),
    ])
    func `a filter is of one kind`(filter: String, status: Int) async throws {
        try await withSandbox { client in
            let key = try await client.key(["FeedHookV3Admin"])

            #expect(try await configure(client, key, filter: filter) == status)
            #expect(try await client.get(feed + "/config", key).status == (status == 200 ? 200 : 404))
        }
    }

    @Test func `events are kept for the retention, and so is a feed that hears of none`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["FeedHookV3Admin"])
            #expect(try await configure(client, key, retention: 345_599) == 400)
            #expect(try await configure(client, key, retention: 1_209_601) == 400)
            _ = try await configure(client, key)

            _ = try await handledOrder(client)
            try await client.advanceClock(seconds: 345_599)
            let still = try await client.get(feed + "/config", key).json.root.integer("quantity")
            let second = try await handledOrder(client)
            try await client.advanceClock(seconds: 1)
            let left = try await read(client, key)
            try await client.advanceClock(seconds: 345_599)

            #expect(still == 1)
            #expect(left.map(\.order) == [second])
            #expect(try await client.get(feed + "/config", key).status == 404)
        }
    }

    @Test func `faults lose events, double them and let others overtake`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["FeedHookV3Admin"])
            _ = try await configure(client, key)
            func move(_ fault: String) async throws -> String {
                let id = try await client.order("ready-for-handling")
                _ = try await client.control(.PUT, "/faults", #"{"kind":"\#(fault)","route":"Feed","count":1}"#)
                _ = try await client.control(.POST, "/orders/\(id)/advance")
                return id
            }

            _ = try await move("event-lost")
            let late = try await move("event-reordered")
            let twice = try await move("event-duplicate")
            let now = try await read(client, key).map(\.order)
            try await client.advanceClock(seconds: 2)
            let then = try await read(client, key).map(\.order)
            let total = try await client.control(.GET, "/faults").json.root.integer("total")

            #expect(now == [twice, twice])
            #expect(then == [late])
            #expect(total == 3)
        }
    }

    @Test func `a feed and what waits in it outlive the run, what was committed does not come back`() async throws {
        try await withTemporaryFolder { folder in
            let configuration = SandboxConfiguration(seed: 3, orders: 10, stateFile: folder + "/store.jsonl")
            let (key, ids) = try await withSandbox(configuration) { client in
                let key = try await client.key(["FeedHookV3Admin"])
                _ = try await configure(client, key)
                let ids = [try await handledOrder(client), try await handledOrder(client)]
                _ = try await commit(client, key, Array(try await read(client, key).prefix(1)))
                return (key, ids)
            }

            let left = try await withSandbox(configuration) { try await read($0, key).map(\.order) }
            let again = try await withSandbox(configuration) { try await read($0, key).map(\.order) }

            #expect(left == [ids[1]])
            #expect(again == left)
        }
    }

    @Test(arguments: [
        (#"status = "canceled""#, true), ("value > 100", false), ("value >= 99 and origin = 'Marketplace'", true),
        ("items[sellingPrice > 20].id = '2'", true), ("$count(items) = 2", true),
        ("$sum(items.sellingPrice) = 40", true),
        ("items.id[0] = '1'", false), ("'3' in items.id or status in ['x', 'canceled']", true),
        ("$exists(marketingData.coupon)", false), ("$not($exists(nothing.at.all))", true),
        ("$contains($lowercase(name), 'silva') ? value * 2 = 198 : false", true), ("nothing = 1", false),
        ("status & '!' = 'canceled!'", true), ("-value < 0 and (value - 9) / 9 % 4 = 2", true),
        ("items[-1].id = '2' and items[0].id = '1'", true),
    ])
    func `expressions are computed as JSONata does`(expression: String, isTrue: Bool) async throws {
        try await withSandbox { client in
            let key = try await client.key(["FeedHookV3Viewer"])
            let order =
                #"{"status":"canceled","value":99,"origin":"Marketplace","name":"Ana SILVA","#
                + #""marketingData":null,"items":[{"id":"1","sellingPrice":10},{"id":"2","sellingPrice":30}]}"#

            let answer = try await client.call(
                .POST, "/api/orders/expressions/jsonata", key,
                #"{"Expression":\#(quoted(expression)),"Document":\#(quoted(order))}"#)

            #expect(answer.text == "\(isTrue)")
        }
    }

    @Test(arguments: ["status =", "(a", "$nothing(a)", "a = 'b", "'x' < 1", "a ~ b"])
    func `what is no expression is refused`(expression: String) async throws {
        try await withSandbox { client in
            let key = try await client.key(["FeedHookV3Viewer"])

            let answer = try await client.call(
                .POST, "/api/orders/expressions/jsonata", key,
                #"{"Expression":\#(quoted(expression)),"Document":"{}"}"#)

            #expect(answer.status == 400)
        }
    }

    private func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
