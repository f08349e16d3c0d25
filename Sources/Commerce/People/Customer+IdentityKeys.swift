import Foundation

extension Customer {
    /// What this customer is recognised and told apart by. An alias of the platform is nothing of the kind, nor is what
    /// was only typed to get on: a document with wrong check digits, a telephone of nothing but nines.
    package var identityKeys: Set<IdentityKey> {
        var keys: Set<IdentityKey> = []
        func add(_ kind: IdentityKey.Kind, _ value: String?) {
            guard let value, (1...Self.identityLengthMax).contains(value.utf8.count) else { return }
            keys.insert(IdentityKey(kind, value))
        }
        add(.profile, profileID?.lowercased())
        add(.document, person.identityDocument)
        if !person.emailIsMasked { add(.email, person.email.flatMap(Self.comparableEmail)) }
        // A telephone at work is its company's.
        for phone in [person.phone, person.mobilePhone, person.homePhone] {
            add(.phone, phone.flatMap(PhoneNumber.init)?.text)
        }
        add(.birth, person.birthDate)
        add(.name, person.firstName.flatMap(Self.comparableName))
        return keys
    }

    /// Longer ones are no e-mail address and no name.
    private static let identityLengthMax = 200

    private static func comparableEmail(_ typed: String) -> String? {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !text.contains(where: \.isWhitespace) else {
            return nil
        }
        return text
    }

    /// The first word, without case and accents.
    private static func comparableName(_ typed: String) -> String? {
        let folded = typed.folding(
            options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive], locale: nil)
        return folded.split(whereSeparator: { !$0.isLetter }).first.map(String.init)
    }
}

extension CustomerPerson {
    /// A CPF, or a CNPJ where the customer is a company that names nobody: those who buy for one company are not one
    /// person.
    fileprivate var identityDocument: String? {
        let numbers = [document, company?.document].compactMap { $0.flatMap(TaxNumber.init) }
        let number = numbers.first { $0.kind == .cpf } ?? numbers.first
        return number.map { $0.kind.rawValue + $0.text }
    }
}
