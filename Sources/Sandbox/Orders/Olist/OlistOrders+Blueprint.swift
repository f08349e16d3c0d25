import Basics

extension OlistOrders {
    /// The person behind each order, by the number that makes them.
    var people: [Int64] { rows.map { Int64(OlistOrders.hash($0.customerID) % 1_000_000_000) } }

    /// A data set's order as VTEX would have it: sold by a marketplace, under the data set's own id.
    func blueprint(_ number: Int, generator: OrderGenerator) -> OrderBlueprint {
        let row = rows[number]
        let key = OlistOrders.hash(row.customerID)
        var dice = Dice(seed: generator.seed, number: Int64(bitPattern: OlistOrders.hash(row.id)), purpose: 40)
        let person = PersonGenerator.person(seed: generator.seed, number: Int64(key % 1_000_000_000))
        let group = generator.numbering.group(Int64(number), style: .plain)
        let marketplace = Words.marketplaces[0]
        let lines = items[row.items].map(line)
        let total = lines.reduce(0) { $0 + $1.price + $1.freight }
        return OrderBlueprint(
            orderID: group + "-01", group: group, sequence: String(generator.numbering.sequence(Int64(number))),
            origin: .fulfillment, affiliateID: marketplace.affiliate, marketplace: marketplace.name,
            marketplaceOrderID: row.id, salesChannel: "1", sellerID: "1", sellerName: "Loja Demo", customer: person,
            email: Masking.email(of: person, dice: &dice), address: address(row, key: key, seed: generator.seed),
            lines: lines, payments: payments(row, total: total), marketing: nil, promotion: nil, note: nil,
            deliveryDays: 10, isPickup: false, salt: (OlistOrders.hash(row.id), key), seventhDigit: 0)
    }

    private func line(_ item: Item) -> OrderLine {
        let key = OlistOrders.hash(item.productID)
        let id = 1_000_000 + Int(key % 1_900_000_000)
        let category = categories[item.productID].flatMap { $0.isEmpty ? nil : $0 } ?? "produto"
        let name = category.replacing("_", with: " ")
        let shelf = Catalogue.Category(id: 1 + Int(OlistOrders.hash(category) % 900), name: name, parent: nil)
        let sku = CatalogueSKU(
            id: id, productID: id, name: "\(name) \(item.productID.prefix(6))",
            productName: "\(name) \(item.productID.prefix(6))", refID: item.productID, ean: nil, brand: "Olist",
            brandID: 2_000_000, department: shelf, category: shelf, price: item.price, listPrice: item.price,
            measurementUnit: "un", multiplierThousandths: 1000, weightGrams: 500,
            slug: "produto-\(item.productID.prefix(12))")
        return OrderLine(
            sku: sku, quantity: 1, price: item.price, sellingPrice: item.price, isGift: false, freight: item.freight)
    }

    private func payments(_ row: Row, total: Int64) -> [OrderPayment] {
        let known = payments[row.payments].map { payment in
            OrderPayment(kind: OlistOrders.kind(payment.type), value: payment.value, installments: payment.installments)
        }
        return known.isEmpty ? [OrderPayment(kind: .card("Visa"), value: total, installments: 1)] : known
    }

    private static func kind(_ type: String) -> OrderPayment.Kind {
        switch type {
        case "boleto": .boleto
        case "voucher": .giftCard
        case "debit_card": .card("Elo")
        default: .card("Visa")
        }
    }

    private func address(_ row: Row, key: UInt64, seed: UInt64) -> PostalAddress {
        var address = PersonGenerator.address(seed: seed, number: Int64(key % 1_000_000_000))
        guard let place = places[row.customerID] else { return address }
        address.postalCode = PersonGenerator.padded(place.postalCode, 5) + "-000"
        address.city = place.city
        address.state = place.state
        address.coordinates = nil
        return address
    }

    /// FNV-1a, 64 bits: the same on every machine.
    static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
