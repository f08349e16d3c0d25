import Basics
import HTTPTypes

/// Marketplaces that sell for the shop. Source: facts on VTEX §12.
enum AffiliateRoutes {
    static let all: [Route<Shop>] = [
        route(.get, "", "ListAffiliates") { _, shop in Reply(json: .array(shop.trade.affiliates.all.map(\.kept))) },
        route(.get, "/{id}", "GetAffiliate") { call, shop in
            guard let found = shop.trade.affiliates[id(call)] else { throw unknown }
            return Reply(json: found.kept)
        },
        route(.put, "/{id}", "SaveAffiliate") { call, shop in
            let id = id(call)
            guard id.count == 3, id.allSatisfy({ $0.isASCII && $0.isLetter && !"AEIOU".contains($0) }) else {
                throw Refusal(.badRequest, ["Message": "The id of an affiliate is three consonants"])
            }
            try shop.trade.affiliates.put(Affiliate(id: id, body: try call.json().root))
            return Reply(empty: .ok)
        },
        route(.delete, "/{id}", "DeleteAffiliate") { call, shop in
            try shop.trade.affiliates.change(id(call)) { affiliate in
                guard affiliate != nil else { throw unknown }
                affiliate = nil
            }
            return Reply(empty: .noContent)
        },
    ]

    private static var unknown: Refusal { Module.checkout.notFound("Affiliate not found") }

    private static func id(_ call: Call) -> String { call.parameter("id").uppercased() }

    private static func route(
        _ method: HTTPRequest.Method, _ path: String, _ name: String, handler: @escaping Route<Shop>.Handler
    ) -> Route<Shop> {
        Route(
            method, "/api/fulfillment/pvt/affiliates" + path, name, module: .checkout,
            access: .anyOf([.saveOrderConfiguration, .saveOrderFormConfiguration]), limit: .checkout, handler: handler)
    }
}
