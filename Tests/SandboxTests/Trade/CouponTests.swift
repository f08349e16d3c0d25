import Basics
import NIOHTTP1
import Sandbox
import Testing

@Suite struct CouponTests {
    private let path = "/api/rnb/pvt/coupon"

    private func body(_ code: String, maxUsage: Int = 1) -> String {
        #"{"utmSource":"festa","utmCampaign":"junho","couponCode":"\#(code)","maxItemsPerClient":1,"#
            + #""expirationIntervalPerUse":"00:00:00","maxUsage":\#(maxUsage)}"#
    }

    @Test func `the same code in any case is the same coupon: 201, then 200`() async throws {
        try await withTrade { client in
            let made = try await client.send(.POST, path, body("FESTA"))
            let changed = try await client.send(.POST, path, body("festa", maxUsage: 9))

            let shown = try await client.get(path + "/FESTA").json.root
            #expect([made.status, changed.status] == [201, 200])
            #expect(try shown.integer("maxUsage") == 9)
            #expect(try shown.string("couponCode") == "FESTA")
        }
    }

    @Test func `what is missing is named`() async throws {
        try await withTrade { client in
            let answer = try await client.send(.POST, path, #"{"couponCode":"X"}"#)

            #expect(answer.status == 400)
            #expect(answer.text.contains(#""errors":{"utmSource":["The utmSource field is required."]}"#))
        }
    }

    @Test func `a batch has codes of its own, one alone keeps the code`() async throws {
        try await withTrade { client in
            var codes: [String] = []
            try await client.send(.POST, path + "s?quantity=3", body("LOTE")).json.root.forEachElement {
                codes.append(try $0.stringValue())
            }
            let one = try await client.send(.POST, path + "s?quantity=1", body("UM"))
            let tooMany = try await client.send(.POST, path + "s?quantity=1001", body("MIL"))

            #expect(Set(codes).count == 3)
            #expect(codes.allSatisfy { $0.wholeMatch(of: /LOTE-[A-Z0-9]{15}/) != nil })
            #expect(try await client.get(path + "/\(codes[2])").status == 200)
            #expect(one.text == #"["UM"]"#)
            #expect(tooMany.status == 400)
        }
    }

    @Test func `several batches at once have a limit`() async throws {
        try await withTrade { client in
            _ = try await client.sandbox.control(.PUT, "/limits", #"{"multipleCoupons":1}"#)
            let batches =
                #"[{"quantity":2,"couponConfiguration":\#(body("A"))},{"quantity":1,"couponConfiguration":\#(body("B"))}]"#

            let first = try await client.send(.POST, "/api/rnb/pvt/multiple-coupons", batches)
            let second = try await client.send(.POST, "/api/rnb/pvt/multiple-coupons", batches)

            var codes = 0
            try first.json.root.forEachElement { _ in codes += 1 }
            #expect(codes == 3)
            #expect(second.status == 429)
        }
    }

    @Test func `an archived coupon is in the archive until it is taken out`() async throws {
        try await withTrade { client in
            let before = try await client.get("/api/rnb/pvt/archive/coupon/VOLTE15").status
            let archived = try await client.send(.POST, "/api/rnb/pvt/archive/coupon/VOLTE15")
            let shown = try await client.get("/api/rnb/pvt/archive/coupon/VOLTE15").json.root
            let back = try await client.send(.POST, "/api/rnb/pvt/unarchive/coupon/volte15")

            #expect(before == 404)
            #expect(archived.text == "\"VOLTE15\"")
            #expect(try shown.bool("isArchived"))
            #expect(back.text == "\"VOLTE15\"")
            #expect(try await client.get("/api/rnb/pvt/archive/coupon/VOLTE15").status == 404)
        }
    }

    @Test func `with an index that lags, a new coupon shows as archived for two minutes and works`() async throws {
        try await withTrade { client in
            _ = try await client.sandbox.control(.PUT, "/index-delay", #"{"seconds":240}"#)
            _ = try await client.send(.POST, path, body("FESTA"))
            let fresh = try await client.get(path + "/FESTA").json.root.bool("isArchived")
            let cart = try await client.send(
                .POST, "/api/checkout/pub/orderForm/0123456789abcdef0123456789abcdef/coupons", #"{"text":"FESTA"}"#)

            _ = try await client.sandbox.control(.POST, "/clock/advance", #"{"seconds":120}"#)

            #expect(fresh)
            #expect(cart.text.contains(#""messages":[]"#))
            #expect(try await !client.get(path + "/FESTA").json.root.bool("isArchived"))
        }
    }
}
