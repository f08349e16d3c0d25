import Basics

/// What a page of the store shows; what is sold of it is its SKUs.
package struct Product: CanonicalRecord {
    package static var kind: RecordKind { .product }

    package var externalID: String
    package var name: String
    package var changedAt: Instant?
    package var reference: String?
    package var brandID: String?
    package var brand: String?
    /// From the department down to the narrowest category.
    package var categoryIDs: [String] = []
    package var categoryNames: [String] = []
    package var summary: String?
    package var isActive: Bool?
    package var isVisible: Bool?
    package var showsWithoutStock: Bool?
    package var releasedAt: Instant?
    /// The product's page: an address, or a path of the store's own.
    package var url: String?
    package var keywords: String?
    package var taxCode: String?
    package var salesChannels: [String] = []

    package init(externalID: String, name: String) {
        self.externalID = externalID
        self.name = name
    }

    package var title: String? { name }

    package var factValues: [(field: String, value: String)] {
        var values = [(field: "name", value: name)]
        if let isActive { values.append(("isActive", isActive ? "true" : "false")) }
        if let isVisible { values.append(("isVisible", isVisible ? "true" : "false")) }
        if let brand { values.append(("brand", brand)) }
        if !categoryIDs.isEmpty { values.append(("categories", categoryIDs.joined(separator: "/"))) }
        return values
    }

    package var words: RecordWords {
        RecordWords(plain: [externalID, name, reference, brand, keywords].compactMap { $0 } + categoryNames)
    }

    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("name", name)
        writer.member("reference", reference)
        writer.member("changedAt", changedAt)
        writer.member("brandId", brandID)
        writer.member("brand", brand)
        writer.strings("categoryIds", categoryIDs)
        writer.strings("categoryNames", categoryNames)
        writer.member("summary", summary)
        writer.member("isActive", isActive)
        writer.member("isVisible", isVisible)
        writer.member("showsWithoutStock", showsWithoutStock)
        writer.member("releasedAt", releasedAt)
        writer.member("url", url)
        writer.member("keywords", keywords)
        writer.member("taxCode", taxCode)
        writer.strings("salesChannels", salesChannels)
    }
}
