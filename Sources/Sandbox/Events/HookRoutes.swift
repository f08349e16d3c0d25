import Basics
import Foundation
import HTTPTypes

/// Hook v1. Source: VTEX's Orders OpenAPI file; facts on VTEX §4.3.
enum HookRoutes {
    static let all: [Route<Shop>] = [
        Route(
            .get, "/api/orders/hook/config", "GetHookConfiguration", module: .oms, access: FeedRoutes.access,
            limit: .feed
        ) { call, shop in
            guard let caller = call.caller,
                let hook = try shop.events.subscription(.hook, of: caller.keyID, at: shop.time.now()),
                case .hook(let url, let headers) = hook.target
            else { throw none }
            let shown = headers.sorted { $0.key < $1.key }.map { JSON.Member(name: $0.key, value: .string($0.value)) }
            return Reply(json: [
                "filter": hook.filter.json, "hook": ["url": .string(url), "headers": .object(shown)],
            ])
        },
        Route(
            .post, "/api/orders/hook/config", "HookConfiguration", module: .oms, access: FeedRoutes.access,
            limit: .feed, handler: configure),
        Route(
            .delete, "/api/orders/hook/config", "DeleteHookConfiguration", module: .oms, access: FeedRoutes.access,
            limit: .feed
        ) { call, shop in
            guard let caller = call.caller, try shop.events.remove(.hook, of: caller.keyID) else { throw none }
            return Reply(empty: .ok)
        },
    ]

    private static let none = Module.oms.notFound("No hook configuration for this app key")

    /// The hook is asked first: one that does not answer a ping with 200 is not saved.
    private static func configure(_ call: Call, _ shop: Shop) throws -> Reply {
        let document = try call.json()
        guard let caller = call.caller else { return Module.oms.unauthorized }
        let filter = try EventFilter.read(document.root["filter"])
        guard let target = document.root["hook"] else { throw OMSRefusal.badRequest("hook is missing") }
        let url = try target.string("url")
        guard isAllowed(url) else {
            return Reply(.badRequest, text: "The hook URL must be https; http is for this machine only")
        }
        var headers: [String: String] = [:]
        try target.with("headers") { try $0.forEachMember { name, value in headers[name] = try value.stringValue() } }
        let now = shop.time.now()
        let hook = Subscription(
            face: .hook, keyID: caller.keyID, keyName: caller.keyName, filter: filter,
            target: .hook(url: url, headers: headers), configured: now, heard: now)
        var reply = Reply(empty: .ok)
        reply.later = {
            guard await HookCourier.post(["hookConfig": "ping"], to: hook) else {
                return Reply(.badRequest, text: "The hook did not answer the ping with 200")
            }
            do {
                try shop.events.configure(hook)
                return Reply(empty: .ok)
            } catch {
                return Reply(.internalServerError, json: ["Message": "Unexpected error"])
            }
        }
        return reply
    }

    private static func isAllowed(_ text: String) -> Bool {
        guard let url = URL(string: text), let host = url.host(), !host.isEmpty else { return false }
        switch url.scheme?.lowercased() {
        case "https": return true
        case "http": return ["localhost", "127.0.0.1", "::1", "[::1]"].contains(host.lowercased())
        default: return false
        }
    }
}
