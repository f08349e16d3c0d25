import Basics
import HTTPTypes

/// One request to the shop window, with what pages are made of.
struct ShopVisit: Sendable {
    let world: World
    let shop: Shop
    let call: Call
    let language: Language
    let templates: AdminTemplates

    /// The address that all pages of the store begin with.
    var base: String { "/shop/\(shop.account)" }

    private var cookie: String { "ponte_shop_\(shop.account)" }

    /// The browser's cart, unless an order came of it already.
    var cart: Cart? {
        guard let id = call.cookie(cookie), let cart = shop.trade.carts[id], cart.orderID == nil else { return nil }
        return cart
    }

    /// The browser's cart, or the id for a new one.
    var cartID: String { cart?.id ?? Tokens.hexadecimal(bytes: 16) }

    func page(_ page: some AdminPage, status: HTTPResponse.Status = .ok) -> Reply {
        let html = templates.render(
            type(of: page).template,
            [
                "page": page, "heading": page.heading[language], "words": Said(page.words, language),
                "common": Said(ShopWords(), language), "base": base, "form": Tokens.hexadecimal(bytes: 8),
            ])
        let frame = ShopFrame(visit: self, title: page.heading[language], body: html)
        let text = templates.render(
            "shop-frame",
            [
                "frame": frame, "words": Said(ShopFrame.Words(), language), "base": base,
                "form": Tokens.hexadecimal(bytes: 8),
            ])
        return Reply(status, text: text, type: "text/html; charset=utf-8").guarded
            .with(.cacheControl, "no-store").with(.contentLanguage, language.tag)
    }

    /// After a form: the browser gets a page of its own.
    ///
    /// - Parameters:
    ///   - path: Below the store's base, with its slash.
    ///   - done: What to say on that page.
    ///   - cart: The cart that this browser has from now on; an empty text takes it away.
    func goTo(_ path: String, done: ShopNotice? = nil, cart: String? = nil) -> Reply {
        let mark = path.contains("?") ? "&" : "?"
        let suffix = done.map { "\(mark)done=\($0.rawValue)" } ?? ""
        let reply = Reply(empty: .seeOther).with(.location, base + path + suffix).with(.cacheControl, "no-store")
        guard let cart else { return reply }
        let age = cart.isEmpty ? 0 : 86_400 * 30
        return reply.with(
            .setCookie, "\(cookie)=\(cart); Path=\(base); Max-Age=\(age); SameSite=Lax; HttpOnly")
    }
}
