import Basics

/// A marketplace that sells the shop's goods, by its three letters.
struct Affiliate: Keepable {
    static let kind = "affiliate"

    let id: String
    var name: String
    var email: String
    var salesChannel: String
    var endpoint: String
    var version: String
    var usesSellerPayment: Bool

    var keptID: String { id }

    static var start: [Affiliate] {
        Words.marketplaces.map { affiliate, name in
            Affiliate(
                id: affiliate, name: name, email: "\(affiliate.lowercased())@example.com", salesChannel: "2",
                endpoint: "https://\(affiliate.lowercased()).example/vtex", version: "1.x.x", usesSellerPayment: true)
        }
    }

    var kept: JSON {
        [
            "id": .string(id), "name": .string(name), "followUpEmail": .string(email),
            "salesChannelId": .string(salesChannel), "searchURIEndpoint": .string(endpoint),
            "searchURIEndpointVersion": .string(version), "useSellerPaymentMethod": .bool(usesSellerPayment),
            "isSandboxMode": false,
        ]
    }

    init(kept: JSONView) throws { try self.init(id: try kept.string("id"), body: kept) }

    /// What PUT sends.
    init(id: String, body: JSONView) throws {
        self.init(
            id: id, name: try body.string("name"), email: try body.optionalString("followUpEmail") ?? "",
            salesChannel: try body.optionalText("salesChannelId") ?? "1",
            endpoint: try body.optionalString("searchURIEndpoint") ?? "",
            version: try body.optionalString("searchURIEndpointVersion") ?? "1.x.x",
            usesSellerPayment: try body.optionalBool("useSellerPaymentMethod") ?? false)
    }

    private init(
        id: String, name: String, email: String, salesChannel: String, endpoint: String, version: String,
        usesSellerPayment: Bool
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.salesChannel = salesChannel
        self.endpoint = endpoint
        self.version = version
        self.usesSellerPayment = usesSellerPayment
    }
}
