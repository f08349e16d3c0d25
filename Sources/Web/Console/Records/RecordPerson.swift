import Basics

/// What a record's person document says, for a reader who may see it.
struct RecordPerson {
    /// First and last name, else the e-mail address, else what the address is called.
    let name: String?
    let facts: [(name: Phrase, text: String)]
    /// How the person is reached, where the name does not say it already; an address is where it is.
    let contacts: [String]

    /// Nil without a document, or with one that cannot be read: it is shown as it is on the tab of the source.
    init?(_ bytes: [UInt8]?) {
        guard let bytes, let root = try? JSONDocument(parsing: bytes).root else { return nil }
        func text(_ field: StaticString) -> String? {
            guard let value = try? root.optionalString(field), !value.isEmpty else { return nil }
            return value
        }
        let typed = [text("firstName"), text("lastName")].compactMap { $0 }.joined(separator: " ")
        let name = typed.isEmpty ? text("email") ?? text("label") : typed
        self.name = name
        let place = [text("city"), text("state")].compactMap { $0 }.joined(separator: ", ")
        contacts = [text("email"), text("phone") ?? text("mobilePhone"), place.isEmpty ? nil : place]
            .compactMap { $0 }.filter { $0 != name }
        facts = Self.fields.compactMap { field, phrase in text(field).map { (phrase, $0) } }
    }

    private static let fields: [(StaticString, Phrase)] = [
        ("email", OrderWords.email), ("document", OrderWords.document), ("phone", OrderWords.phone),
        ("mobilePhone", Phrase(pt: "Celular", es: "Móvil", en: "Mobile phone")),
        ("homePhone", Phrase(pt: "Telefone de casa", es: "Teléfono de casa", en: "Home phone")),
        ("businessPhone", Phrase(pt: "Telefone do trabalho", es: "Teléfono del trabajo", en: "Work phone")),
        ("birthDate", Phrase(pt: "Nascimento", es: "Nacimiento", en: "Date of birth")),
        ("street", Phrase(pt: "Rua", es: "Calle", en: "Street")),
        ("number", Phrase(pt: "Número da casa", es: "Número de la casa", en: "House number")),
        ("neighborhood", Phrase(pt: "Bairro", es: "Barrio", en: "Neighborhood")),
        ("city", Phrase(pt: "Cidade", es: "Ciudad", en: "City")),
        ("state", Phrase(pt: "Estado (UF)", es: "Provincia o estado", en: "State")),
        ("postalCode", Phrase(pt: "CEP", es: "Código postal", en: "Postal code")),
    ]
}
