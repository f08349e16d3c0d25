import Basics

/// An order that somebody made in the shop window: what the generator makes of a number for all others.
struct Purchase: Keepable {
    static let kind = "purchase"

    struct Line: Sendable, Equatable {
        let sku: Int
        let quantity: Int
        let price: Int64
        let sellingPrice: Int64
        let isGift: Bool
        let freight: Int64
    }

    /// The order's number, a millisecond.
    let number: Int64
    /// The cart's id, which is the order's `orderFormId`.
    let cart: String
    let userID: String
    let profile: Profile
    let address: PostalAddress
    let wantsNewsletter: Bool
    let lines: [Line]
    let policy: String
    let days: Int
    /// A payment system's id.
    let payment: String
    let coupon: String?
    let utmSource: String?
    let utmCampaign: String?
    let promotionID: String?
    let promotionName: String?

    var keptID: String { String(number) }

    static func == (left: Purchase, right: Purchase) -> Bool { left.kept == right.kept }

    /// As the generator would have made it.
    func blueprint(_ generator: OrderGenerator) -> OrderBlueprint {
        let group = generator.numbering.group(number, style: .plain)
        let person = Person(
            firstName: profile.firstName, lastName: profile.lastName, cpf: profile.document, email: profile.email,
            phone: profile.phone, profileID: userID, wantsNewsletter: wantsNewsletter)
        var dice = Dice(seed: generator.seed, number: number, purpose: 21)
        let sold = lines.compactMap { line in
            generator.catalogue.sku(line.sku).map { sku in
                OrderLine(
                    sku: sku, quantity: line.quantity, price: line.price, sellingPrice: line.sellingPrice,
                    isGift: line.isGift, freight: line.freight)
            }
        }
        let digits = Array(cart)
        let salt = (
            UInt64(String(digits.prefix(16)), radix: 16) ?? dice.word(),
            UInt64(String(digits.suffix(16)), radix: 16) ?? dice.word()
        )
        var order = OrderBlueprint(
            orderID: group + "-01", group: group, sequence: String(generator.numbering.sequence(number)),
            origin: .marketplace, affiliateID: "", marketplace: nil, marketplaceOrderID: group + "-01",
            salesChannel: "1", sellerID: "1", sellerName: "Loja Demo", customer: person, email: "",
            address: address, lines: sold, payments: [],
            marketing: coupon.map {
                OrderMarketing(source: utmSource, medium: nil, campaign: utmCampaign, coupon: $0, tags: [])
            },
            promotion: promotionID.map { .init(id: $0, name: promotionName ?? "") }, note: nil, deliveryDays: days,
            isPickup: ShippingPolicy.all.first { $0.id == policy }?.isPickup ?? false, salt: salt,
            seventhDigit: dice.below(10))
        order.email = Masking.email(of: person, dice: &dice)
        order.payments = [
            OrderPayment(kind: PaymentChoice(id: payment)?.kind ?? .pix, value: order.value, installments: 1)
        ]
        return order
    }
}

extension Purchase {
    var kept: JSON {
        [
            "number": .integer(number), "cart": .string(cart), "userID": .string(userID), "profile": profile.kept,
            "address": address.kept, "wantsNewsletter": .bool(wantsNewsletter),
            "lines": .array(
                lines.map {
                    [
                        "sku": .number($0.sku), "quantity": .number($0.quantity), "price": .integer($0.price),
                        "sellingPrice": .integer($0.sellingPrice), "isGift": .bool($0.isGift),
                        "freight": .integer($0.freight),
                    ]
                }),
            "policy": .string(policy), "days": .number(days), "payment": .string(payment), "coupon": .text(coupon),
            "utmSource": .text(utmSource), "utmCampaign": .text(utmCampaign), "promotionID": .text(promotionID),
            "promotionName": .text(promotionName),
        ]
    }

    init(kept: JSONView) throws {
        guard let profile = try kept["profile"].map(Profile.init),
            let address = try kept["address"].map(PostalAddress.init)
        else { throw KeptLine.Unknown() }
        var lines: [Line] = []
        try kept.forEach("lines") { line in
            lines.append(
                Line(
                    sku: Int(try line.integer("sku")), quantity: Int(try line.integer("quantity")),
                    price: try line.integer("price"), sellingPrice: try line.integer("sellingPrice"),
                    isGift: try line.bool("isGift"), freight: try line.integer("freight")))
        }
        self.init(
            number: try kept.integer("number"), cart: try kept.string("cart"), userID: try kept.string("userID"),
            profile: profile, address: address, wantsNewsletter: try kept.bool("wantsNewsletter"), lines: lines,
            policy: try kept.string("policy"), days: Int(try kept.integer("days")),
            payment: try kept.string("payment"), coupon: try kept.optionalString("coupon"),
            utmSource: try kept.optionalString("utmSource"), utmCampaign: try kept.optionalString("utmCampaign"),
            promotionID: try kept.optionalString("promotionID"),
            promotionName: try kept.optionalString("promotionName"))
    }
}
