import Basics

/// Where it goes.
struct AddressPage: AdminPage {
    struct Words: Sendable {
        let postalCode = Phrase(pt: "CEP", es: "Código postal", en: "Postal code")
        let postalCodeWrong = Phrase(
            pt: "Oito dígitos de um CEP brasileiro, como 01310-100.",
            es: "Ocho dígitos de un código postal brasileño, como 01310-100.",
            en: "Eight digits of a Brazilian postal code, such as 01310-100.")
        let street = Phrase(pt: "Rua", es: "Calle", en: "Street")
        let number = Phrase(pt: "Número", es: "Número", en: "Number")
        let streetWrong = Phrase(
            pt: "Escreva rua, número e bairro.", es: "Escriba calle, número y barrio.",
            en: "Enter street, number and neighborhood.")
        let complement = Phrase(pt: "Complemento", es: "Complemento", en: "Apartment, floor")
        let neighborhood = Phrase(pt: "Bairro", es: "Barrio", en: "Neighborhood")
        let city = Phrase(pt: "Cidade", es: "Ciudad", en: "City")
        let state = Phrase(pt: "Estado", es: "Estado", en: "State")
        let placeWrong = Phrase(
            pt: "Escreva a cidade e escolha o estado.", es: "Escriba la ciudad y elija el estado.",
            en: "Enter the city and choose the state.")
    }

    struct State: Sendable {
        let code: String
        let isChosen: Bool
    }

    static let template = "shop-address"
    let words = Words()
    let heading = ShopWords().step2
    let draft: AddressDraft
    let states: [State]
    let isPostalCodeWrong: Bool
    let isStreetWrong: Bool
    let isPlaceWrong: Bool

    /// - Parameter isSent: Whether to say what is wrong.
    init(_ draft: AddressDraft, isSent: Bool = false) {
        self.draft = draft
        states = AddressDraft.states.map { State(code: $0, isChosen: $0 == draft.state) }
        isPostalCodeWrong = isSent && draft.isPostalCodeWrong
        isStreetWrong = isSent && draft.isStreetWrong
        isPlaceWrong = isSent && draft.isPlaceWrong
    }
}
