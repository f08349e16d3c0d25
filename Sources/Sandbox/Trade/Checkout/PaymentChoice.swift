/// The ways to pay that the shop window offers.
enum PaymentChoice: String, CaseIterable, Sendable {
    case pix = "125"
    case card = "2"
    case boleto = "6"

    init?(id: String) { self.init(rawValue: id) }

    var kind: OrderPayment.Kind {
        switch self {
        case .pix: .pix
        case .card: .card("Visa")
        case .boleto: .boleto
        }
    }

    private var payment: OrderPayment { OrderPayment(kind: kind, value: 0, installments: 1) }
    var name: String { payment.systemName }
    var group: String { payment.group }
    private var number: Int { Int(rawValue) ?? 0 }

    /// As carts and simulations list it.
    func system(due: String) -> JSON {
        [
            "id": .number(number), "name": .string(name), "groupName": .string(group + "PaymentGroup"),
            "validator": nil, "stringId": .string(rawValue), "template": .string(group + "PaymentGroup-template"),
            "requiresDocument": false, "displayDocument": false, "isCustom": false, "description": "",
            "requiresAuthentication": false, "dueDate": .string(due), "availablePayments": nil,
        ]
    }

    /// - Parameter value: Cents.
    func installments(of value: Int64) -> JSON {
        let most = self == .card ? max(1, min(10, value / 2000)) : 1
        let options: [JSON] = (1...most).map { count in
            [
                "count": .integer(count), "hasInterestRate": false, "interestRate": 0, "value": .integer(value / count),
                "total": .integer(value), "sellerMerchantInstallments": [],
            ]
        }
        return [
            "paymentSystem": .number(number), "bin": nil, "paymentName": .string(name),
            "paymentGroupName": .string(group + "PaymentGroup"), "value": .integer(value),
            "installments": .array(options),
        ]
    }

    static func paymentData(of value: Int64, due: String) -> JSON {
        [
            "installmentOptions": .array(allCases.map { $0.installments(of: value) }),
            "paymentSystems": .array(allCases.map { $0.system(due: due) }), "payments": [], "giftCards": [],
            "giftCardMessages": [], "availableAccounts": [], "availableTokens": [], "availableAssociations": [:],
        ]
    }
}
