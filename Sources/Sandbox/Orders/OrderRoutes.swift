import Basics
import HTTPTypes
import Synchronization

/// Reading orders. Source: VTEX's Orders OpenAPI file.
enum OrderRoutes {
    private static let view: Access = .anyOf([.viewOrder, .ordersFullAccess])

    static let all: [Route<Shop>] = [
        Route(
            .get, "/api/oms/pvt/orders", "ListOrders", module: .oms, access: .anyOf([.listOrders, .ordersFullAccess]),
            limit: .orderList, handler: list),
        Route(
            .get, "/api/oms/pvt/orders/order-group/{group}", "GetOrderGroup", module: .oms, access: view,
            limit: .orderGet, handler: group),
        Route(.get, "/api/oms/pvt/orders/{id}", "GetOrder", module: .oms, access: view, limit: .orderGet) {
            call, shop in
            let (order, state) = try find(call, shop)
            return Reply(jsonBytes: shop.writer(of: state, order).bytes())
        },
        Route(
            .get, "/api/oms/pvt/orders/{id}/payment-transaction", "GetPaymenttransaction", module: .oms,
            access: .anyOf([.viewOrder])
        ) { call, shop in
            let (order, state) = try find(call, shop)
            return Reply(jsonBytes: OrderWriter(account: shop.account, order: order, state: state).transactionBytes())
        },
        Route(
            .get, "/api/oms/pvt/orders/{id}/conversation-message", "GetConversation", module: .oms,
            access: .anyOf([.ordersFullAccess])
        ) { call, shop in
            let (order, state) = try find(call, shop)
            return Reply(json: conversation(order, state, shop.account))
        },
    ]

    private static func list(_ call: Call, _ shop: Shop) throws -> Reply {
        let query = try OrderQuery(call)
        let now = shop.time.now()
        let delay = shop.indexDelay
        let search = OrderSearch(
            content: shop.content, now: now, oldest: shop.hasWindow ? now - OrderSearch.window : .distantPast,
            indexDelay: delay)
        // A copy of the book is cheap, and lists do not hold up those who change orders.
        let book = shop.orders.withLock { $0 }
        let page = search.page(query, in: book)
        let writer = OrderListWriter(content: shop.content, now: now, indexDelay: delay)
        return Reply(jsonBytes: writer.bytes(page, query: query, isEmpty: call.wantsEmptyPage))
    }

    private static func group(_ call: Call, _ shop: Shop) throws -> Reply {
        let states = shop.group(call.parameter("group"))
        guard !states.isEmpty else { throw Module.oms.notFound("Order group not found") }
        var writer = JSONWriter(capacity: 8192)
        writer.array { writer in
            for state in states {
                let order = shop.content.blueprint(of: state)
                writer.elementObject { writer in
                    shop.writer(of: state, order).write(&writer)
                }
            }
        }
        return Reply(jsonBytes: writer.bytes)
    }

    static func find(_ call: Call, _ shop: Shop) throws -> (OrderBlueprint, OrderState) {
        guard let state = shop.order(call.parameter("id")) else { throw Module.oms.notFound("Order not found") }
        return (shop.content.blueprint(of: state), state)
    }

    /// The store's messages to the customer, with the real address behind the alias.
    private static func conversation(_ order: OrderBlueprint, _ state: OrderState, _ account: String) -> JSON {
        guard let authorized = state.authorized else { return [] }
        let subject = "Seu pagamento foi aprovado"
        func party(_ alias: String, _ email: String, _ name: String, _ role: JSON) -> JSON {
            [
                "conversationRelatedTo": .string(order.orderID), "conversationSubject": "order",
                "emailAlias": .string(alias), "aliasMaskType": 0, "email": .string(email), "name": .string(name),
                "role": role,
            ]
        }
        let name = "\(order.customer.firstName) \(order.customer.lastName)"
        return [
            [
                "id": .string("\(state.created.microseconds)-\(order.sequence)"),
                "from": party("noreply@\(account).ct.vtex.com.br", "noreply@vtexcommerce.com.br", account, nil),
                "to": [party(order.email, order.customer.email, name, "Customer")], "subject": .string(subject),
                "firstWords": .string("\(subject). Referente ao pedido #\(order.orderID)"),
                "body": .string("<p>Olá, \(order.customer.firstName). \(subject).</p>"), "hasAttachment": false,
                "attachmentNames": [],
                "date": .string(VTEXDate.long(authorized, seventhDigit: 0)),
            ]
        ]
    }
}
