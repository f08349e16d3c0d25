import Basics
import HTTPTypes

/// From a full cart to an order, in three steps: who, where to, how.
enum CheckoutScreens {
    static let all: [Route<ShopVisit>] = [
        Route(.get, "/checkout", "shop") { call, visit in
            guard let cart = filled(visit) else { return visit.goTo("/cart") }
            guard call.field("person") == "new" else { return visit.page(ContactPage(ContactDraft(cart))) }
            return visit.page(ContactPage(ContactDraft(person: somebody(visit))))
        },
        Route(.post, "/checkout", "shop") { call, visit in
            guard let cart = filled(visit) else { return visit.goTo("/cart") }
            let draft = ContactDraft(call)
            guard draft.isWhole else {
                return visit.page(ContactPage(draft, isSent: true), status: .unprocessableContent)
            }
            _ = try visit.shop.change(cart: cart.id, step: .profile) { cart in
                cart.profile = draft.profile
                cart.wantsNewsletter = draft.wantsNewsletter
            }
            return visit.goTo("/checkout/address")
        },
        Route(.get, "/checkout/address", "shop") { _, visit in
            guard let cart = filled(visit), let profile = cart.profile else { return visit.goTo("/checkout") }
            let known = visit.shop.trade.shoppers[Shopper.id(profile.email)]?.address
            return visit.page(AddressPage(AddressDraft(cart.address ?? known ?? usual(profile, visit))))
        },
        Route(.post, "/checkout/address", "shop") { call, visit in
            guard let cart = filled(visit), cart.profile != nil else { return visit.goTo("/checkout") }
            let draft = AddressDraft(call)
            guard draft.isWhole else {
                return visit.page(AddressPage(draft, isSent: true), status: .unprocessableContent)
            }
            _ = try visit.shop.change(cart: cart.id, step: .address) { cart in
                cart.address = draft.address
                // What the next page has chosen already, so that its total is the one to be paid.
                cart.payment = cart.payment ?? PaymentChoice.pix.rawValue
            }
            return visit.goTo("/checkout/payment")
        },
        Route(.get, "/checkout/payment", "shop") { _, visit in
            guard let cart = filled(visit), cart.profile != nil, cart.address != nil else {
                return visit.goTo("/checkout/address")
            }
            return visit.page(PaymentPage(visit, cart))
        },
        Route(.post, "/checkout/payment", "shop", handler: pay),
        Route(.get, "/orders/{id}", "shop") { call, visit in
            guard let state = visit.shop.order(call.parameter("id")), state.source == .bought else {
                throw ShopProblem.missing
            }
            return visit.page(DonePage(visit, state))
        },
    ]

    private static func filled(_ visit: ShopVisit) -> Cart? { visit.cart.flatMap { $0.lines.isEmpty ? nil : $0 } }

    private static func pay(_ call: Call, _ visit: ShopVisit) throws -> Reply {
        guard let cart = filled(visit), cart.profile != nil, cart.address != nil else {
            return visit.goTo("/checkout/address")
        }
        let policy = ShippingPolicy.all.first { $0.id == call.field("policy") }
        let payment = call.field("payment").flatMap(PaymentChoice.init(id:))
        let changed = try visit.shop.change(cart: cart.id, step: .payment) { cart in
            if let policy { cart.policy = policy.id }
            if let payment { cart.payment = payment.rawValue }
        }
        guard call.field("do") == "order" else { return visit.goTo("/checkout/payment", done: .changed) }
        do {
            let state = try visit.shop.buy(cart: changed.id)
            return visit.goTo("/orders/\(visit.shop.content.blueprint(of: state).orderID)", cart: "")
        } catch Shop.BuyingProblem.unavailable {
            return visit.goTo("/cart", done: .unavailable)
        } catch Shop.BuyingProblem.couponUsedUp {
            return visit.goTo("/cart", done: .couponRefused)
        } catch Shop.BuyingProblem.unfinished {
            return visit.goTo("/checkout/payment", done: .unfinished)
        }
    }

    /// A made-up person who has not bought yet.
    private static func somebody(_ visit: ShopVisit) -> Person {
        PersonGenerator.person(seed: visit.shop.seed, number: number(of: visit))
    }

    /// Past all the generator's customers; another one for each cart.
    private static func number(of visit: ShopVisit) -> Int64 {
        10_000_000 + Int64(OlistOrders.hash(visit.cartID) % 1_000_000)
    }

    /// A made-up address for a made-up person, so that one can click through.
    private static func usual(_ profile: Profile, _ visit: ShopVisit) -> PostalAddress? {
        let person = somebody(visit)
        guard profile.document == person.cpf else { return nil }
        return PersonGenerator.address(seed: visit.shop.seed, number: number(of: visit))
    }
}
