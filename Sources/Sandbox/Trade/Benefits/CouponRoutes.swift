import Basics
import HTTPTypes

/// Coupons: made, listed, used up, archived; never deleted. Source: facts on VTEX §8.
enum CouponRoutes {
    static let all: [Route<Shop>] = [
        route(.get, "coupon", "Getall") { _, shop in
            Reply(json: .array(shop.trade.coupons.all.map { json($0, shop) }))
        },
        route(.post, "coupon", "CreateOrUpdateCoupon", handler: save),
        route(.get, "coupon/{code}", "Getbycouponcode") { call, shop in Reply(json: json(try find(call, shop), shop)) },
        route(.get, "coupon/usage/{code}", "Getusage") { call, shop in
            Reply(json: try find(call, shop).usage(account: shop.account))
        },
        route(.post, "coupons", "MassiveGeneration") { call, shop in
            let quantity = call.field("quantity").flatMap { Int($0) } ?? 1
            let codes = try make(CouponBody(try call.json().root), quantity: quantity, shop)
            return Reply(json: .array(codes.map { .string($0) }))
        },
        route(.post, "multiple-coupons", "CreateMultipleCoupons", limit: .multipleCoupons) { call, shop in
            var batches: [(CouponBody, Int)] = []
            try call.json().root.forEachElement { batch in
                guard let body = batch["couponConfiguration"] else {
                    throw CouponBody.refused("couponConfiguration", "The couponConfiguration field is required.")
                }
                batches.append((try CouponBody(body), Int(clamping: try batch.optionalInteger("quantity") ?? 1)))
            }
            let codes = try batches.flatMap { try make($0, quantity: $1, shop) }
            return Reply(json: .array(codes.map { .string($0) }))
        },
        route(.get, "archive/coupon/{code}", "Getarchivedbycouponcode") { call, shop in
            let coupon = try find(call, shop)
            guard coupon.isArchived else { throw Module.promotions.notFound("Coupon not archived") }
            return Reply(json: json(coupon, shop))
        },
        route(.post, "archive/coupon/{code}", "Archivebycouponcode") { call, shop in
            try archive(call, shop, isArchived: true)
        },
        route(.post, "unarchive/coupon/{code}", "Unarchivebycouponcode") { call, shop in
            try archive(call, shop, isArchived: false)
        },
    ]

    private static func route(
        _ method: HTTPRequest.Method, _ path: String, _ name: String, limit: LimitGroup = .promotions,
        handler: @escaping Route<Shop>.Handler
    ) -> Route<Shop> {
        Route(
            method, "/api/rnb/pvt/" + path, name, module: .promotions, access: .anyOf([.promotions]), limit: limit,
            handler: handler)
    }

    private static func json(_ coupon: Coupon, _ shop: Shop) -> JSON {
        coupon.json(at: shop.time.now(), lag: shop.indexDelay)
    }

    private static func find(_ call: Call, _ shop: Shop) throws -> Coupon {
        guard let coupon = shop.trade.coupons[Coupon.id(call.parameter("code"))] else {
            throw Module.promotions.notFound("Coupon not found")
        }
        return coupon
    }

    /// 201 for a new code, 200 for one that is there: the same code changes the coupon and keeps its uses.
    private static func save(_ call: Call, _ shop: Shop) throws -> Reply {
        let body = try CouponBody(try call.json().root)
        let now = shop.time.now()
        return try shop.trade.coupons.change(Coupon.id(body.code)) { coupon in
            let isNew = coupon == nil
            var saved = body.coupon(code: coupon?.code ?? body.code, group: coupon?.group ?? "", at: now)
            saved.made = coupon?.made ?? now
            saved.uses = coupon?.uses ?? []
            coupon = saved
            return Reply(isNew ? .created : .ok, json: json(saved, shop))
        }
    }

    /// Makes so many, each with the body's code before its own letters; one alone keeps the code.
    private static func make(_ body: CouponBody, quantity: Int, _ shop: Shop) throws -> [String] {
        guard (1...1000).contains(quantity) else {
            throw CouponBody.refused("quantity", "The quantity is between 1 and 1000.")
        }
        let group = Tokens.hexadecimal(bytes: 8)
        let now = shop.time.now()
        return try (0..<quantity).map { _ in
            let code = quantity == 1 ? body.code : "\(body.code)-\(Tokens.couponSuffix())"
            try shop.trade.coupons.put(body.coupon(code: code, group: group, at: now))
            return code
        }
    }

    private static func archive(_ call: Call, _ shop: Shop, isArchived: Bool) throws -> Reply {
        let now = shop.time.now()
        let code = try shop.trade.coupons.change(Coupon.id(call.parameter("code"))) { coupon in
            guard coupon != nil else { throw Module.promotions.notFound("Coupon not found") }
            coupon?.isArchived = isArchived
            coupon?.modified = now
            return coupon?.code
        }
        return Reply(json: .text(code))
    }
}
