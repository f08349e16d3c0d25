import Basics
import HTTPTypes

/// The cart: filled, changed, given a coupon, left.
enum BasketScreens {
    static let all: [Route<ShopVisit>] = [
        Route(.get, "/cart", "shop") { _, visit in visit.page(CartPage(visit)) },
        Route(.post, "/cart", "shop", handler: add),
        Route(.post, "/cart/lines/{sku}", "shop", handler: change),
        Route(.post, "/cart/coupon", "shop", handler: coupon),
        Route(.post, "/leave", "shop") { _, visit in
            guard let cart = visit.cart else { return visit.goTo("") }
            return visit.goTo("", done: cart.profile == nil ? .leftUnknown : .left, cart: "")
        },
    ]

    private static func add(_ call: Call, _ visit: ShopVisit) throws -> Reply {
        let sku = try find(call.field("sku"), visit)
        let id = visit.cartID
        let more = quantity(call) ?? 1
        let wanted = (visit.cart?.quantity(of: sku.id) ?? 0) + more
        guard wanted <= visit.shop.trade.available(sku.id) ?? .max, wanted <= Cart.mostOfOne else {
            return visit.goTo("/p/\(sku.slug)", done: .soldOut)
        }
        let cart = try visit.shop.change(cart: id, step: .cart) { cart in
            guard cart.lines.count < Cart.mostLines || cart.quantity(of: sku.id) > 0 else { return }
            cart.set(sku.id, quantity: wanted)
        }
        return visit.goTo("/cart", done: .added, cart: cart.id)
    }

    private static func change(_ call: Call, _ visit: ShopVisit) throws -> Reply {
        guard let cart = visit.cart, let sku = Int(call.parameter("sku")), let wanted = quantity(call) else {
            return visit.goTo("/cart")
        }
        if wanted > 0, wanted > visit.shop.trade.available(sku) ?? .max {
            return visit.goTo("/cart", done: .soldOut)
        }
        _ = try visit.shop.change(cart: cart.id, step: .cart) { $0.set(sku, quantity: wanted) }
        return visit.goTo("/cart", done: wanted == 0 ? .removed : .changed)
    }

    private static func coupon(_ call: Call, _ visit: ShopVisit) throws -> Reply {
        guard let cart = visit.cart else { return visit.goTo("/cart") }
        let code = Typed.line(call.field("code"))
        guard !code.isEmpty else {
            _ = try visit.shop.change(cart: cart.id, step: .cart) { $0.coupon = nil }
            return visit.goTo("/cart", done: .couponGone)
        }
        guard let coupon = visit.shop.trade.coupons[Coupon.id(code)], coupon.isUsable else {
            return visit.goTo("/cart", done: .couponRefused)
        }
        _ = try visit.shop.change(cart: cart.id, step: .cart) { $0.coupon = coupon.code }
        return visit.goTo("/cart", done: .couponTaken)
    }

    private static func find(_ text: String?, _ visit: ShopVisit) throws -> CatalogueSKU {
        guard let id = text.flatMap({ Int($0) }), let sku = visit.shop.catalogue.sku(id),
            Offer(sku, visit.shop, salesChannel: "1", at: visit.shop.time.now()) != nil
        else { throw ShopProblem.missing }
        return sku
    }

    /// Nil for what is no number of units.
    private static func quantity(_ call: Call) -> Int? {
        call.field("quantity").flatMap { Int($0) }.flatMap { (0...Cart.mostOfOne).contains($0) ? $0 : nil }
    }
}
