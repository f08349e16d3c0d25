import Basics
import Commerce
import ConnectorKit
import TestSupport
import Testing

@Suite struct VTEXPromotionSourceTests {
    private static let list = "/api/rnb/pvt/benefits/calculatorconfiguration"
    private static let archive = "/api/rnb/pvt/archive/benefits/calculatorConfiguration"
    private static let one = "/api/rnb/pvt/calculatorconfiguration/"
    private static let coupons = "/api/rnb/pvt/coupon"

    private func desk(coupons: String = "[]") throws -> VTEXStoreDesk {
        let desk = try VTEXStoreDesk()
        desk.transport.answer(
            Self.list,
            body: #"{"items":[{"idCalculatorConfiguration":"b"}],"disabledItems":[{"idCalculatorConfiguration":"c"}],"#
                + #""archivedItems":null}"#)
        desk.transport.answer(Self.archive, body: #"{"items":[{"idCalculatorConfiguration":"a"}]}"#)
        desk.transport.answer(Self.one, body: #"{"name":"Outra","isActive":false}"#)
        desk.transport.answer(Self.coupons, body: coupons)
        return desk
    }

    @Test func `promotions come in full, switched off and archived ones too, then coupons`() async throws {
        let desk = try desk(coupons: #"[{"couponCode":"ZZ"},{"couponCode":"AA"}]"#)

        let pages = try await desk.pages(.promotions)

        #expect(pages.map { $0.ids(.promotion) } == [["a", "b", "c"], []])
        #expect(pages.map { $0.ids(.coupon) } == [[], ["AA", "ZZ"]])
        #expect(try await desk.source(.promotions).survey() == 5)
    }

    @Test func `a promotion tells what it grants, to which carts and when`() async throws {
        let desk = try desk()
        desk.transport.answer(
            Self.one + "b",
            body: #"{"idCalculatorConfiguration":"b","name":"Dez","type":"regular","isActive":true,"isArchived":false,"#
                + #""lastModified":"2026-01-02T03:04:05.1Z","beginDateUtc":"2026-01-01T00:00:00","endDateUtc":null,"#
                + #""percentualDiscountValue":12.5,"nominalDiscountValue":25.9,"percentualShippingDiscountValue":0,"#
                + #""totalValueFloor":199,"totalValueCeling":0,"cumulative":true,"utmSource":"vip","utmCampaign":"","#
                + #""maxUsage":0,"maxUsagePerClient":"1","idsSalesChannel":["1"],"areSalesChannelIdsExclusive":true,"#
                + #""skus":[{"id":10,"name":"x"}],"skusAreInclusive":false,"brands":[],"skusGift":{"gifts":["11"]}}"#)

        let record = try await desk.source(.promotions).fetch(.promotion, "b").first(.promotion)

        #expect(
            record.core
                == #"{"schema":"promotion/1","externalId":"b","name":"Dez","changedAt":"2026-01-02T03:04:05.100000Z","#
                + #""type":"regular","isActive":true,"isArchived":false,"isCumulative":true,"#
                + #""beginsAt":"2026-01-01T00:00:00Z","percentOffMillionths":12500000,"#
                + #""amountOff":{"amount":2590,"currency":"BRL","scale":2},"#
                + #""cartFloor":{"amount":19900,"currency":"BRL","scale":2},"giftSkus":["11"],"utmSource":"vip","#
                + #""maxUsagePerCustomer":1,"salesChannels":{"ids":["1"],"isInclusive":false},"#
                + #""skus":{"ids":["10"],"isInclusive":false}}"#)
    }

    @Test func `a coupon tells the utm values that it sets`() async throws {
        let desk = try desk()
        desk.transport.answer(
            Self.coupons + "/VIP%2F1",
            body:
                #"{"lastModifiedUtc":"2026-01-02T03:04:05Z","utmSource":"vip","utmCampaign":"c","couponCode":"VIP/1","#
                + #""isArchived":false,"maxItemsPerClient":1,"expirationIntervalPerUse":"00:00:00","maxUsage":1}"#)

        let record = try await desk.source(.promotions).fetch(.coupon, "VIP/1").first(.coupon)

        #expect(
            record.core == #"{"schema":"coupon/1","externalId":"VIP/1","changedAt":"2026-01-02T03:04:05Z","#
                + #""isArchived":false,"utmSource":"vip","utmCampaign":"c","maxUsage":1,"maxItemsPerCustomer":1}"#)
    }

    @Test func `many coupons are one answer, read page by page; another process asks again and misses none`()
        async throws
    {
        let codes = (0..<2500).map { "C" + String(10_000 + $0) }
        let list = "[" + codes.reversed().map { #"{"couponCode":"\#($0)"}"# }.joined(separator: ",") + "]"
        let desk = try desk(coupons: list)
        let other = try self.desk(coupons: list)

        let pages = try await desk.pages(.promotions)
        let rest = try await other.source(.promotions).page(of: .everything, after: pages[1].next)

        #expect(pages.map { $0.ids(.coupon).count } == [0, 1000, 1000, 500])
        #expect(pages.flatMap { $0.ids(.coupon) } == codes)
        #expect(desk.requests(Self.coupons).count == 1)
        #expect(desk.requests(Self.coupons)[0].bodyBytesMax == 60 * 1024 * 1024)
        #expect(rest.ids(.coupon) == pages[2].ids(.coupon))
    }

    @Test func `a coupon without a code is set aside once`() async throws {
        let desk = try desk(coupons: #"[{"couponCode":"AA"},{"utmSource":"x"}]"#)

        let pages = try await desk.pages(.promotions)

        #expect(pages[1].ids(.coupon) == ["AA"])
        #expect(pages[1].unreadable.map(\.kind) == [.coupon])
    }

    @Test func `a refusal names the box that is missing`() async throws {
        let desk = try VTEXStoreDesk()
        desk.transport.answer(Self.list, status: 403, body: "")

        let error = await #expect(throws: PlatformError.self) { _ = try await desk.pages(.promotions) }

        #expect(error?.remedy?.english.contains("Manage benefits and rates") == true)
    }
}
