/// How VTEX names payment systems. Source: its help centre's list of payment conditions; ids as seen in the OpenAPI files.
extension OrderPayment {
    var system: String {
        switch kind {
        case .card(let brand):
            switch brand {
            case "Visa": "2"
            case "Mastercard": "4"
            case "American Express": "1"
            case "Hipercard": "8"
            default: "9"
            }
        case .pix: "125"
        case .boleto: "6"
        case .promissory: "201"
        case .giftCard: "16"
        }
    }

    var systemName: String {
        switch kind {
        case .card(let brand): brand
        case .pix: "Pix"
        case .boleto: "Boleto Bancário"
        case .promissory(let name): name
        case .giftCard: "Vale"
        }
    }

    var group: String {
        switch kind {
        case .card: "creditCard"
        case .pix: "instantPayment"
        case .boleto: "bankInvoice"
        case .promissory: "promissory"
        case .giftCard: "giftCard"
        }
    }
}
