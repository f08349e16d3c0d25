import Basics
import HTTPTypes
import Synchronization

/// Invoices and tracking. Source: VTEX's Orders OpenAPI file; facts on VTEX §3.5.
enum InvoiceRoutes {
    private static let path = "/api/oms/pvt/orders/{id}/invoice"

    static let all: [Route<Shop>] = [
        Route(
            .post, path, "InvoiceNotification", module: .oms, access: .anyOf([.notifyInvoice, .notifyRefund]),
            limit: .orderWrite
        ) { call, shop in
            let (order, state) = try OrderRoutes.find(call, shop)
            let package = try InvoiceRequest.package(call.json().root, for: order)
            guard call.caller?.mayUse(package.isOutput ? .notifyInvoice : .notifyRefund) == true else {
                return Module.oms.forbidden
            }
            try shop.invoice(package, of: state)
            return OrderReceipt.reply(orderID: order.orderID, at: shop.time.now())
        },
        Route(
            .patch, path + "/{number}", "Updatepartialinvoice.SendTrackingNumber", module: .oms,
            access: .anyOf([.notifyInvoice]), limit: .orderWrite
        ) { call, shop in
            let document = try call.json()
            return try change(call, shop) { package in
                guard let number = try document.root.optionalText("trackingNumber"), !number.isEmpty else {
                    throw OMSRefusal.badRequest("trackingNumber is missing")
                }
                package.trackingNumber = number
                package.trackingURL = try document.root.optionalString("trackingUrl") ?? package.trackingURL
                package.dispatched = try document.root.optionalInstant("dispatchedDate") ?? package.dispatched
                package.courier = try document.root.optionalString("courier") ?? package.courier
            }
        },
        Route(
            .put, path + "/{number}/tracking", "UpdateTrackingStatus", module: .oms, access: .anyOf([.notifyInvoice]),
            limit: .orderWrite, handler: track),
    ]

    private static func track(_ call: Call, _ shop: Shop) throws -> Reply {
        let document = try call.json()
        let now = shop.time.now()
        let isDelivered = try document.root.bool("isDelivered")
        let delivered = try document.root.optionalInstant("deliveredDate")
        var events: [OrderPackage.Event] = []
        try document.root.forEach("events") { event in
            events.append(
                OrderPackage.Event(
                    city: try event.string("city"), state: try event.string("state"),
                    description: try event.string("description"), date: try event.instant("date"), noted: now))
        }
        let reply = try change(call, shop) { package in
            guard package.trackingNumber != nil else {
                throw OMSRefusal.badRequest("The invoice has no tracking number yet")
            }
            let known = package.courierStatus?.events ?? []
            package.courierStatus = OrderPackage.CourierStatus(
                isFinished: isDelivered, delivered: isDelivered ? delivered ?? now : nil,
                events: known
                    + events.filter { event in
                        !known.contains { $0.date == event.date && $0.description == event.description }
                    })
        }
        let (_, state) = try OrderRoutes.find(call, shop)
        if isDelivered, state.delivered == nil { _ = try shop.take(.delivered, with: state) }
        return reply
    }

    /// Changes the package with the call's invoice number.
    private static func change(
        _ call: Call, _ shop: Shop, _ body: (inout OrderPackage) throws -> Void
    ) throws -> Reply {
        let (order, state) = try OrderRoutes.find(call, shop)
        try shop.file(state) { papers in
            guard let position = papers.position(ofInvoice: call.parameter("number")) else {
                throw Module.oms.notFound("Invoice not found")
            }
            try body(&papers.packages[position])
        }
        try shop.touch(state)
        return OrderReceipt.reply(orderID: order.orderID, at: shop.time.now())
    }
}
