import Basics
import Commerce
import ConnectorKit

/// A document of AD: an address in somebody's book.
enum VTEXAddressDocument {
    private static let filter = JSONFilter(
        removing: [],
        volatile: ["updatedIn", "updatedBy", "lastInteractionIn", "lastInteractionBy", "followers", "auto_filter"])

    /// - Throws: `JSONError` for a document that is none, or has a field of another type than VTEX documents.
    static func records(_ document: [UInt8], fetchedAt: Instant) throws -> [FetchedRecord] {
        let root = try JSONDocument(parsing: document).root
        var address = CustomerAddress(externalID: try VTEXDocumentID.id(of: root, entity: "AD"))
        // The id of the customer's document, and not the `userId` in there.
        address.customerID = try root.words("userId").map { VTEXDocumentID.bare($0, entity: "CL") }
        address.createdAt = try root.moment("createdIn")
        address.changedAt = try root.moment("updatedIn") ?? address.createdAt
        address.label = try root.words("addressName") ?? root.words("addressLabel")
        address.address = try self.address(root)
        return [try VTEXRecord.fetched(address, payload: document, filter: filter, fetchedAt: fetchedAt)]
    }

    private static func address(_ root: JSONView) throws -> Address {
        var address = Address()
        address.kind =
            switch try root.words("addressType")?.lowercased() {
            case nil, "residential": .residential
            case "commercial": .commercial
            case "pickup": .pickup
            default: .other
            }
        address.receiver = try root.words("receiverName")
        address.street = try root.words("street")
        address.number = try root.words("number")
        address.complement = try root.words("complement")
        address.reference = try root.words("reference")
        address.neighborhood = try root.words("neighborhood")
        address.city = try root.words("city")
        address.state = try root.words("state")
        address.postalCode = try root.words("postalCode")
        address.country = try root.words("country")
        if let place = try coordinates(root) {
            address.longitudeE7 = place[0]
            address.latitudeE7 = place[1]
        }
        return address
    }

    /// Longitude and latitude, as an array or as the text of one. Nil for zero and zero, which is nowhere.
    private static func coordinates(_ root: JSONView) throws -> [Int64]? {
        guard let value = root["geoCoordinate"] else { return nil }
        var found: [Int64] = []
        switch value.kind {
        case .array: try value.forEachElement { if $0.kind == .number { found.append(try $0.fixedValue(places: 7)) } }
        case .string:
            let list = try? JSONDocument(parsing: Array(value.stringValue().utf8)).root
            try? list?.forEachElement { found.append(try $0.fixedValue(places: 7)) }
        default: return nil
        }
        return found.count == 2 && found != [0, 0] ? found : nil
    }
}
