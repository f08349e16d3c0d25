import Basics
import Commerce

extension VTEXOrderMapper {
    /// - Parameter isIncomplete: such orders may have items without a price.
    func items(isIncomplete: Bool) throws -> [OrderItem] {
        var items: [OrderItem] = []
        try root.forEach("items") { line in
            let price = isIncomplete ? try line.optionalInteger("price") ?? 0 : try line.integer("price")
            let sellingPrice = try line.optionalInteger("sellingPrice") ?? price
            let quantity = isIncomplete ? try line.optionalInteger("quantity") ?? 0 : try line.integer("quantity")
            let multiplier = try line.optionalFixed("unitMultiplier", places: 6) ?? 1_000_000
            guard let sku = try line.optionalText("id"), !sku.isEmpty else { throw JSONError(.missing, path: "id") }
            guard let computed = lineTotal(sellingPrice, quantity: quantity, multiplier: multiplier) else {
                throw JSONError(.mismatched(expected: "amount", found: "number"), path: "quantity")
            }
            let uniqueID = try line.optionalText("uniqueId") ?? ""
            var item = OrderItem(
                lineID: uniqueID.isEmpty ? String(items.count) : uniqueID, skuID: sku,
                name: try line.optionalString("name") ?? "", quantity: quantity, price: money(price),
                sellingPrice: money(sellingPrice), total: money(try givenTotal(line) ?? computed))
            // Zero would make the line nothing; VTEX sends it where there is none.
            item.unitMultiplierMillionths = multiplier == 0 ? 1_000_000 : multiplier
            item.productID = try line.optionalText("productId")
            item.reference = try line.optionalText("refId")
            item.ean = try line.optionalText("ean")
            item.sellerID = try line.optionalText("seller")
            item.measurementUnit = try line.optionalString("measurementUnit")
            item.listPrice = try optionalMoney(line, "listPrice")
            item.tax = try optionalMoney(line, "tax")
            item.isGift = try line.optionalBool("isGift") ?? false
            try line.with("additionalInfo") { info in
                item.brand = try info.optionalString("brandName")
                item.categoryIDs = try categories(info)
            }
            item.priceAdjustments = try adjustments(line)
            items.append(item)
        }
        return items
    }

    /// What VTEX itself says the line costs; its documents spell the field in two ways.
    private func givenTotal(_ line: JSONView) throws -> Int64? {
        var total: Int64?
        try line.with("priceDefinition") { total = try $0.optionalInteger("total") }
        if total == nil { try line.with("priceDefinitions") { total = try $0.optionalInteger("total") } }
        return total
    }

    /// Price times quantity times multiplier, rounded to the nearest; nil when 64 bits do not hold it.
    private func lineTotal(_ price: Int64, quantity: Int64, multiplier: Int64) -> Int64? {
        let (product, overflows) = price.multipliedReportingOverflow(by: quantity)
        guard !overflows else { return nil }
        guard multiplier != 1_000_000, multiplier != 0 else { return product }
        let scaled = Int128(product) * Int128(multiplier)
        let half: Int128 = scaled < 0 ? -500_000 : 500_000
        return Int64(exactly: (scaled + half) / 1_000_000)
    }

    /// The path of ids, from the broadest category to the narrowest.
    private func categories(_ info: JSONView) throws -> [String] {
        if let path = try info.optionalString("categoriesIds"), path.contains("/") {
            return path.split(separator: "/").map(String.init)
        }
        var ids: [String] = []
        try info.forEach("categories") { category in
            if let id = try category.optionalText("id") { ids.append(id) }
        }
        return ids
    }

    private func adjustments(_ line: JSONView) throws -> [PriceAdjustment] {
        var adjustments: [PriceAdjustment] = []
        try line.forEach("priceTags") { tag in
            // A percentage is no amount; what it came to is in the line's total.
            if try tag.optionalBool("isPercentual") == true { return }
            let name = try tag.optionalString("name") ?? ""
            adjustments.append(
                PriceAdjustment(
                    name: name, promotionID: try tag.optionalText("identifier") ?? promotionID(inName: name),
                    amount: money(try tag.optionalInteger("value") ?? 0)))
        }
        return adjustments
    }

    /// `discount@price-<promotion>#<n>`
    private func promotionID(inName name: String) -> String? {
        guard let at = name.firstIndex(of: "@"), let dash = name[at...].firstIndex(of: "-") else { return nil }
        let id = name[name.index(after: dash)...].prefix { $0 != "#" }
        return id.isEmpty ? nil : String(id)
    }
}
