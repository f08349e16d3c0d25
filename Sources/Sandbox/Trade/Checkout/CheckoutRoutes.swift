import Basics
import HTTPTypes

/// Carts and what they would cost. Source: VTEX's Checkout OpenAPI file; facts on VTEX §8 and §9.
enum CheckoutRoutes {
    static let all: [Route<Shop>] = [
        route(.post, "orderForms/simulation", "CartSimulation", handler: simulate),
        route(.get, "orderForm/{id}", "GetCartInformationById") { call, shop in
            Reply(json: json(try shop.cart(try id(call)), call, shop))
        },
        route(.post, "orderForm/{id}/coupons", "AddCoupons") { call, shop in
            let text = try call.json().root.optionalString("text") ?? ""
            let cart = try shop.keep(cart: try shop.cart(try id(call))) { $0.coupon = text.isEmpty ? nil : text }
            return Reply(json: json(cart, call, shop))
        },
    ]

    /// Public: a cart's id is the secret.
    private static func route(
        _ method: HTTPRequest.Method, _ path: String, _ name: String, handler: @escaping Route<Shop>.Handler
    ) -> Route<Shop> {
        Route(method, "/api/checkout/pub/" + path, name, module: .checkout, limit: .checkout, handler: handler)
    }

    private static func id(_ call: Call) throws -> String {
        let id = call.parameter("id").lowercased()
        guard id.count == 32, id.allSatisfy(\.isHexDigit) else {
            throw Refusal(
                .badRequest,
                ["error": ["code": "ORD001", "message": "The id of a cart has 32 digits", "exception": nil]])
        }
        return id
    }

    private static func json(_ cart: Cart, _ call: Call, _ shop: Shop) -> JSON {
        let mayRead = [Resource.readCart, .allCarts].contains { call.caller?.mayUse($0) ?? false }
        return OrderFormWriter(cart: cart, quote: shop.quote(cart), shop: shop, showsPerson: mayRead).json()
    }

    private static func simulate(_ call: Call, _ shop: Shop) throws -> Reply {
        let body = try call.json().root
        var wanted: [Cart.Line] = []
        var ids: [String] = []
        try body.forEach("items") { item in
            let id = try item.optionalText("id") ?? ""
            ids.append(id)
            // What is no number is an SKU that nobody knows.
            wanted.append(
                Cart.Line(sku: Int(id) ?? 0, quantity: max(1, Int(clamping: try item.optionalInteger("quantity") ?? 1)))
            )
        }
        guard !wanted.isEmpty, wanted.count <= 300 else {
            throw Refusal(
                .badRequest,
                ["error": ["code": "ORD013", "message": "The simulation needs 1 to 300 items", "exception": nil]])
        }
        let postalCode = try body.optionalText("postalCode")
        var quoting = Quoting(shop: shop, salesChannel: call.field("sc") ?? "1", postalCode: postalCode)
        try body.with("marketingData") { quoting.coupon = try $0.optionalString("coupon") }
        let quote = quoting.quote(wanted)
        let writer = QuoteWriter(quote: quote, account: shop.account, now: shop.time.now())
        let freight = quote.deliveries.first?.price
        return Reply(json: [
            "items": .array(quote.lines.map(writer.item)), "ratesAndBenefitsData": writer.benefits,
            "paymentData": PaymentChoice.paymentData(
                of: quote.items + quote.discounts + (freight ?? 0), due: writer.due),
            "selectableGifts": [], "marketingData": nil, "postalCode": .text(postalCode),
            "country": .string(try body.optionalString("country") ?? "BRA"),
            "logisticsInfo": writer.logistics(chosen: nil), "messages": writer.messages(ids),
            "purchaseConditions": ["itemPurchaseConditions": []], "pickupPoints": [], "subscriptionData": nil,
            "totals": writer.totals(freight: freight), "itemMetadata": ["items": writer.metadata],
        ])
    }
}
