import Basics
import Commerce

/// A line of an order.
struct OrderItemRow: Sendable {
    let name: String
    let sku: String
    let quantity: String
    /// What one of it is, where it is not one: a box of tiles is 1.44 m².
    let unit: String?
    let price: String
    /// The price before discounts, where there were any: the totals' first line counts it.
    let fullPrice: String?
    let total: String
    let isGift: Bool

    init(_ item: OrderItem, for reader: Reader) {
        name = item.name
        sku = [item.skuID, item.reference].compactMap { $0 }.joined(separator: " · ")
        quantity = reader.number(Int(clamping: item.quantity))
        let multiplier = item.unitMultiplierMillionths
        unit =
            multiplier == 1_000_000
            ? nil
            : "× " + NumberText.decimal(millionths: multiplier, in: reader.language) + " "
                + (item.measurementUnit ?? "")
        price = reader.money(item.sellingPrice)
        fullPrice = item.price.amount > item.sellingPrice.amount ? reader.money(item.price) : nil
        total = reader.money(item.total)
        isGift = item.isGift
    }
}

/// Who bought, and where it goes.
struct PersonBlock: Sendable {
    struct Place: Sendable {
        let receiver: String?
        let lines: [String]
    }

    let name: String
    let facts: [NamedText]
    let addresses: [Place]

    init(_ person: OrderPerson, for reader: Reader) {
        let typed = [person.firstName, person.lastName].compactMap { $0 }.joined(separator: " ")
        let company = person.company?.tradeName ?? person.company?.legalName
        name = typed.isEmpty ? (company ?? reader.say(OrderWords.nameless)) : typed
        var facts: [NamedText] = []
        func add(_ phrase: Phrase, _ text: String?) {
            if let text, !text.isEmpty { facts.append(NamedText(name: reader.say(phrase), text: text)) }
        }
        add(person.emailIsMasked ? OrderWords.maskedEmail : OrderWords.email, person.email)
        add(OrderWords.document, person.document.map { Self.document($0) })
        add(OrderWords.phone, person.phone.map(Self.phone))
        add(OrderWords.company, company)
        add(OrderWords.companyDocument, person.company?.document)
        add(OrderWords.note, person.note)
        add(OrderWords.giftMessage, person.giftMessage)
        self.facts = facts
        addresses = person.addresses.map(Self.place)
    }

    /// A CPF or CNPJ with its dots, other documents as they are.
    private static func document(_ text: String) -> String {
        let digits = Array(text)
        guard digits.allSatisfy(\.isNumber) else { return text }
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        switch digits.count {
        case 11: return "\(part(0..<3)).\(part(3..<6)).\(part(6..<9))-\(part(9..<11))"
        case 14: return "\(part(0..<2)).\(part(2..<5)).\(part(5..<8))/\(part(8..<12))-\(part(12..<14))"
        default: return text
        }
    }

    /// `+5511987654321` as it is read in Brazil; other numbers as they are.
    private static func phone(_ text: String) -> String {
        let digits = Array(text.drop { $0 == "+" })
        guard text.hasPrefix("+55"), (12...13).contains(digits.count), digits.allSatisfy(\.isNumber) else {
            return text
        }
        let cut = digits.count - 4
        return "+55 (\(String(digits[2..<4]))) \(String(digits[4..<cut]))-\(String(digits[cut...]))"
    }

    private static func place(_ address: Address) -> Place {
        func joined(_ parts: [String?], _ separator: String) -> String {
            parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: separator)
        }
        let lines = [
            joined([address.street, address.number, address.complement], ", "),
            joined([address.neighborhood, address.reference], " · "),
            joined([joined([address.city, address.state], " – "), address.postalCode, address.country], " · "),
        ]
        return Place(receiver: address.receiver, lines: lines.filter { !$0.isEmpty })
    }
}

/// A means of payment.
struct PaymentRow: Sendable {
    let method: String
    let name: String?
    let amount: String
    let installments: String?
    let isInactive: Bool

    init(_ payment: OrderPayment, for reader: Reader) {
        let method = reader.say(OrderWords.method(payment.method))
        self.method = method
        // What only says the method again is left out.
        name = payment.name.flatMap { $0.lowercased() == method.lowercased() ? nil : $0 }
        amount = reader.money(payment.amount)
        let count = payment.installments
        installments =
            count > 1
            ? reader.say(Phrase(pt: "em \(count)×", es: "en \(count) cuotas", en: "in \(count) installments")) : nil
        isInactive = !payment.isActive
    }
}

/// A parcel or the invoice of a return.
struct ShipmentRow: Sendable {
    let kind: String
    let invoice: String
    let value: String
    let when: String?
    let carrier: String?
    let tracking: String?
    /// Only of https and http: other addresses are shown as text.
    let trackingPath: String?
    let state: Badge?

    init(_ shipment: OrderShipment, for reader: Reader) {
        kind = reader.say(shipment.kind == .output ? OrderWords.parcel : OrderWords.returned)
        invoice = shipment.invoiceNumber
        value = reader.money(shipment.invoiceValue)
        when = shipment.invoicedAt.map(reader.moment)
        carrier = shipment.carrier
        tracking = shipment.trackingNumber
        let isWeb = shipment.trackingURL.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? false
        trackingPath = isWeb ? shipment.trackingURL : nil
        state = shipment.isDelivered ? Badge(.delivered, for: reader) : nil
    }
}
