import Basics
import HTTPTypes
import Synchronization

/// Registered changes of orders, and their history. Source: VTEX's Orders OpenAPI file, RegisterChange, GetChangeHistory.
enum OrderChangeRoutes {
    static let all: [Route<Shop>] = [
        Route(
            .post, "/api/oms/pvt/orders/{id}/changes", "RegisterChange", module: .oms,
            access: .anyOf([.changeOrder, .ordersFullAccess]), limit: .orderWrite, handler: register),
        Route(
            .get, "/api/order-system/orders/{id}/changes", "GetChangeHistory", module: .oms,
            access: .anyOf([.changeOrder, .cancelOrder, .ordersFullAccess])
        ) { call, shop in
            let (order, state) = try OrderRoutes.find(call, shop)
            let changes = shop.papers[String(state.number)]?.changes ?? []
            return Reply(json: [
                "requests": .array(changes.map { json($0, order, shop.account) }), "actions": [],
            ])
        },
    ]

    /// Only the first change with a request's id counts.
    private static func register(_ call: Call, _ shop: Shop) throws -> Reply {
        let (order, state) = try OrderRoutes.find(call, shop)
        let document = try call.json()
        let now = shop.time.now()
        let change = OrderChange(
            requestID: try document.root.string("requestId"), reason: try document.root.string("reason"),
            discount: try document.root.integer("discountValue"),
            increment: try document.root.integer("incrementValue"),
            added: try items("itemsAdded", document.root, order),
            removed: try items("itemsRemoved", document.root, order), date: now,
            receipt: Tokens.hexadecimal(bytes: 16))
        guard change.discount >= 0, change.increment >= 0, state.value + change.difference >= 0 else {
            throw OMSRefusal.badRequest("The change leaves an order that costs less than nothing")
        }
        guard state.status.isAuthorized, state.invoiced == nil else {
            throw OMSRefusal.conflict("An order with the status \(state.status.key) cannot be changed")
        }
        let known = try shop.file(state) { papers -> OrderChange? in
            if let known = papers.changes.first(where: { $0.requestID == change.requestID }) { return known }
            papers.changes.append(change)
            return nil
        }
        if known == nil {
            _ = try shop.change(state) { order in
                order.adjust(by: change.difference, at: now)
                return true
            }
        }
        let counted = known ?? change
        return Reply(json: OrderReceipt.json(orderID: order.orderID, receipt: counted.receipt, at: counted.date))
    }

    private static func items(
        _ key: StaticString, _ root: JSONView, _ order: OrderBlueprint
    ) throws -> [OrderChange.Item] {
        var items: [OrderChange.Item] = []
        try root.forEach(key) { item in
            guard let id = try item.optionalText("id") else { throw OMSRefusal.badRequest("an item has no id") }
            let name = order.lines.first { String($0.sku.id) == id }?.sku.productName ?? "SKU \(id)"
            items.append(
                OrderChange.Item(
                    id: id, name: name, quantity: try item.integer("quantity"), price: try item.integer("price")))
        }
        return items
    }

    private static func json(_ change: OrderChange, _ order: OrderBlueprint, _ account: String) -> JSON {
        func list(_ items: [OrderChange.Item]) -> JSON {
            guard !items.isEmpty else { return nil }
            let rows = items.map { item -> JSON in
                ["id": .string(item.id), "quantity": .integer(item.quantity), "price": .integer(item.price)]
            }
            return ["items": .array(rows)]
        }
        let manual = change.increment - change.discount
        return [
            "requestId": .string(change.requestID), "workflowId": .string(change.receipt),
            "reason": .string(change.reason), "manualDiscountValue": .integer(change.discount),
            "manualIncrementValue": .integer(change.increment), "totalChangeValue": .integer(change.difference),
            "totals": [["id": "ManualValues", "name": "Manual Values Total", "value": .integer(manual)]],
            "add": list(change.added), "remove": list(change.removed), "replace": [],
            "date": .string(VTEXDate.zulu(change.date)),
            "origin": [
                "account": .string(account), "orderId": .string(order.orderID), "component": "MarketplaceComponent",
            ],
            "settings": ["customPaymentSystemsAllowed": []],
        ]
    }
}
