import Basics

/// What is put into a cart: one size and colour of a product.
package struct SKU: CanonicalRecord {
    package static var kind: RecordKind { .sku }

    package struct Image: Hashable, Sendable {
        package var url: String
        package var name: String?

        package init(url: String, name: String? = nil) {
            self.url = url
            self.name = name
        }
    }

    /// Of the parcel.
    package struct Dimensions: Hashable, Sendable {
        package var heightMicrometres: Int64?
        package var widthMicrometres: Int64?
        package var lengthMicrometres: Int64?
        package var weightMilligrams: Int64?

        package init() {}
    }

    package var externalID: String
    package var productID: String
    /// As in `Azul, G`.
    package var name: String
    /// With the product's, as in `Camisa Azul, G`.
    package var fullName: String
    package var changedAt: Instant?
    package var isActive: Bool?
    package var isKit = false
    package var ean: String?
    package var otherEANs: [String] = []
    /// The shop's own code.
    package var reference: String?
    package var manufacturerCode: String?
    package var images: [Image] = []
    package var dimensions = Dimensions()
    package var measurementUnit: String?
    package var unitMultiplierMillionths: Int64 = 1_000_000
    package var sellerIDs: [String] = []
    package var salesChannels: [String] = []

    package init(externalID: String, productID: String, name: String, fullName: String) {
        self.externalID = externalID
        self.productID = productID
        self.name = name
        self.fullName = fullName
    }

    package var title: String? { fullName }
    package var parent: RecordLink? { RecordLink(.product, productID) }

    package var factValues: [(field: String, value: String)] {
        var values = [(field: "name", value: fullName)]
        if let isActive { values.append(("isActive", isActive ? "true" : "false")) }
        if let ean { values.append(("ean", ean)) }
        if let reference { values.append(("reference", reference)) }
        if !sellerIDs.isEmpty { values.append(("sellers", sellerIDs.joined(separator: ", "))) }
        return values
    }

    package var words: RecordWords {
        RecordWords(
            plain: [externalID, productID, fullName, ean, reference, manufacturerCode].compactMap { $0 } + otherEANs)
    }

    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("productId", productID)
        writer.member("name", name)
        writer.member("fullName", fullName)
        writer.member("changedAt", changedAt)
        writer.member("isActive", isActive)
        writer.member("isKit", isKit)
        writer.member("ean", ean)
        writer.strings("otherEans", otherEANs)
        writer.member("reference", reference)
        writer.member("manufacturerCode", manufacturerCode)
        writer.members("images", images) { image, writer in
            writer.member("url", image.url)
            writer.member("name", image.name)
        }
        writer.object("dimensions") { writer in
            writer.member("heightMicrometres", dimensions.heightMicrometres)
            writer.member("widthMicrometres", dimensions.widthMicrometres)
            writer.member("lengthMicrometres", dimensions.lengthMicrometres)
            writer.member("weightMilligrams", dimensions.weightMilligrams)
        }
        writer.member("measurementUnit", measurementUnit)
        writer.member("unitMultiplierMillionths", unitMultiplierMillionths)
        writer.strings("sellerIds", sellerIDs)
        writer.strings("salesChannels", salesChannels)
    }
}
