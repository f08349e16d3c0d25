import Basics
import HTTPTypes
import Synchronization

extension ControlRoutes {
    /// Orders that are made and moved by hand, and the sums that a hub's are compared with.
    static let orders: [Route<World>] = [
        Route(.get, "/orders", "orders") { call, world in totals(try shop(call, world)) },
        Route(.get, "/orders/list", "orders") { call, world in
            let shop = try shop(call, world)
            let states = shop.orders.withLock { $0.states }
            let from = max(0, call.field("from").flatMap { Int($0) } ?? 0)
            let count = call.field("count").flatMap { Int($0) } ?? states.count
            return Reply(json: .array(states.dropFirst(from).prefix(max(0, count)).map { json($0, shop) }))
        },
        Route(.post, "/orders", "orders") { call, world in
            let shop = try shop(call, world)
            let root = call.body.isEmpty ? nil : try call.json().root
            let count = Int(try root?.optionalInteger("count") ?? 1)
            let status = try root?.optionalString("status").map(status(named:))
            guard (1...10_000).contains(count) else { throw refused("count is between 1 and 10000") }
            return Reply(
                .created, json: .array(try (0..<count).map { _ in json(try shop.placeOrder(status: status), shop) }))
        },
        Route(.post, "/orders/{id}/advance", "orders") { call, world in
            let shop = try shop(call, world)
            let wanted = call.body.isEmpty ? nil : try call.json().root.optionalString("status")
            let step = try wanted.map { text in try OrderStep(key: text) ?? .status(status(named: text)) } ?? .next
            guard let state = shop.order(call.parameter("id")) else { throw missing("order") }
            guard try shop.take(step, with: state) == true else {
                throw Refusal(.conflict, ["Message": "The order is at the end of its road"])
            }
            return Reply(json: json(shop.order(call.parameter("id")) ?? state, shop))
        },
    ]

    private static func status(named key: String) throws -> OrderStatus {
        guard let status = OrderStatus(key: key) else {
            throw refused("status is one of " + OrderStatus.allCases.map(\.key).joined(separator: ", "))
        }
        return status
    }

    /// Money as integers of cents. Incomplete orders are counted apart: no list shows them unasked.
    private static func totals(_ shop: Shop) -> Reply {
        let states = shop.orders.withLock { $0.states }
        var byStatus: [OrderStatus: (count: Int, value: Int64)] = [:]
        for state in states {
            byStatus[state.status, default: (0, 0)].count += 1
            byStatus[state.status, default: (0, 0)].value += state.value
        }
        let incomplete = byStatus.removeValue(forKey: .incomplete)?.count ?? 0
        let members = byStatus.sorted { $0.key.rawValue < $1.key.rawValue }.map { status, sum in
            JSON.Member(name: status.key, value: ["count": .number(sum.count), "value": .integer(sum.value)])
        }
        return Reply(json: [
            "count": .number(states.count - incomplete),
            "value": .integer(byStatus.values.reduce(0) { $0 + $1.value }), "currency": "BRL",
            "byStatus": .object(members), "incomplete": .number(incomplete),
        ])
    }

    private static func json(_ state: OrderState, _ shop: Shop) -> JSON {
        let order = shop.content.blueprint(of: state)
        return [
            "orderId": .string(order.orderID), "marketplaceOrderId": .string(order.marketplaceOrderID),
            "status": .string(state.status.key), "value": .integer(state.value),
            "creationDate": .string(state.created.iso8601), "lastChange": .string(state.lastChange.iso8601),
            "delivered": .bool(state.delivered != nil),
        ]
    }
}
