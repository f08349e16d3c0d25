import Basics
import Commerce
import ConnectorKit

/// What VTEX says of one SKU (`stockkeepingunitbyid`), in PascalCase: the SKU, and what it tells of its product.
struct VTEXSKUContext {
    /// Addresses of pictures carry versions; scores move by themselves.
    private static let filter = JSONFilter(
        removing: [], volatile: ["ImageUrl", "Images[].ImageUrl", "ProductFinalScore", "InformationSource"])

    private let root: JSONView
    private let payload: [UInt8]
    private let fetchedAt: Instant

    /// - Throws: `JSONError` when it is no JSON.
    init(_ payload: [UInt8], fetchedAt: Instant) throws {
        root = try JSONDocument(parsing: payload).root
        self.payload = payload
        self.fetchedAt = fetchedAt
    }

    func skuRecord() throws -> FetchedRecord {
        try VTEXRecord.fetched(try sku(), payload: payload, filter: Self.filter, fetchedAt: fetchedAt)
    }

    func productID() throws -> String { try root.requiredWords("ProductId") }

    private func sku() throws -> SKU {
        let id = try root.requiredWords("Id")
        let name = try root.words("SkuName") ?? id
        var sku = SKU(
            externalID: id, productID: try productID(), name: name, fullName: try root.words("NameComplete") ?? name)
        sku.isActive = try root.flag("IsActive")
        sku.isKit = try root.flag("IsKit") ?? false
        sku.manufacturerCode = try root.words("ManufacturerCode")
        sku.measurementUnit = try root.words("MeasurementUnit")
        let multiplier = try root.optionalFixed("UnitMultiplier", places: 6) ?? 0
        if multiplier > 0 { sku.unitMultiplierMillionths = multiplier }
        try root.with("AlternateIds") { ids in
            sku.ean = try ids.words("Ean")
            sku.reference = try ids.words("RefId")
        }
        let known = [sku.ean, sku.reference]
        sku.otherEANs = try root.ids("AlternateIdValues").filter { value in
            !known.contains(value) && (8...14).contains(value.utf8.count) && value.utf8.allSatisfy { $0 &- 0x30 < 10 }
        }
        sku.images = try images()
        try root.with("Dimension") { sku.dimensions = try Self.dimensions($0) }
        sku.sellerIDs = try sellers()
        sku.salesChannels = try root.ids("SalesChannels")
        return sku
    }

    private func images() throws -> [SKU.Image] {
        var images: [SKU.Image] = []
        try root.forEach("Images") { image in
            guard let url = try image.words("ImageUrl") else { return }
            images.append(SKU.Image(url: url, name: try image.words("ImageName")))
        }
        if images.isEmpty, let url = try root.words("ImageUrl") { images.append(SKU.Image(url: url)) }
        return images
    }

    /// Those that sell it now.
    private func sellers() throws -> [String] {
        var sellers: [String] = []
        try root.forEach("SkuSellers") { seller in
            guard try seller.flag("IsActive") ?? true, let id = try seller.words("SellerId") else { return }
            if !sellers.contains(id) { sellers.append(id) }
        }
        return sellers
    }

    /// Centimetres and grams.
    private static func dimensions(_ view: JSONView) throws -> SKU.Dimensions {
        var dimensions = SKU.Dimensions()
        dimensions.heightMicrometres = try view.optionalFixed("height", places: 4)
        dimensions.widthMicrometres = try view.optionalFixed("width", places: 4)
        dimensions.lengthMicrometres = try view.optionalFixed("length", places: 4)
        dimensions.weightMilligrams = try view.optionalFixed("weight", places: 3)
        return dimensions
    }

    // MARK: its product

    /// - Parameter details: VTEX's own document of the product, where the key may read it; it is the payload then. The
    ///   product's values decide whether something changed, since the rest of a context is one SKU's.
    func productRecord(details: [UInt8]?) throws -> FetchedRecord {
        var product = try product()
        if let details { try Self.enrich(&product, with: JSONDocument(parsing: details).root) }
        return VTEXRecord.fetched(product, still: product, payload: details ?? payload, fetchedAt: fetchedAt)
    }

    private func product() throws -> Product {
        let id = try productID()
        var product = Product(externalID: id, name: try root.words("ProductName") ?? id)
        product.reference = try root.words("ProductRefId")
        product.brandID = try root.words("BrandId")
        product.brand = try root.words("BrandName")
        product.categoryIDs = try (root.words("ProductCategoryIds") ?? "").split(separator: "/").map(String.init)
        var names: [String: String] = [:]
        try root.with("ProductCategories") { categories in
            try categories.forEachMember { id, name in if name.kind == .string { names[id] = try name.stringValue() } }
        }
        product.categoryNames = product.categoryIDs.compactMap { names[$0] }
        product.summary = try root.words("ProductDescription")
        product.isActive = try root.flag("IsProductActive")
        product.isVisible = try root.flag("ProductIsVisible")
        product.showsWithoutStock = try root.flag("ShowIfNotAvailable")
        product.releasedAt = try root.moment("ReleaseDate")
        product.url = try root.words("DetailUrl")
        product.keywords = try root.words("KeyWords")
        product.taxCode = try root.words("TaxCode")
        product.salesChannels = try root.ids("SalesChannels")
        return product
    }

    private static func enrich(_ product: inout Product, with root: JSONView) throws {
        if let name = try root.words("Name") { product.name = name }
        if let reference = try root.words("RefId") { product.reference = reference }
        if let summary = try root.words("Description") { product.summary = summary }
        if let keywords = try root.words("KeyWords") { product.keywords = keywords }
        if let isActive = try root.flag("IsActive") { product.isActive = isActive }
        if let isVisible = try root.flag("IsVisible") { product.isVisible = isVisible }
        if let shows = try root.flag("ShowWithoutStock") { product.showsWithoutStock = shows }
        if let link = try root.words("LinkId") { product.url = "/" + link + "/p" }
    }
}
