import Basics
import Commerce

/// The parts of an order around its lines: payments, deliveries, parcels, history, where it came from.
enum OrderPartsJSON {
    static func write(_ order: Order, to writer: inout JSONWriter) {
        writer.array("payments") { writer in
            for payment in order.payments { writer.elementObject { write(payment, to: &$0) } }
        }
        writer.array("deliveries") { writer in
            for delivery in order.deliveries { writer.elementObject { write(delivery, to: &$0) } }
        }
        writer.array("shipments") { writer in
            for shipment in order.shipments { writer.elementObject { write(shipment, to: &$0) } }
        }
        writer.array("statusHistory") { writer in
            for event in order.statusHistory {
                writer.elementObject { writer in
                    writer.member("status", event.status.rawValue)
                    writer.member("at", event.at)
                    writer.member("evidence", event.evidence.rawValue)
                }
            }
        }
        writer.object("origin") { write(order.origin, to: &$0) }
        writer.object("marketing") { write(order.marketing, to: &$0) }
        writer.object("customer") { writer in
            writer.member("profileId", order.customer.profileID)
            writer.member("isCorporate", order.customer.isCorporate)
            writer.member("locale", order.customer.locale)
            if let accepts = order.customer.acceptsNewsletter { writer.member("acceptsNewsletter", accepts) }
        }
    }

    private static func write(_ payment: OrderPayment, to writer: inout JSONWriter) {
        writer.member("platformId", payment.platformID)
        writer.member("method", payment.method.rawValue)
        writer.member("name", payment.name)
        writer.money("amount", payment.amount)
        writer.member("installments", payment.installments)
        writer.member("transactionId", payment.transactionID)
        writer.member("isActive", payment.isActive)
    }

    private static func write(_ delivery: OrderDelivery, to writer: inout JSONWriter) {
        writer.member("lineIndex", delivery.lineIndex)
        writer.member("channel", delivery.channel.rawValue)
        writer.member("service", delivery.service)
        writer.member("carrier", delivery.carrier)
        writer.money("price", delivery.price)
        writer.money("listPrice", delivery.listPrice)
        writer.member("estimate", delivery.estimate)
        writer.member("estimatedAt", delivery.estimatedAt)
        writer.texts("warehouseIds", delivery.warehouseIDs)
        writer.member("pickupPointId", delivery.pickupPointID)
    }

    private static func write(_ shipment: OrderShipment, to writer: inout JSONWriter) {
        writer.member("kind", shipment.kind.rawValue)
        writer.member("invoiceNumber", shipment.invoiceNumber)
        writer.member("invoiceKey", shipment.invoiceKey)
        writer.money("invoiceValue", shipment.invoiceValue)
        writer.member("invoicedAt", shipment.invoicedAt)
        writer.member("carrier", shipment.carrier)
        writer.member("trackingNumber", shipment.trackingNumber)
        writer.member("trackingUrl", shipment.trackingURL)
        writer.member("isDelivered", shipment.isDelivered)
        writer.member("deliveredAt", shipment.deliveredAt)
        writer.array("lines") { writer in
            for line in shipment.lines {
                writer.elementObject { writer in
                    writer.member("lineIndex", line.lineIndex)
                    writer.member("quantity", line.quantity)
                    writer.money("price", line.price)
                }
            }
        }
    }

    private static func write(_ origin: OrderOrigin, to writer: inout JSONWriter) {
        writer.member("kind", origin.kind.rawValue)
        writer.member("salesChannel", origin.salesChannel)
        writer.member("hostname", origin.hostname)
        writer.member("affiliateId", origin.affiliateID)
        writer.member("marketplaceName", origin.marketplaceName)
        writer.member("marketplaceOrderId", origin.marketplaceOrderID)
        writer.member("sellerOrderId", origin.sellerOrderID)
        writer.texts("sellers", origin.sellers)
    }

    private static func write(_ marketing: OrderMarketing, to writer: inout JSONWriter) {
        writer.member("coupon", marketing.coupon)
        writer.member("utmSource", marketing.utmSource)
        writer.member("utmMedium", marketing.utmMedium)
        writer.member("utmCampaign", marketing.utmCampaign)
        writer.texts("tags", marketing.tags)
        writer.array("promotions") { writer in
            for promotion in marketing.promotions {
                writer.elementObject { writer in
                    writer.member("id", promotion.id)
                    writer.member("name", promotion.name)
                }
            }
        }
    }
}
