import Basics

/// The parts that simulations and order forms share. Source: VTEX's Checkout OpenAPI file; facts on VTEX §9.
struct QuoteWriter {
    let quote: Quote
    let account: String
    let now: Instant

    private var validUntil: JSON { .string((now + .seconds(31_536_000)).iso8601) }
    var due: String { (now + .seconds(259_200)).iso8601 }

    /// One line of a simulation.
    func item(_ line: Quote.Line) -> JSON {
        [
            "id": .string(String(line.sku.id)), "requestIndex": .number(line.position),
            "quantity": .number(line.quantity), "seller": "1", "sellerChain": ["1"], "tax": 0, "taxCode": "",
            "priceValidUntil": validUntil, "price": .integer(line.price), "listPrice": .integer(line.listPrice),
            "rewardValue": 0, "sellingPrice": .integer(line.sellingPrice), "offerings": [],
            "priceTags": tags(line), "measurementUnit": .string(line.sku.measurementUnit),
            "unitMultiplier": line.sku.multiplier, "parentItemIndex": nil, "parentAssemblyBinding": nil,
            "availability": .string(line.availability), "priceDefinition": definition(line),
        ]
    }

    /// One line of an order form.
    func formItem(_ line: Quote.Line) -> JSON {
        let sku = line.sku
        let own: JSON = [
            "uniqueId": .string(Hexadecimal.text(UInt64(sku.id), UInt64(line.position), upperCase: true)),
            "productId": .string(String(sku.productID)),
            "productRefId": .string("P-\(PersonGenerator.padded(sku.productID, 4))"), "refId": .string(sku.refID),
            "ean": .text(sku.ean), "name": .string(sku.fullName), "skuName": .string(sku.name), "modalType": nil,
            "manualPrice": nil, "manualPriceAppliedBy": nil, "isGift": .bool(line.isGift),
            "additionalInfo": [
                "dimension": nil, "brandName": .string(sku.brand), "brandId": .string(String(sku.brandID)),
                "offeringInfo": nil, "offeringType": nil, "offeringTypeId": nil,
            ],
            "preSaleDate": nil, "productCategoryIds": .string("/\(sku.department.id)/\(sku.category.id)/"),
            "productCategories": .object([
                .init(name: String(sku.department.id), value: .string(sku.department.name)),
                .init(name: String(sku.category.id), value: .string(sku.category.name)),
            ]),
            "imageUrl": .string(PictureAddress.url(sku, account: account)), "detailUrl": .string("/\(sku.slug)/p"),
            "bundleItems": [], "attachments": [], "manufacturerCode": .string("FAB-\(sku.productID)"),
        ]
        return item(line).replacing(JSON.members(own))
    }

    private func tags(_ line: Quote.Line) -> JSON {
        .array(
            line.tags.enumerated().map { position, tag in
                [
                    "identifier": .string(tag.promotionID), "isPercentual": .bool(tag.isPercentual),
                    "name": .string("discount@price-\(tag.promotionID)#\(position + 1)"),
                    "rawValue": .currency(cents: tag.value), "value": .integer(tag.value),
                ]
            })
    }

    private func definition(_ line: Quote.Line) -> JSON {
        [
            "calculatedSellingPrice": .integer(line.sellingPrice),
            "total": .integer(line.total(at: line.sellingPrice)),
            "sellingPrices": [["value": .integer(line.sellingPrice), "quantity": .number(line.quantity)]],
        ]
    }

    /// One entry for each line, with every way to send it.
    ///
    /// - Parameter chosen: The way that the shopper took; nil when nobody chose yet.
    func logistics(chosen: String?) -> JSON {
        let shares = quote.deliveries.map { ($0, quote.freight($0.price), quote.freight($0.listPrice)) }
        return .array(
            quote.lines.enumerated().map { position, line in
                let ways = shares.map { way($0.0, line, price: $0.1[position], listPrice: $0.2[position]) }
                let policy = chosen.flatMap { quote.delivery($0)?.policy }
                return [
                    "itemIndex": .number(line.position), "addressId": nil, "selectedSla": .text(policy?.method),
                    "selectedDeliveryChannel": .text(policy.map { $0.isPickup ? "pickup-in-point" : "delivery" }),
                    "quantity": .number(line.quantity), "shipsTo": ["BRA"],
                    "slas": .array(line.isAvailable ? ways : []),
                    "deliveryChannels": [["id": "delivery"], ["id": "pickup-in-point"]],
                    "itemId": .string(String(line.sku.id)),
                ]
            })
    }

    private func way(_ delivery: Quote.Delivery, _ line: Quote.Line, price: Int64, listPrice: Int64) -> JSON {
        let policy = delivery.policy
        return [
            "id": .string(policy.method),
            "deliveryChannel": .string(policy.isPickup ? "pickup-in-point" : "delivery"),
            "name": .string(policy.method),
            "deliveryIds": [
                [
                    "courierId": .string(policy.id), "warehouseId": .string(Warehouse.all[0].id),
                    "dockId": .string(Warehouse.all[0].dock), "courierName": .string(policy.name),
                    "quantity": .number(line.quantity),
                ]
            ],
            "attachmentOfferings": [], "shippingEstimate": .string("\(delivery.days)bd"), "shippingEstimateDate": nil,
            "useIndividualShippingEstimates": false, "lockTTL": nil, "price": .integer(price),
            "listPrice": .integer(listPrice), "tax": 0,
            "pickupStoreInfo": [
                "isPickupStore": .bool(policy.isPickup),
                "friendlyName": policy.isPickup ? "Loja Centro" : nil, "address": nil, "additionalInfo": nil,
                "dockId": nil,
            ],
            "pickupPointId": nil, "pickupDistance": 0, "polygonName": nil,
            "transitTime": .string("\(delivery.days)d"),
        ]
    }

    var benefits: JSON {
        let named: [JSON] = quote.promotions.map {
            ["description": nil, "featured": false, "id": .string($0.id), "name": .string($0.name)]
        }
        return ["rateAndBenefitsIdentifiers": .array(named), "teaser": []]
    }

    /// - Parameter freight: Nil while nobody knows where to.
    func totals(freight: Int64?) -> JSON {
        func total(_ id: String, _ name: String, _ value: Int64) -> JSON {
            ["id": .string(id), "name": .string(name), "value": .integer(value)]
        }
        return .array(
            [
                total("Items", "Total dos Itens", quote.items),
                total("Discounts", "Total dos Descontos", quote.discounts),
            ] + (freight.map { [total("Shipping", "Total do Frete", $0)] } ?? []))
    }

    /// What went wrong with a line or the coupon; the answer is 200 all the same.
    func messages(_ skus: [String]) -> JSON {
        func message(_ code: String, _ text: String) -> JSON {
            ["code": .string(code), "text": .string(text), "status": "error", "fields": [:]]
        }
        let unknown = quote.unknown.map { position in
            message("ORD002", "O item \(position < skus.count ? skus[position] : "") não foi encontrado")
        }
        let short = quote.lines.filter { !$0.isAvailable }.map { line in
            message(line.availability, "O item \(line.sku.fullName) não está disponível")
        }
        let refused = quote.isCouponRefused ? [message("couponNotFound", "Cupom inválido")] : []
        return .array(unknown + short + refused)
    }

    var metadata: JSON {
        .array(
            quote.lines.map { line in
                [
                    "id": .string(String(line.sku.id)), "seller": "1", "name": .string(line.sku.fullName),
                    "skuName": .string(line.sku.name), "productId": .string(String(line.sku.productID)),
                    "refId": .string(line.sku.refID), "ean": .text(line.sku.ean),
                    "imageUrl": .string(PictureAddress.url(line.sku, account: account)),
                    "detailUrl": .string("/\(line.sku.slug)/p"), "assemblyOptions": [],
                ]
            })
    }
}
