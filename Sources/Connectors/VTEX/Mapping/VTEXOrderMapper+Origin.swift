import Basics
import Commerce

extension VTEXOrderMapper {
    /// VTEX says which part this account plays: `Marketplace` is a sale of its own store, `Fulfillment` one that came to
    /// it as the seller of a marketplace, `Chain` one that it passes on.
    func origin() throws -> OrderOrigin {
        var origin = OrderOrigin()
        origin.kind =
            switch try root.optionalString("origin")?.lowercased() {
            case nil, "", "marketplace": .store
            case "fulfillment": .marketplace
            case "chain": .chain
            default: .other
            }
        origin.salesChannel = try root.optionalText("salesChannel")
        origin.hostname = try root.optionalString("hostname")
        origin.affiliateID = try root.optionalText("affiliateId").flatMap { $0.isEmpty ? nil : $0 }
        origin.marketplaceOrderID = try root.optionalText("marketplaceOrderId").flatMap { $0.isEmpty ? nil : $0 }
        origin.sellerOrderID = try root.optionalText("sellerOrderId")
        try root.with("marketplace") { origin.marketplaceName = try $0.optionalString("name") }
        try root.forEach("sellers") { seller in
            if let id = try seller.optionalText("id") { origin.sellers.append(id) }
        }
        return origin
    }

    func marketing() throws -> OrderMarketing {
        var marketing = OrderMarketing()
        try root.with("marketingData") { data in
            marketing.coupon = try text(data, "coupon")
            marketing.utmSource = try text(data, "utmSource")
            marketing.utmMedium = try text(data, "utmMedium")
            marketing.utmCampaign = try text(data, "utmCampaign")
            try data.forEach("marketingTags") { marketing.tags.append(try $0.stringValue()) }
        }
        try root.with("ratesAndBenefitsData") { data in
            try data.forEach("rateAndBenefitsIdentifiers") { promotion in
                guard let id = try promotion.optionalText("id") else { return }
                marketing.promotions.append(
                    OrderMarketing.Promotion(id: id, name: try promotion.optionalString("name")))
            }
        }
        return marketing
    }

    /// VTEX sends blanks where nothing was set.
    private func text(_ view: JSONView, _ key: StaticString) throws -> String? {
        guard let text = try view.optionalString(key), text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text
    }
}
