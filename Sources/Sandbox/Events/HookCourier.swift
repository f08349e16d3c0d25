import AsyncHTTPClient
import Basics
import NIOCore
import NIOHTTP1

/// Posts to hooks over the network.
enum HookCourier {
    /// Lives as long as the program: a client that is thrown away has to be shut down first.
    private static let client = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: .seconds(5), read: .seconds(5))))

    /// A hook has so long to answer.
    private static let patience = TimeAmount.milliseconds(5000)

    /// True when the hook answered 200 in time: VTEX counts nothing else.
    static func post(_ body: JSON, to hook: Subscription) async -> Bool {
        guard case .hook(let url, let headers) = hook.target else { return false }
        var request = HTTPClientRequest(url: url)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: Reply.jsonType)
        for (name, value) in headers { request.headers.replaceOrAdd(name: name, value: value) }
        request.body = .bytes(ByteBuffer(bytes: body.bytes))
        guard let response = try? await client.execute(request, timeout: patience) else { return false }
        // The body says nothing; read it, so that the connection can be used again.
        _ = try? await response.body.collect(upTo: 1 << 16)
        return response.status == .ok
    }

    /// What VTEX posts to a hook. Source: VTEX's Orders OpenAPI file, HookConfiguration.
    static func notification(_ message: EventMessage, of hook: Subscription, account: String) -> JSON {
        let event = message.event
        return [
            "Domain": .string(event.domain), "OrderId": .string(event.orderID), "State": .string(event.state),
            "LastState": .string(event.lastState), "LastChange": .string(VTEXDate.zulu(event.lastChange)),
            "CurrentChange": .string(VTEXDate.zulu(event.currentChange)),
            "Origin": ["Account": .string(account), "Key": .string(hook.keyName)],
        ]
    }
}
