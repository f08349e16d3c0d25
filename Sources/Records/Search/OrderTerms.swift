import Commerce
import Storage

/// The words that an order is found by: its numbers, and its person's name, documents, e-mail and phone.
struct OrderTerms: Hashable {
    /// Tell nothing of a person.
    let plain: [String]
    let personal: [String]

    init(_ order: Order) {
        plain = SearchTerms.terms(of: [order.externalID, order.sequence ?? ""])
        guard let person = order.person else {
            personal = []
            return
        }
        var texts = [person.firstName, person.lastName, person.document, person.phone].compactMap { $0 }
        if !person.emailIsMasked, let email = person.email { texts.append(String(email.prefix { $0 != "@" })) }
        if let company = person.company {
            texts += [company.legalName, company.tradeName, company.document].compactMap { $0 }
        }
        texts += person.addresses.compactMap(\.receiver)
        let known = Set(plain)
        personal = SearchTerms.terms(of: texts).filter { !known.contains($0) }
    }

    /// The ranges that a typed question asks for, cut as the stored words are.
    static func prefixes(of question: String) -> [SearchPrefix] {
        SearchTerms.prefixes(of: SearchPieces.cut(question))
    }
}
