import Basics
import Commerce
import Records

/// Who else is the same person as a customer, by what, and who was said not to be.
struct PeopleCard: Sendable {
    struct Entry: Sendable {
        let path: String
        let separatePath: String
        let name: String
        let about: String
    }

    let title: String
    /// Of the customer whose page this is: after telling another one apart the reader is back at it.
    let pageID: String
    let hasSame: Bool
    let same: [Entry]
    let hasApart: Bool
    let apart: [Entry]
    let unitePath: String

    /// Nil for a customer who is alone and of whom nothing was said, and for all other records.
    init?(of listing: RecordListing, same: [RecordListing], apart: [RecordListing], client: String, for reader: Reader)
    {
        guard !same.isEmpty || !apart.isEmpty else { return nil }
        title = reader.say(same.isEmpty ? PersonWords.alone : PersonWords.same)
        pageID = listing.record.id.text
        hasSame = !same.isEmpty
        self.same = same.map { Self.entry($0, client, reader) }
        hasApart = !apart.isEmpty
        self.apart = apart.map { Self.entry($0, client, reader) }
        unitePath = ConsolePath.record(client, RecordKind.customer.rawValue, listing.record.id.text) + "/unite"
    }

    private static func entry(_ listing: RecordListing, _ client: String, _ reader: Reader) -> Entry {
        let path = ConsolePath.record(client, RecordKind.customer.rawValue, listing.record.id.text)
        let kinds = listing.record.membership?.joinedBy.map(\.rawValue) ?? []
        let common = kinds.isEmpty ? nil : reader.say(PersonWords.inCommon(PersonWords.kinds(kinds, for: reader)))
        return Entry(
            path: path, separatePath: path + "/separate", name: listing.name,
            about: [listing.connectionName, common].compactMap { $0 }.joined(separator: " · "))
    }
}

/// Words about which customers are one person.
enum PersonWords {
    static let same = Phrase(pt: "A mesma pessoa", es: "La misma persona", en: "The same person")
    static let alone = Phrase(pt: "Pessoa à parte", es: "Persona aparte", en: "A person apart")
    static let joined = Phrase(
        pt: "Reconhecido como a mesma pessoa que outro cliente",
        es: "Reconocido como la misma persona que otro cliente",
        en: "Recognised as the same person as another customer")
    static let parted = Phrase(
        pt: "Já não é a mesma pessoa que outro cliente", es: "Ya no es la misma persona que otro cliente",
        en: "No longer the same person as another customer")
    static let separated = Phrase(
        pt: "Separados: para o Ponte já não são a mesma pessoa.",
        es: "Separados: para Ponte ya no son la misma persona.",
        en: "Told apart: to Ponte they are not one person any more.")
    static let united = Phrase(
        pt: "Desfeito: o Ponte compara de novo o que têm em comum.",
        es: "Deshecho: Ponte vuelve a comparar lo que tienen en común.",
        en: "Taken back: Ponte compares again what they have in common.")
    static let nobody = Phrase(
        pt: "Não havia ninguém de quem separar.", es: "No había de quién separarlo.",
        en: "There was nobody to tell apart.")

    static func inCommon(_ kinds: String) -> Phrase {
        Phrase(pt: "em comum: \(kinds)", es: "en común: \(kinds)", en: "in common: \(kinds)")
    }

    /// `CPF ou CNPJ, e-mail`; kinds of a newer Ponte as they stand.
    static func kinds(_ kinds: [String], for reader: Reader) -> String {
        kinds.map { text in IdentityKey.Kind(rawValue: text).map { reader.say(kind($0)) } ?? text }
            .joined(separator: ", ")
    }

    private static func kind(_ kind: IdentityKey.Kind) -> Phrase {
        switch kind {
        case .profile: Phrase(pt: "perfil na plataforma", es: "perfil en la plataforma", en: "profile at the platform")
        case .document: Phrase(pt: "CPF ou CNPJ", es: "CPF o CNPJ", en: "CPF or CNPJ")
        case .email: Phrase(pt: "e-mail", es: "correo electrónico", en: "email")
        case .phone: Phrase(pt: "telefone", es: "teléfono", en: "phone")
        case .birth: Phrase(pt: "data de nascimento", es: "fecha de nacimiento", en: "date of birth")
        case .name: Phrase(pt: "primeiro nome", es: "primer nombre", en: "first name")
        }
    }
}
