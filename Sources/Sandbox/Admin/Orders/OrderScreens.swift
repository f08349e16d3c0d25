import Basics
import HTTPTypes

/// Orders: looked at, made, and moved on by hand.
enum OrderScreens {
    static let all: [Route<Visit>] = [
        Route(.get, "/orders", "admin") { call, visit in visit.page(try OrdersPage(visit, call)) },
        Route(.post, "/orders", "admin") { _, visit in
            let state = try visit.shop.placeOrder()
            return visit.goTo(path(visit.shop.content.blueprint(of: state).orderID), done: .orderMade)
        },
        Route(.get, "/orders/{id}", "admin") { call, visit in
            visit.page(OrderScreenPage(visit, state: try find(call, visit)))
        },
        Route(.post, "/orders/{id}/advance", "admin") { call, visit in
            let state = try find(call, visit)
            let wanted = call.field("step") ?? ""
            guard let step = wanted == "next" ? .next : OrderStep(key: wanted) else { throw AdminProblem.noPage }
            // The page was read a while ago: a step that no longer fits is not taken.
            guard OrderScreenPage.steps(from: state).contains(where: { $0.key == wanted }) else {
                return visit.goTo(path(call.parameter("id")), done: .orderAtEnd)
            }
            let isDone = try visit.shop.take(step, with: state)
            guard let isDone else { throw AdminProblem.noOrder }
            return visit.goTo(path(call.parameter("id")), done: isDone ? .orderMoved : .orderAtEnd)
        },
    ]

    private static func path(_ id: String) -> String { "/orders/" + Typed.encoded(id) }

    private static func find(_ call: Call, _ visit: Visit) throws -> OrderState {
        guard let state = visit.shop.order(call.parameter("id")) else { throw AdminProblem.noOrder }
        return state
    }
}
