import Basics

extension OrderWriter {
    func writeLines(_ writer: inout JSONWriter) {
        writer.array("items") { writer in
            for (position, line) in order.lines.enumerated() {
                writer.elementObject { writer in write(line, at: position, &writer) }
            }
        }
        writer.object("itemMetadata") { writer in
            writer.array("Items") { writer in
                for line in order.lines {
                    writer.elementObject { writer in metadata(line.sku, &writer) }
                }
            }
        }
    }

    private func write(_ line: OrderLine, at position: Int, _ writer: inout JSONWriter) {
        let sku = line.sku
        writer.member(
            "uniqueId", Hexadecimal.text(order.salt.0 &+ UInt64(position), order.salt.1, upperCase: true))
        writer.member("id", String(sku.id))
        writer.member("productId", String(sku.productID))
        writer.text("ean", sku.ean)
        writer.member("lockId", "00-\(order.group)-01")
        writer.object("itemAttachment") { writer in
            writer.emptyObject("content")
            writer.nulls("name")
        }
        writer.emptyArray("attachments")
        writer.member("quantity", line.quantity)
        writer.member("seller", order.sellerID)
        writer.member("name", sku.fullName)
        writer.member("refId", sku.refID)
        writer.member("price", line.price)
        writer.member("listPrice", max(sku.listPrice, line.price))
        writer.nulls("manualPrice")
        priceTags(line, &writer)
        writer.member("imageUrl", "https://\(account).vteximg.com.br/arquivos/ids/15\(sku.id)-55-55/foto.jpg?v=637")
        writer.member("detailUrl", "/\(sku.slug)/p")
        writer.emptyArray("components")
        writer.emptyArray("bundleItems")
        writer.emptyArray("params")
        writer.emptyArray("offerings")
        writer.emptyArray("attachmentOfferings")
        writer.member("sellerSku", String(sku.id))
        writer.text("priceValidUntil", position == 0 ? date(state.created + .seconds(31_536_000)) : nil)
        writer.member("commission", 0)
        writer.member("tax", 0)
        writer.nulls("preSaleDate")
        additionalInfo(sku, &writer)
        writer.member("measurementUnit", sku.measurementUnit)
        multiplier(sku, &writer)
        writer.member("sellingPrice", line.sellingPrice)
        writer.member("isGift", line.isGift)
        writer.nulls("shippingPrice")
        writer.member("rewardValue", 0)
        writer.member("freightCommission", 0)
        writer.object("priceDefinition") { writer in
            writer.array("sellingPrices") { writer in
                writer.elementObject { writer in
                    writer.member("value", line.sellingPrice)
                    writer.member("quantity", line.quantity)
                }
            }
            writer.member("calculatedSellingPrice", line.sellingPrice)
            writer.member("total", line.total(at: line.sellingPrice))
        }
        writer.nulls("taxCode", "parentItemIndex", "parentAssemblyBinding", "callCenterOperator", "serialNumbers")
        writer.emptyArray("assemblies")
        writer.member("costPrice", sku.price * 6 / 10)
    }

    private func multiplier(_ sku: CatalogueSKU, _ writer: inout JSONWriter) {
        if sku.multiplierThousandths.isMultiple(of: 1000) {
            writer.number("unitMultiplier", "\(sku.multiplierThousandths / 1000).0")
        } else {
            writer.number("unitMultiplier", OrderWriter.decimal(sku.multiplierThousandths, places: 3))
        }
    }

    private func priceTags(_ line: OrderLine, _ writer: inout JSONWriter) {
        writer.array("priceTags") { writer in
            guard line.sellingPrice < line.price else { return }
            let value = line.total(at: line.sellingPrice) - line.total(at: line.price)
            writer.elementObject { writer in
                let promotion = order.promotion?.id ?? "gift"
                writer.member("name", "discount@price-\(promotion)#1")
                writer.member("value", value)
                writer.member("isPercentual", false)
                writer.member("identifier", promotion)
                writer.number("rawValue", OrderWriter.decimal(value, places: 2))
            }
        }
    }

    private func additionalInfo(_ sku: CatalogueSKU, _ writer: inout JSONWriter) {
        writer.object("additionalInfo") { writer in
            writer.member("brandName", sku.brand)
            writer.member("brandId", String(sku.brandID))
            writer.member("categoriesIds", "/\(sku.department.id)/\(sku.category.id)/")
            writer.array("categories") { writer in
                for category in [sku.category, sku.department] {
                    writer.elementObject { writer in
                        writer.member("id", category.id)
                        writer.member("name", category.name)
                    }
                }
            }
            writer.member("productClusterId", "135,142")
            writer.member("commercialConditionId", "1")
            writer.object("dimension") { writer in
                writer.number("cubicweight", "0.7031")
                writer.number("height", "15.0")
                writer.number("length", "15.0")
                writer.number("weight", "\(sku.weightGrams).0")
                writer.number("width", "15.0")
            }
            writer.nulls("offeringInfo", "offeringType", "offeringTypeId")
        }
    }

    private func metadata(_ sku: CatalogueSKU, _ writer: inout JSONWriter) {
        writer.member("Id", String(sku.id))
        writer.member("Seller", order.sellerID)
        writer.member("Name", sku.fullName)
        writer.member("SkuName", sku.name)
        writer.member("ProductId", String(sku.productID))
        writer.member("RefId", sku.refID)
        writer.member("Ean", sku.ean)
        writer.member("ImageUrl", "https://\(account).vteximg.com.br/arquivos/ids/15\(sku.id)-55-55/foto.jpg?v=637")
        writer.member("DetailUrl", "/\(sku.slug)/p")
        writer.emptyArray("AssemblyOptions")
    }

    /// 1440 with three places is `1.44`.
    static func decimal(_ value: Int64, places: Int) -> String {
        var scale: Int64 = 1
        for _ in 0..<places { scale *= 10 }
        let magnitude = abs(value)
        var fraction = PersonGenerator.padded(Int(magnitude % scale), places)
        while fraction.count > 1, fraction.hasSuffix("0") { fraction.removeLast() }
        return (value < 0 ? "-" : "") + "\(magnitude / scale).\(fraction)"
    }
}
