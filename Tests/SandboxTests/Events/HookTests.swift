import Basics
import NIOHTTP1
import Sandbox
import TestSupport
import Testing

@Suite struct HookTests {
    private let path = "/api/orders/hook/config"

    private func configuration(_ url: String, status: String = "handling") -> String {
        #"{"filter":{"type":"FromWorkflow","status":["\#(status)"]},"hook":{"url":"\#(url)","headers":{"x-mine":"7"}}}"#
    }

    @Test func `a hook that answers the ping hears of what its filter takes, with its headers`() async throws {
        try await withSandbox { client in
            try await HookListener.with { hook in
                let key = try await client.key(["FeedHookV3Admin"])
                let id = try await client.order("ready-for-handling")

                let set = try await client.call(.POST, path, key, configuration(hook.url))
                let ping = try #require(await hook.next())
                _ = try await client.control(.POST, "/orders/\(id)/advance")
                let call = try #require(await hook.next())
                let event = try call.json.root
                var origin: [String] = []
                try event.with("Origin") { origin = [try $0.string("Account"), try $0.string("Key")] }

                #expect(set.status == 200)
                #expect(ping.body == #"{"hookConfig":"ping"}"#)
                #expect(ping.headers.first(name: "x-mine") == "7")
                #expect(call.headers.first(name: "x-mine") == "7")
                #expect(try event.string("OrderId") == id)
                #expect(try event.string("State") == "handling")
                #expect(try event.string("LastState") == "ready-for-handling")
                #expect(origin == ["lojademo", key.name])
            }
        }
    }

    @Test(arguments: [HTTPResponseStatus.internalServerError, .accepted, .noContent, .movedPermanently])
    func `a hook that answers the ping with anything but 200 is not saved`(status: HTTPResponseStatus) async throws {
        try await withSandbox { client in
            try await HookListener.with { hook in
                let key = try await client.key(["FeedHookV3Admin"])
                hook.answer(status)

                let set = try await client.call(.POST, path, key, configuration(hook.url))

                #expect(set.status == 400)
                #expect(try await client.get(path, key).status == 404)
            }
        }
    }

    @Test(arguments: ["http://hook.example/x", "ftp://127.0.0.1/x", "nowhere"])
    func `a hook is https, or on this machine`(url: String) async throws {
        try await withSandbox { client in
            let key = try await client.key(["FeedHookV3Admin"])

            #expect(try await client.call(.POST, path, key, configuration(url)).status == 400)
        }
    }

    @Test func `a notification that is refused comes again, each time after twice as long`() async throws {
        try await withSandbox { client in
            try await HookListener.with { hook in
                let key = try await client.key(["FeedHookV3Admin"])
                let id = try await client.order("ready-for-handling")
                _ = try await client.call(.POST, path, key, configuration(hook.url))
                _ = await hook.next()
                hook.answer(.internalServerError, .accepted, .ok)

                _ = try await client.control(.POST, "/orders/\(id)/advance")
                var bodies = [await hook.next()?.body]
                for seconds in [1, 2] {
                    try await client.advanceClock(seconds: seconds)
                    bodies.append(await hook.next()?.body)
                }
                // A later order is told only once: what was answered by 200 is done.
                let other = try await client.order("ready-for-handling")
                _ = try await client.control(.POST, "/orders/\(other)/advance")
                let last = await hook.next()?.body

                #expect(Set(bodies).count == 1)
                #expect(bodies.first??.contains(id) == true)
                #expect(last?.contains(other) == true)
            }
        }
    }

    @Test func `events that are lost, doubled or held back reach the hook so`() async throws {
        try await withSandbox { client in
            try await HookListener.with { hook in
                let key = try await client.key(["FeedHookV3Admin"])
                _ = try await client.call(.POST, path, key, configuration(hook.url))
                _ = await hook.next()
                func move(_ fault: String) async throws -> String {
                    let id = try await client.order("ready-for-handling")
                    _ = try await client.control(.PUT, "/faults", #"{"kind":"\#(fault)","route":"Hook","count":1}"#)
                    _ = try await client.control(.POST, "/orders/\(id)/advance")
                    return id
                }

                _ = try await move("event-lost")
                let late = try await move("event-reordered")
                let twice = try await move("event-duplicate")
                var heard: [String] = []
                for _ in 0..<2 { heard.append(try await hook.next()?.json.root.string("OrderId") ?? "") }
                try await client.advanceClock(seconds: 2)
                heard.append(try await hook.next()?.json.root.string("OrderId") ?? "")

                #expect(heard == [twice, twice, late])
            }
        }
    }

    @Test func `a hook is gone after three days without a word`() async throws {
        try await withSandbox { client in
            try await HookListener.with { hook in
                let key = try await client.key(["FeedHookV3Viewer"])
                _ = try await client.call(.POST, path, key, configuration(hook.url))

                try await client.advanceClock(seconds: 3 * 86_400 - 1)
                let before = try await client.get(path, key).status
                try await client.advanceClock(seconds: 1)
                let after = try await client.get(path, key).status

                #expect([before, after] == [200, 404])
            }
        }
    }

    @Test func `hooks want a feed's resource`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders", "OMSViewer", "AcessaTodosPedidos"])

            #expect(try await client.get(path).status == 401)
            #expect(try await client.get(path, key).status == 403)
            #expect(try await client.call(.POST, path, key, "{}").status == 403)
            #expect(try await client.call(.DELETE, path, key).status == 403)
        }
    }
}
