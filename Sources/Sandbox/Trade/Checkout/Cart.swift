import Basics

/// A cart, which VTEX calls an order form: what a shopper put in, and what they told of themselves so far.
struct Cart: Keepable {
    struct Line: Sendable, Equatable {
        let sku: Int
        var quantity: Int
    }

    static let kind = "cart"

    /// 32 hexadecimal digits.
    let id: String
    var lines: [Line] = []
    var coupon: String?
    var profile: Profile?
    var address: PostalAddress?
    /// The chosen way to send.
    var policy = ShippingPolicy.all[0].id
    /// A payment system's id, once one is chosen.
    var payment: String?
    var wantsNewsletter = false
    /// The order that came of it.
    var orderID: String?
    var updated: Instant

    var keptID: String { id }
    var units: Int { lines.reduce(0) { $0 + $1.quantity } }

    init(id: String, at now: Instant) {
        self.id = id
        updated = now
    }

    /// The cart that became an order.
    init(id: String, order: OrderBlueprint, state: OrderState) {
        self.id = id
        lines = order.lines.filter { !$0.isGift }.map { Line(sku: $0.sku.id, quantity: $0.quantity) }
        coupon = order.marketing?.coupon
        profile = Profile(order.customer)
        address = order.address
        wantsNewsletter = order.customer.wantsNewsletter
        orderID = order.orderID
        updated = state.created
    }

    /// Puts in so many of a SKU, or takes it out at 0.
    mutating func set(_ sku: Int, quantity: Int) {
        guard let position = lines.firstIndex(where: { $0.sku == sku }) else {
            if quantity > 0 { lines.append(Line(sku: sku, quantity: quantity)) }
            return
        }
        if quantity > 0 { lines[position].quantity = quantity } else { lines.remove(at: position) }
    }

    func quantity(of sku: Int) -> Int { lines.first { $0.sku == sku }?.quantity ?? 0 }

    /// More of one SKU is no shopper's.
    static let mostOfOne = 100
    static let mostLines = 50
    /// Carts that one shop keeps.
    static let most = 10_000

    static func == (left: Cart, right: Cart) -> Bool { left.kept == right.kept }
}

extension Cart {
    var kept: JSON {
        [
            "id": .string(id),
            "lines": .array(lines.map { ["sku": .number($0.sku), "quantity": .number($0.quantity)] }),
            "coupon": .text(coupon), "profile": profile?.kept ?? .null, "address": address?.kept ?? .null,
            "policy": .string(policy), "payment": .text(payment), "wantsNewsletter": .bool(wantsNewsletter),
            "orderID": .text(orderID), "updated": .integer(updated.microseconds),
        ]
    }

    init(kept: JSONView) throws {
        self.init(id: try kept.string("id"), at: Instant(microseconds: try kept.integer("updated")))
        var lines: [Line] = []
        try kept.forEach("lines") { line in
            lines.append(Line(sku: Int(try line.integer("sku")), quantity: Int(try line.integer("quantity"))))
        }
        self.lines = lines
        coupon = try kept.optionalString("coupon")
        profile = try kept["profile"].map(Profile.init)
        address = try kept["address"].map(PostalAddress.init)
        policy = try kept.string("policy")
        payment = try kept.optionalString("payment")
        wantsNewsletter = try kept.bool("wantsNewsletter")
        orderID = try kept.optionalString("orderID")
    }
}
