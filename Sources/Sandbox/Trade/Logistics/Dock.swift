/// Where goods leave.
struct Dock: Sendable {
    let id: String
    let name: String
    let city: String
    let state: String
    let postalCode: String

    static let all = [
        Dock(id: "doca_1", name: "Doca Central", city: "São Paulo", state: "SP", postalCode: "01310-100"),
        Dock(id: "doca_sul", name: "Doca Sul", city: "Curitiba", state: "PR", postalCode: "80010-000"),
    ]

    /// `isActice` is VTEX's own spelling. Source: its Logistics OpenAPI file.
    var json: JSON {
        let address: JSON = [
            "postalCode": .string(postalCode), "country": ["acronym": "BRA", "name": "Brasil"],
            "city": .string(city), "state": .string(state), "neighborhood": "Centro", "street": "Avenida Brasil",
            "number": "100", "complement": nil, "reference": nil,
            "location": ["latitude": .decimal("-23.55"), "longitude": .decimal("-46.63")],
        ]
        return [
            "pickupStoreInfo": [
                "isPickupStore": false, "storeId": nil, "friendlyName": nil, "address": nil, "additionalInfo": nil,
                "dockId": nil, "distance": nil, "businessHours": nil, "pickupHolidays": nil, "sellerId": nil,
                "isThirdPartyPickup": false,
            ],
            "storeId": nil, "pickupInStoreInfo": ["isActice": false, "additionalInfo": nil],
            "deliveryFromStoreInfo": [
                "isActice": false, "deliveryRadius": 0, "deliveryFee": 0, "deliveryTime": "00:00:00",
                "maximumWeight": 0,
            ],
            "address": address, "location": nil, "shippingRatesProviders": [], "deliveryAgreementsIds": nil,
            "id": .string(id), "name": .string(name), "priority": 0, "dockTimeFake": "00:00:00",
            "timeFakeOverhead": "00:00:00", "salesChannels": ["1", "2"], "salesChannel": "1",
            "freightTableIds": .array(ShippingPolicy.all.map { .string($0.id) }), "wmsEndPoint": "", "isActive": true,
        ]
    }
}
