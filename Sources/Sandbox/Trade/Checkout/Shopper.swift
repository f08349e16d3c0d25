import Basics

/// A person who bought, left a cart or subscribed in the shop window: what Master Data's clients (CL) tell of them.
///
/// The seam between shop window and Master Data: `Shop.trade.shoppers` has everybody, by e-mail in lower case.
/// Source of the cart's fields: facts on VTEX §5.5.
struct Shopper: Keepable {
    /// How far the last cart got, as `checkouttag` says it.
    enum Step: String, Sendable {
        case cart = "Carrinho"
        case profile = "DadosPessoais"
        case address = "Endereco"
        case payment = "FormaPagamento"
        case finished = "Finalizado"
    }

    /// The last cart only, as VTEX keeps it.
    struct LastCart: Sendable, Equatable {
        var lines: [Cart.Line]
        /// Cents.
        var value: Int64
        var session: String
        var sessionDate: Instant
        var step: Step

        /// `add?sku=1&qty=1&seller=1&sc=1&sku=2&qty=2&seller=1&sc=1`, to be appended to `/checkout/cart/`.
        var rclastcart: String {
            "add?" + lines.map { "sku=\($0.sku)&qty=\($0.quantity)&seller=1&sc=1" }.joined(separator: "&")
        }
    }

    static let kind = "shopper"

    /// Lower case.
    let email: String
    /// A UUID: `userId` in CL, `userProfileId` in orders.
    let userID: String
    var profile: Profile?
    var address: PostalAddress?
    var wantsNewsletter = false
    var lastCart: LastCart?
    let created: Instant
    var updated: Instant

    var keptID: String { email }

    static func id(_ email: String) -> String { email.lowercased() }

    init(email: String, userID: String, at now: Instant) {
        self.email = Shopper.id(email)
        self.userID = userID
        created = now
        updated = now
    }

    /// As an order has them.
    var person: Person {
        Person(
            firstName: profile?.firstName ?? "", lastName: profile?.lastName ?? "", cpf: profile?.document ?? "",
            email: email, phone: profile?.phone ?? "", profileID: userID, wantsNewsletter: wantsNewsletter)
    }

    static func == (left: Shopper, right: Shopper) -> Bool { left.kept == right.kept }
}

extension Shopper {
    var kept: JSON {
        [
            "email": .string(email), "userID": .string(userID), "profile": profile?.kept ?? .null,
            "address": address?.kept ?? .null, "wantsNewsletter": .bool(wantsNewsletter),
            "lastCart": lastCart.map { cart in
                [
                    "lines": .array(cart.lines.map { ["sku": .number($0.sku), "quantity": .number($0.quantity)] }),
                    "value": .integer(cart.value), "session": .string(cart.session),
                    "sessionDate": .integer(cart.sessionDate.microseconds), "step": .string(cart.step.rawValue),
                ]
            } ?? .null,
            "created": .integer(created.microseconds), "updated": .integer(updated.microseconds),
        ]
    }

    init(kept: JSONView) throws {
        email = try kept.string("email")
        userID = try kept.string("userID")
        profile = try kept["profile"].map(Profile.init)
        address = try kept["address"].map(PostalAddress.init)
        wantsNewsletter = try kept.bool("wantsNewsletter")
        lastCart = try kept["lastCart"].map(LastCart.init)
        created = Instant(microseconds: try kept.integer("created"))
        updated = Instant(microseconds: try kept.integer("updated"))
    }
}

extension Shopper.LastCart {
    init(_ view: JSONView) throws {
        guard let step = Shopper.Step(rawValue: try view.string("step")) else { throw KeptLine.Unknown() }
        var lines: [Cart.Line] = []
        try view.forEach("lines") { line in
            lines.append(Cart.Line(sku: Int(try line.integer("sku")), quantity: Int(try line.integer("quantity"))))
        }
        self.init(
            lines: lines, value: try view.integer("value"), session: try view.string("session"),
            sessionDate: Instant(microseconds: try view.integer("sessionDate")), step: step)
    }
}
