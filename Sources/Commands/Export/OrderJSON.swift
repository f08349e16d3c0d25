import Basics
import Commerce
import Records

/// An order as JSON for other programs: the canonical model, in camel case, nothing left out but the person.
package enum OrderJSON {
    /// One object, without a line end.
    package static func bytes(_ stored: StoredOrder, withPerson: Bool) -> [UInt8] {
        var writer = JSONWriter(capacity: 4096)
        let order = stored.order
        writer.object { writer in
            writer.member("externalId", order.externalID)
            writer.member("id", stored.id.text)
            writer.member("connectionId", stored.connectionID.text)
            writer.member("version", stored.version)
            writer.member("sequence", order.sequence)
            writer.member("group", order.group)
            writer.member("status", order.status.rawValue)
            writer.member("platformStatus", order.platformStatus)
            writer.member("placedAt", order.placedAt)
            writer.member("changedAt", order.changedAt)
            writer.member("authorizedAt", order.authorizedAt)
            writer.member("invoicedAt", order.invoicedAt)
            writer.member("canceledAt", order.canceledAt)
            writer.member("deliveredAt", order.deliveredAt)
            writer.member("cancellationReason", order.cancellationReason)
            writer.money("total", order.total)
            writer.array("totals") { writer in
                for line in order.totals {
                    writer.elementObject { writer in
                        writer.member("kind", line.kind.rawValue)
                        writer.member("platformId", line.platformID)
                        writer.money("amount", line.amount)
                    }
                }
            }
            writer.array("items") { writer in
                for item in order.items { writer.elementObject { write(item, to: &$0) } }
            }
            OrderPartsJSON.write(order, to: &writer)
            if withPerson, let person = order.person { OrderPersonJSON.write(person, to: &writer) }
        }
        return writer.bytes
    }

    private static func write(_ item: OrderItem, to writer: inout JSONWriter) {
        writer.member("lineId", item.lineID)
        writer.member("skuId", item.skuID)
        writer.member("productId", item.productID)
        writer.member("reference", item.reference)
        writer.member("ean", item.ean)
        writer.member("name", item.name)
        writer.member("sellerId", item.sellerID)
        writer.member("brand", item.brand)
        writer.texts("categoryIds", item.categoryIDs)
        writer.member("quantity", item.quantity)
        writer.member("unitMultiplierMillionths", item.unitMultiplierMillionths)
        writer.member("measurementUnit", item.measurementUnit)
        writer.money("listPrice", item.listPrice)
        writer.money("price", item.price)
        writer.money("sellingPrice", item.sellingPrice)
        writer.money("total", item.total)
        writer.money("tax", item.tax)
        writer.member("isGift", item.isGift)
        writer.array("priceAdjustments") { writer in
            for adjustment in item.priceAdjustments {
                writer.elementObject { writer in
                    writer.member("name", adjustment.name)
                    writer.member("promotionId", adjustment.promotionID)
                    writer.money("amount", adjustment.amount)
                }
            }
        }
    }
}

extension JSONWriter {
    /// Left out when nil.
    mutating func money(_ key: StaticString, _ money: Money?) {
        guard let money else { return }
        object(key) { writer in
            writer.member("amount", money.amount)
            writer.member("currency", money.currency)
            writer.member("scale", money.scale)
        }
    }

    mutating func texts(_ key: StaticString, _ texts: [String]) {
        array(key) { writer in texts.forEach { writer.element($0) } }
    }
}
