import Basics

/// Where a customer lives, as Master Data's AD has it. Source: facts on VTEX §5.6.
struct AddressDocument: Sendable {
    let seed: UInt64
    let number: Int64
    let opened: Instant

    /// - Parameter userID: The id of the customer's CL document, which is not the `userId` in there.
    func members(userID: String) -> [JSON.Member] {
        let address = PersonGenerator.address(seed: seed, number: number)
        let person = PersonGenerator.person(seed: seed, number: number)
        let created = VTEXDate.zulu(opened - .seconds((41 + number % 600) * 86_400))
        let place = address.coordinates.map { longitude, latitude -> JSON in
            .string(
                "[\(OrderWriter.decimal(longitude, places: 5)),\(OrderWriter.decimal(latitude, places: 5))]")
        }
        return [
            .init(name: "addressName", value: "casa"), .init(name: "addressLabel", value: nil),
            .init(name: "addressType", value: "residential"),
            .init(name: "receiverName", value: .string("\(person.firstName) \(person.lastName)")),
            .init(name: "city", value: .string(address.city)), .init(name: "state", value: .string(address.state)),
            .init(name: "country", value: "BRA"), .init(name: "countryfake", value: nil),
            .init(name: "postalCode", value: .string(address.postalCode)),
            .init(name: "street", value: .string(address.street)),
            .init(name: "number", value: .string(address.number)),
            .init(name: "neighborhood", value: .string(address.neighborhood)),
            .init(name: "complement", value: .text(address.complement)), .init(name: "reference", value: nil),
            .init(name: "geoCoordinate", value: place ?? nil), .init(name: "userId", value: .string(userID)),
            .init(name: "createdIn", value: .string(created)), .init(name: "createdBy", value: nil),
            .init(name: "updatedIn", value: .string(created)), .init(name: "updatedBy", value: nil),
            .init(name: "lastInteractionIn", value: .string(created)), .init(name: "lastInteractionBy", value: nil),
        ]
    }
}
