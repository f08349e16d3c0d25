import Basics
import Commerce

extension VTEXOrderMapper {
    func payments() throws -> [OrderPayment] {
        var payments: [OrderPayment] = []
        try root.with("paymentData") { data in
            try data.forEach("transactions") { transaction in
                let isActive = try transaction.optionalBool("isActive") ?? true
                let transactionID = try transaction.optionalText("transactionId")
                try transaction.forEach("payments") { line in
                    var payment = OrderPayment(
                        platformID: try line.optionalText("id") ?? String(payments.count),
                        method: paymentMethod(try line.optionalString("group") ?? ""),
                        amount: money(try line.optionalInteger("value") ?? 0),
                        installments: try line.optionalInteger("installments") ?? 1)
                    payment.name = try line.optionalString("paymentSystemName")
                    payment.transactionID = transactionID
                    payment.isActive = isActive
                    payments.append(payment)
                }
            }
        }
        return payments
    }

    private func paymentMethod(_ group: String) -> OrderPayment.Method {
        switch group.lowercased() {
        case "creditcard", "cobrandedcard", "creditcardpaymentgroup": .creditCard
        case "debitcard", "debit": .debitCard
        case "bankinvoice", "bankissuedinvoice": .bankInvoice
        case "instantpayment", "pix": .instantPayment
        case "giftcard": .giftCard
        case "promissory": .promissory
        default: .other
        }
    }

    func deliveries() throws -> [OrderDelivery] {
        var deliveries: [OrderDelivery] = []
        try root.with("shippingData") { data in
            try data.forEach("logisticsInfo") { line in
                let channel =
                    try line.optionalString("selectedDeliveryChannel") ?? line.optionalString("deliveryChannel")
                var delivery = OrderDelivery(
                    lineIndex: Int(try line.optionalInteger("itemIndex") ?? Int64(deliveries.count)),
                    channel: deliveryChannel(channel ?? ""),
                    price: money(try line.optionalInteger("sellingPrice") ?? line.optionalInteger("price") ?? 0))
                delivery.listPrice = try optionalMoney(line, "listPrice")
                delivery.service = try line.optionalString("selectedSla")
                delivery.carrier = try line.optionalString("deliveryCompany")
                delivery.estimate = try line.optionalString("shippingEstimate")
                delivery.estimatedAt = try line.optionalInstant("shippingEstimateDate")
                delivery.pickupPointID = try line.optionalText("pickupPointId")
                try line.forEach("deliveryIds") { source in
                    if let id = try source.optionalText("warehouseId") { delivery.warehouseIDs.append(id) }
                    if delivery.carrier == nil { delivery.carrier = try source.optionalString("courierName") }
                }
                deliveries.append(delivery)
            }
        }
        return deliveries
    }

    private func deliveryChannel(_ name: String) -> OrderDelivery.Channel {
        switch name.lowercased() {
        case "", "delivery": .delivery
        case "pickup-in-point", "pickup": .pickup
        default: .other
        }
    }

    /// Parcels with their invoices, and invoices of returns.
    func shipments() throws -> [OrderShipment] {
        var shipments: [OrderShipment] = []
        try root.with("packageAttachment") { data in
            try data.forEach("packages") { package in
                let isInput = try package.optionalString("type")?.lowercased() == "input"
                var shipment = OrderShipment(
                    kind: isInput ? .input : .output, invoiceNumber: try package.optionalText("invoiceNumber") ?? "",
                    invoiceValue: money(try package.optionalInteger("invoiceValue") ?? 0))
                shipment.invoiceKey = try package.optionalText("invoiceKey")
                shipment.invoicedAt = try package.optionalInstant("issuanceDate")
                shipment.carrier = try package.optionalString("courier")
                shipment.trackingNumber = try package.optionalText("trackingNumber")
                shipment.trackingURL = try package.optionalString("trackingUrl")
                shipment.isDelivered = try package.optionalBool("isDelivered") ?? false
                try package.with("courierStatus") { status in
                    if try status.optionalBool("finished") == true { shipment.isDelivered = true }
                    if shipment.isDelivered { shipment.deliveredAt = try status.optionalInstant("deliveredDate") }
                }
                try package.forEach("items") { line in
                    shipment.lines.append(
                        OrderShipment.Line(
                            lineIndex: Int(try line.optionalInteger("itemIndex") ?? Int64(shipment.lines.count)),
                            quantity: try line.optionalInteger("quantity") ?? 0, price: try optionalMoney(line, "price")
                        ))
                }
                shipments.append(shipment)
            }
        }
        return shipments
    }
}
