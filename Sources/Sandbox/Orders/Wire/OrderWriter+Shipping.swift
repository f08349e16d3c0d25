import Basics

extension OrderWriter {
    func writeShipping(_ writer: inout JSONWriter) {
        guard state.status != .incomplete else { return }
        writer.object("shippingData") { writer in
            writer.member("id", "shippingData")
            writer.object("address") { writer in address(&writer) }
            writer.array("logisticsInfo") { writer in
                for (position, line) in order.lines.enumerated() {
                    writer.elementObject { writer in logistics(line, at: position, &writer) }
                }
            }
            writer.nulls("trackingHints")
            writer.array("selectedAddresses") { writer in
                writer.elementObject { writer in address(&writer) }
            }
            writer.emptyArray("contactInformation")
        }
    }

    private var addressID: String { Hexadecimal.text(order.salt.1, order.salt.1 &+ 1) }

    private func address(_ writer: inout JSONWriter) {
        let address = order.address
        writer.member("addressType", order.isPickup ? "pickup" : "residential")
        writer.member("receiverName", "\(order.customer.firstName) \(order.customer.lastName)")
        writer.member("addressId", addressID)
        writer.nulls("versionId", "entityId")
        writer.member("postalCode", address.postalCode)
        writer.member("city", address.city)
        writer.member("state", address.state)
        writer.member("country", "BRA")
        writer.member("street", address.street)
        writer.member("number", address.number)
        writer.member("neighborhood", address.neighborhood)
        writer.member("complement", address.complement ?? "")
        writer.nulls("reference")
        writer.array("geoCoordinates") { writer in
            guard let (longitude, latitude) = address.coordinates else { return }
            writer.element(raw: Array(OrderWriter.decimal(longitude, places: 5).utf8))
            writer.element(raw: Array(OrderWriter.decimal(latitude, places: 5).utf8))
        }
    }

    private func logistics(_ line: OrderLine, at position: Int, _ writer: inout JSONWriter) {
        let channel = order.isPickup ? "pickup-in-point" : "delivery"
        let estimate = "\(order.deliveryDays)bd"
        writer.member("itemIndex", position)
        writer.member("selectedSla", order.isPickup ? "Retirada" : "Normal")
        writer.member("lockTTL", "10d")
        writer.member("price", line.freight)
        writer.member("listPrice", line.freight)
        writer.member("sellingPrice", line.freight)
        writer.nulls("deliveryWindow")
        writer.member("deliveryCompany", order.isPickup ? "Retirada na loja" : "Correios PAC")
        writer.member("shippingEstimate", estimate)
        writer.member(
            "shippingEstimateDate",
            date((state.authorized ?? state.created) + .seconds(order.deliveryDays * 86_400)))
        writer.array("slas") { writer in
            writer.elementObject { writer in
                writer.member("id", order.isPickup ? "Retirada" : "Normal")
                writer.member("name", order.isPickup ? "Retirada" : "Normal")
                writer.member("shippingEstimate", estimate)
                writer.nulls("deliveryWindow")
                writer.member("price", line.freight)
                writer.member("deliveryChannel", channel)
                pickupStore(&writer)
                writer.nulls("polygonName")
                writer.member("lockTTL", "10d")
                writer.member("transitTime", "3d")
                writer.number("pickupDistance", "0.0")
            }
        }
        writer.array("shipsTo") { writer in writer.element("BRA") }
        writer.array("deliveryIds") { writer in
            writer.elementObject { writer in
                writer.member("courierId", "136769c")
                writer.member("courierName", order.isPickup ? "Retirada na loja" : "Correios PAC")
                writer.member("dockId", "doca_1")
                writer.member("quantity", line.quantity)
                writer.member("warehouseId", "1_1")
                writer.member("accountCarrierName", account)
                writer.emptyArray("kitItemDetails")
            }
        }
        writer.array("deliveryChannels") { writer in
            writer.elementObject { writer in
                writer.member("id", channel)
                writer.member("stockBalance", 0)
            }
        }
        writer.member("selectedDeliveryChannel", channel)
        writer.member("deliveryChannel", channel)
        pickupStore(&writer)
        writer.member("addressId", addressID)
        writer.nulls("versionId", "entityId", "polygonName", "pickupPointId")
        writer.member("transitTime", "3d")
    }

    private func pickupStore(_ writer: inout JSONWriter) {
        writer.object("pickupStoreInfo") { writer in
            writer.nulls("additionalInfo", "address", "dockId")
            writer.text("friendlyName", order.isPickup ? "Loja Centro" : nil)
            writer.member("isPickupStore", order.isPickup)
        }
    }
}
