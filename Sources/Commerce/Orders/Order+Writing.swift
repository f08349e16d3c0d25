import Basics

// Members in the order that a reader wants them; what is nil, empty or the default is left out.

extension Order {
    func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("sequence", sequence)
        writer.member("group", group)
        writer.member("status", status.rawValue)
        writer.member("platformStatus", platformStatus)
        writer.member("placedAt", placedAt)
        writer.member("changedAt", changedAt)
        writer.member("authorizedAt", authorizedAt)
        writer.member("invoicedAt", invoicedAt)
        writer.member("canceledAt", canceledAt)
        writer.member("deliveredAt", deliveredAt)
        writer.member("cancellationReason", cancellationReason)
        writer.member("total", total)
        writer.members("totals", totals) { $0.write(to: &$1) }
        writer.members("items", items) { $0.write(to: &$1) }
        writer.members("payments", payments) { $0.write(to: &$1) }
        writer.members("deliveries", deliveries) { $0.write(to: &$1) }
        writer.members("shipments", shipments) { $0.write(to: &$1) }
        writer.members("statusHistory", statusHistory) { event, writer in
            writer.member("status", event.status.rawValue)
            writer.member("at", event.at)
            writer.member("evidence", event.evidence.rawValue)
        }
        writer.object("origin") { origin.write(to: &$0) }
        writer.object("marketing") { marketing.write(to: &$0) }
        writer.object("customer") { customer.write(to: &$0) }
    }
}

extension OrderTotal {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("kind", kind.rawValue)
        writer.member("platformId", platformID)
        writer.member("amount", amount)
    }
}

extension OrderItem {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("lineId", lineID)
        writer.member("skuId", skuID)
        writer.member("productId", productID)
        writer.member("reference", reference)
        writer.member("ean", ean)
        writer.member("name", name)
        writer.member("sellerId", sellerID)
        writer.member("brand", brand)
        writer.strings("categoryIds", categoryIDs)
        writer.member("quantity", quantity)
        writer.member("unitMultiplierMillionths", unitMultiplierMillionths)
        writer.member("measurementUnit", measurementUnit)
        writer.member("listPrice", listPrice)
        writer.member("price", price)
        writer.member("sellingPrice", sellingPrice)
        writer.member("total", total)
        writer.member("tax", tax)
        writer.member("isGift", isGift)
        writer.members("priceAdjustments", priceAdjustments) { adjustment, writer in
            writer.member("name", adjustment.name)
            writer.member("promotionId", adjustment.promotionID)
            writer.member("amount", adjustment.amount)
        }
    }
}

extension OrderPayment {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("platformId", platformID)
        writer.member("method", method.rawValue)
        writer.member("name", name)
        writer.member("amount", amount)
        writer.member("installments", installments)
        writer.member("transactionId", transactionID)
        writer.member("isActive", isActive)
    }
}

extension OrderDelivery {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("lineIndex", lineIndex)
        writer.member("channel", channel.rawValue)
        writer.member("service", service)
        writer.member("carrier", carrier)
        writer.member("price", price)
        writer.member("listPrice", listPrice)
        writer.member("estimate", estimate)
        writer.member("estimatedAt", estimatedAt)
        writer.strings("warehouseIds", warehouseIDs)
        writer.member("pickupPointId", pickupPointID)
    }
}

extension OrderShipment {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("kind", kind.rawValue)
        writer.member("invoiceNumber", invoiceNumber)
        writer.member("invoiceKey", invoiceKey)
        writer.member("invoiceValue", invoiceValue)
        writer.member("invoicedAt", invoicedAt)
        writer.member("carrier", carrier)
        writer.member("trackingNumber", trackingNumber)
        writer.member("trackingUrl", trackingURL)
        writer.member("isDelivered", isDelivered)
        writer.member("deliveredAt", deliveredAt)
        writer.members("lines", lines) { line, writer in
            writer.member("lineIndex", line.lineIndex)
            writer.member("quantity", line.quantity)
            writer.member("price", line.price)
        }
    }
}

extension OrderOrigin {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("kind", kind.rawValue)
        writer.member("salesChannel", salesChannel)
        writer.member("hostname", hostname)
        writer.member("affiliateId", affiliateID)
        writer.member("marketplaceName", marketplaceName)
        writer.member("marketplaceOrderId", marketplaceOrderID)
        writer.member("sellerOrderId", sellerOrderID)
        writer.strings("sellers", sellers)
    }
}

extension OrderMarketing {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("coupon", coupon)
        writer.member("utmSource", utmSource)
        writer.member("utmMedium", utmMedium)
        writer.member("utmCampaign", utmCampaign)
        writer.strings("tags", tags)
        writer.members("promotions", promotions) { promotion, writer in
            writer.member("id", promotion.id)
            writer.member("name", promotion.name)
        }
    }
}

extension OrderCustomer {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("profileId", profileID)
        writer.member("isCorporate", isCorporate)
        writer.member("locale", locale)
        writer.member("acceptsNewsletter", acceptsNewsletter)
    }
}

extension JSONWriter {
    mutating func member(_ key: StaticString, _ money: Money?) {
        guard let money else { return }
        object(key) { writer in
            writer.member("amount", money.amount)
            writer.member("currency", money.currency)
            writer.member("scale", money.scale)
        }
    }

    /// Left out when empty.
    package mutating func strings(_ key: StaticString, _ values: [String]) {
        guard !values.isEmpty else { return }
        array(key) { writer in
            for value in values { writer.element(value) }
        }
    }

    /// An array of objects; left out when empty.
    mutating func members<Value>(
        _ key: StaticString, _ values: [Value], _ write: (Value, inout JSONWriter) -> Void
    ) {
        guard !values.isEmpty else { return }
        array(key) { writer in
            for value in values { writer.elementObject { write(value, &$0) } }
        }
    }
}
