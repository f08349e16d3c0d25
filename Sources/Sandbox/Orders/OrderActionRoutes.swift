import Basics
import HTTPTypes
import Synchronization

/// Moving orders. Source: VTEX's Orders OpenAPI file; facts on VTEX §3.5.
enum OrderActionRoutes {
    static let all: [Route<Shop>] = [
        Route(
            .post, "/api/oms/pvt/orders/{id}/start-handling", "StartHandling", module: .oms,
            access: .anyOf([.changeWorkflow]), limit: .orderWrite
        ) { call, shop in
            let (_, state) = try OrderRoutes.find(call, shop)
            guard try shop.startHandling(state) else { throw OMSRefusal.notReadyForHandling }
            return Reply(empty: .noContent)
        },
        Route(
            .post, "/api/oms/pvt/orders/{id}/cancel", "CancelOrder", module: .oms, access: .anyOf([.cancelOrder]),
            limit: .orderWrite
        ) { call, shop in
            let (order, state) = try OrderRoutes.find(call, shop)
            let reason = call.body.isEmpty ? nil : try call.json().root.optionalString("reason")
            try shop.cancel(state, reason: reason)
            return OrderReceipt.reply(orderID: order.orderID, at: shop.time.now())
        },
        Route(
            .post, "/api/oms/pvt/orders/{id}/payments/{payment}/payment-notification", "SendPaymentNotification",
            module: .oms, access: .anyOf([.notifyPayment]), limit: .orderWrite
        ) { call, shop in
            let (order, state) = try OrderRoutes.find(call, shop)
            let wanted = call.parameter("payment").uppercased()
            guard order.payments.indices.contains(where: { order.paymentID(at: $0) == wanted }) else {
                throw Module.oms.notFound("Payment not found")
            }
            // A second notice of the same payment does no harm; one for a canceled order comes too late.
            guard try shop.confirmPayment(state) || state.authorized != nil else {
                throw OMSRefusal.badRequest("The order waits for no payment")
            }
            return Reply(empty: .ok)
        },
        Route(
            .post, "/api/oms/pvt/orders/{id}/interactions", "AddLog", module: .oms,
            access: .anyOf([.ordersFullAccess]), limit: .orderWrite
        ) { call, shop in
            let (_, state) = try OrderRoutes.find(call, shop)
            let document = try call.json()
            let note = OrderPapers.Note(
                source: try document.root.string("source"), message: try document.root.string("message"),
                date: shop.time.now())
            try shop.file(state) { $0.notes.append(note) }
            return Reply(empty: .ok)
        },
    ]
}
