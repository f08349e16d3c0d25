/// A way to send, with its prices by postal code and weight.
struct ShippingPolicy: Sendable {
    /// Also the carrier's id.
    let id: String
    let name: String
    /// What the shopper chooses.
    let method: String
    let isPickup: Bool
    /// Working days to the nearest region; each further region takes so many more.
    let days: Int
    let daysByRegion: Int
    /// Cents for the first kilogram to the nearest region, for a further region, and for a further kilogram.
    let base: Int64
    let byRegion: Int64
    let byKilogram: Int64

    static let all = [
        ShippingPolicy(
            id: "136769c", name: "Correios PAC", method: "Normal", isPickup: false, days: 4, daysByRegion: 2,
            base: 1490, byRegion: 700, byKilogram: 250),
        ShippingPolicy(
            id: "expressa1", name: "Transportadora Expressa", method: "Expressa", isPickup: false, days: 2,
            daysByRegion: 1, base: 2990, byRegion: 1100, byKilogram: 400),
        ShippingPolicy(
            id: "retirada1", name: "Retirada na loja", method: "Retirada", isPickup: true, days: 1, daysByRegion: 0,
            base: 0, byRegion: 0, byKilogram: 0),
    ]

    /// Postal codes by how far they are from the central dock, by their first five digits.
    struct Region: Sendable {
        let codes: ClosedRange<Int>
        let steps: Int
    }

    static let regions = [
        Region(codes: 1000...19_999, steps: 0), Region(codes: 20_000...39_999, steps: 1),
        Region(codes: 80_000...99_999, steps: 1), Region(codes: 70_000...79_999, steps: 2),
        Region(codes: 40_000...65_999, steps: 2), Region(codes: 66_000...69_999, steps: 3),
    ]

    private static let weights: [ClosedRange<Int>] = [1...1000, 1001...5000, 5001...30_000]

    /// Nil where the carrier does not go.
    static func region(_ postalCode: String) -> Region? {
        let digits = postalCode.filter(\.isNumber)
        guard digits.count == 8, let code = Int(digits.prefix(5)) else { return nil }
        return regions.first { $0.codes.contains(code) }
    }

    func price(grams: Int, _ region: Region) -> Int64 {
        base + byRegion * Int64(region.steps) + byKilogram * Int64(max(0, (grams - 1) / 1000))
    }

    func days(_ region: Region) -> Int { days + daysByRegion * region.steps }

    /// The freight table's lines for one postal code. Source: VTEX's Logistics OpenAPI file, FreightValues.
    func values(postalCode: String) -> [JSON] {
        guard let region = ShippingPolicy.region(postalCode) else { return [] }
        return Self.weights.map { weight in
            [
                "zipCodeStart": .string(PersonGenerator.padded(region.codes.lowerBound, 5) + "000"),
                "zipCodeEnd": .string(PersonGenerator.padded(region.codes.upperBound, 5) + "999"),
                "weightStart": .number(weight.lowerBound), "weightEnd": .number(weight.upperBound),
                "absoluteMoneyCost": .currency(cents: price(grams: weight.upperBound, region)), "pricePercent": 0,
                "pricePercentByWeight": 0, "maxVolume": 1_000_000_000, "timeCost": .string("\(days(region)).00:00:00"),
                "country": "BRA", "operationType": 1, "restrictedFreights": [], "polygon": "",
                "minimumValueInsurance": 0,
            ]
        }
    }

    var json: JSON {
        let week: [JSON] = (1...5).map { ["dayOfWeek": .number($0), "timeLimit": "18:00:00"] }
        return [
            "id": .string(id), "name": .string(name), "shippingMethod": .string(method),
            "weekendAndHolidays": ["saturday": false, "sunday": false, "holiday": false],
            "maxDimension": ["largestMeasure": 105, "maxMeasureSum": 200], "numberOfItemsPerShipment": 0,
            "minimumValueAceptable": 0, "maximumValueAceptable": 0, "additionalTime": "00:00:00",
            "additionalPrice": ["method": 1, "value": 0],
            "deliveryScheduleSettings": [
                "useDeliverySchedule": false, "maxRangeDelivery": 0, "dayOfWeekForDelivery": [],
                "dayOfWeekBlockeds": [],
            ],
            "carrierSchedule": .array(week),
            "cubicWeightSettings": ["volumetricFactor": 0, "minimunAcceptableVolumetricWeight": 0],
            "modalSettings": ["modals": [], "useOnlyItemsWithDefinedModal": false],
            "businessHourSettings": ["carrierBusinessHours": [], "isOpenOutsideBusinessHours": true],
            "pickupPointsSettings": ["pickupPointIds": [], "pickupPointTags": [], "sellers": []],
            "processingStatus": ["status": 1, "errorMessage": nil, "errorsMetadata": nil],
            "deliveryChannel": .string(isPickup ? "pickup-in-point" : "delivery"), "calculationType": 0,
            "isActive": true, "lastIndexedAt": nil,
            "shippingHoursSettings": ["shippingHours": [], "acceptOrdersOutsideShippingHours": true],
            "carrierInfo": [
                "carrierAccountName": .string(name), "deliveryAgreementId": nil,
                "linkedDocks": .array(Dock.all.map { ["id": .string($0.id), "name": .string($0.name)] }),
                "readyToUse": true,
            ],
        ]
    }

    /// As the undocumented list of carriers has it.
    var carrier: JSON {
        [
            "id": .string(id), "name": .string(name), "slaType": .string(method), "isActive": true,
            "scheduledDelivery": false, "maxRangeDelivery": 0,
        ]
    }
}
