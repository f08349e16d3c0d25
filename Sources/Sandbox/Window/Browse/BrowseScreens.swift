import Basics
import HTTPTypes

/// Looking around, and the newsletter.
enum BrowseScreens {
    static let all: [Route<ShopVisit>] = [
        Route(.get, "/", "shop") { call, visit in visit.page(StorePage(visit, call)) },
        Route(.get, "/p/{slug}", "shop") { call, visit in
            let search = ProductSearch(shop: visit.shop, now: visit.shop.time.now())
            guard let found = search.product(slug: call.parameter("slug")) else { throw ShopProblem.missing }
            return visit.page(ProductPage(visit, found))
        },
        Route(.post, "/newsletter", "shop") { call, visit in
            let email = Typed.line(call.field("email"), longest: 200)
            guard ContactDraft.isAddress(email) else { return visit.goTo("", done: .notAnAddress) }
            let wants = call.field("wants") != "no"
            try visit.shop.subscribe(email, wants)
            return visit.goTo("", done: wants ? .subscribed : .unsubscribed)
        },
    ]
}
