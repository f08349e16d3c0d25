import Basics

/// Everything about an order that never changes: a pure function of the seed and its number.
struct OrderBlueprint: Sendable {
    var orderID: String
    var group: String
    var sequence: String
    var origin: Origin
    /// Empty for the store's own sales.
    var affiliateID: String
    /// The name of the marketplace that sold; nil for the store's own sales.
    var marketplace: String?
    var marketplaceOrderID: String
    var salesChannel: String
    var sellerID: String
    var sellerName: String
    var customer: Person
    var email: String
    var address: PostalAddress
    var lines: [OrderLine]
    /// What the customer pays for the way, in cents, over all lines.
    var freight: Int64 { lines.reduce(0) { $0 + $1.freight } }
    var payments: [OrderPayment]
    var marketing: OrderMarketing?
    var promotion: Promotion?
    var note: String?
    var deliveryDays: Int
    var isPickup: Bool
    /// 128 bits for ids that nobody interprets.
    var salt: (UInt64, UInt64)
    /// The digit past the microsecond in the order's dates.
    var seventhDigit: Int

    enum Origin: String, Sendable {
        case marketplace = "Marketplace"
        case fulfillment = "Fulfillment"
    }

    struct Promotion: Sendable {
        let id: String
        let name: String
    }

    /// Sum of the lines before discounts, cents.
    var itemsTotal: Int64 { lines.reduce(0) { $0 + $1.total(at: $1.price) } }
    /// Not positive, cents.
    var discounts: Int64 { lines.reduce(0) { $0 + $1.total(at: $1.sellingPrice) } - itemsTotal }
    /// What the customer pays, cents.
    var value: Int64 { itemsTotal + discounts + freight }
    var units: Int { lines.reduce(0) { $0 + $1.quantity } }

    /// The id of one of the payments.
    func paymentID(at position: Int) -> String {
        Hexadecimal.text(salt.1, salt.0 &+ UInt64(position), upperCase: true)
    }
}

/// A person, made up. CPF and phone only look valid.
struct Person: Sendable {
    var firstName: String
    var lastName: String
    /// Eleven digits.
    var cpf: String
    var email: String
    var phone: String
    var profileID: String
    var wantsNewsletter: Bool
    /// Set for one in twenty: a firm buys.
    var corporateName: String?
    var corporateDocument: String?
    /// Which of the generator's people this is; nil for anybody else.
    var number: Int64?
}

struct PostalAddress: Sendable {
    var postalCode: String
    var city: String
    var state: String
    var street: String
    var number: String
    var neighborhood: String
    var complement: String?
    /// Hundred-thousandths of a degree, longitude and latitude; nil when unknown.
    var coordinates: (Int64, Int64)?
}

struct OrderLine: Sendable {
    var sku: CatalogueSKU
    var quantity: Int
    /// Cents before discounts.
    var price: Int64
    /// Cents after discounts.
    var sellingPrice: Int64
    var isGift: Bool
    /// Cents of freight on this line.
    var freight: Int64

    /// Cents for the whole line, the unit multiplier included, rounded half up.
    func total(at price: Int64) -> Int64 {
        (price * Int64(quantity) * sku.multiplierThousandths + 500) / 1000
    }
}

struct OrderPayment: Sendable {
    enum Kind: Sendable { case card(String), pix, boleto, promissory(String), giftCard }
    var kind: Kind
    var value: Int64
    var installments: Int
}

struct OrderMarketing: Sendable {
    var source: String?
    var medium: String?
    var campaign: String?
    var coupon: String?
    var tags: [String]
}
