import Basics

/// An address that somebody typed.
struct AddressDraft: Sendable {
    var postalCode = ""
    var street = ""
    var number = ""
    var complement = ""
    var neighborhood = ""
    var city = ""
    var state = ""

    static let states = [
        "AC", "AL", "AM", "AP", "BA", "CE", "DF", "ES", "GO", "MA", "MG", "MS", "MT", "PA", "PB", "PE", "PI", "PR",
        "RJ", "RN", "RO", "RR", "RS", "SC", "SE", "SP", "TO",
    ]

    init(_ call: Call) {
        postalCode = Typed.line(call.field("postalCode"), longest: 12)
        street = Typed.line(call.field("street"))
        number = Typed.line(call.field("number"), longest: 12)
        complement = Typed.line(call.field("complement"))
        neighborhood = Typed.line(call.field("neighborhood"))
        city = Typed.line(call.field("city"))
        state = Typed.line(call.field("state"), longest: 2).uppercased()
    }

    /// Nothing typed yet.
    init(_ address: PostalAddress?) {
        guard let address else { return }
        postalCode = address.postalCode
        street = address.street
        number = address.number
        complement = address.complement ?? ""
        neighborhood = address.neighborhood
        city = address.city
        state = address.state
    }

    private var digits: String { postalCode.filter { $0.isASCII && $0.isNumber } }

    /// No carrier goes there, or it is none.
    var isPostalCodeWrong: Bool { ShippingPolicy.region(digits) == nil }
    var isPlaceWrong: Bool { city.isEmpty || !Self.states.contains(state) }
    var isStreetWrong: Bool { street.isEmpty || number.isEmpty || neighborhood.isEmpty }
    var isWhole: Bool { !isPostalCodeWrong && !isPlaceWrong && !isStreetWrong }

    var address: PostalAddress {
        PostalAddress(
            postalCode: "\(digits.prefix(5))-\(digits.suffix(3))", city: city, state: state, street: street,
            number: number, neighborhood: neighborhood, complement: complement.isEmpty ? nil : complement,
            coordinates: nil)
    }
}
