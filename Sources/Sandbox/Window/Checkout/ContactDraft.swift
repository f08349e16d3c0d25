import Basics

/// What somebody typed of themselves.
struct ContactDraft: Sendable {
    var email = ""
    var firstName = ""
    var lastName = ""
    var document = ""
    var phone = ""
    var wantsNewsletter = false

    init() {}

    init(_ call: Call) {
        email = Typed.line(call.field("email"), longest: 200)
        firstName = Typed.line(call.field("firstName"), longest: 50)
        lastName = Typed.line(call.field("lastName"), longest: 80)
        document = Typed.line(call.field("document"), longest: 20)
        phone = Typed.line(call.field("phone"), longest: 25)
        wantsNewsletter = call.field("newsletter") != nil
    }

    init(_ cart: Cart) {
        guard let profile = cart.profile else { return }
        email = profile.email
        firstName = profile.firstName
        lastName = profile.lastName
        document = profile.document
        phone = profile.phone
        wantsNewsletter = cart.wantsNewsletter
    }

    /// Somebody made up, another one each time.
    init(person: Person) {
        email = person.email.replacing("+", with: ".")
        firstName = person.firstName
        lastName = person.lastName
        document = person.cpf
        phone = person.phone
    }

    var isEmailWrong: Bool { !Self.isAddress(email) }
    var isDocumentWrong: Bool { !Self.isCPF(digits(document)) }
    /// With or without the country's 55.
    var isPhoneWrong: Bool { !(10...13).contains(digits(phone).count) }
    var isNameWrong: Bool { firstName.isEmpty || lastName.isEmpty }
    var isWhole: Bool { !isEmailWrong && !isDocumentWrong && !isPhoneWrong && !isNameWrong }

    var profile: Profile {
        let number = digits(phone)
        return Profile(
            email: email, firstName: firstName, lastName: lastName, document: digits(document),
            phone: "+" + (number.count <= 11 ? "55" + number : number))
    }

    private func digits(_ text: String) -> String { text.filter { $0.isASCII && $0.isNumber } }

    static func isAddress(_ text: String) -> Bool {
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, text.allSatisfy({ !$0.isWhitespace }) else { return false }
        let parts = sides[1].split(separator: ".", omittingEmptySubsequences: false)
        return parts.count > 1 && parts.allSatisfy { !$0.isEmpty }
    }

    /// Eleven digits, not all the same, of which the last two check the others.
    static func isCPF(_ text: String) -> Bool {
        let digits = text.compactMap(\.wholeNumberValue)
        guard digits.count == 11, Set(digits).count > 1 else { return false }
        return [9, 10].allSatisfy { count in
            let sum = digits.prefix(count).enumerated().reduce(0) { $0 + $1.element * (count + 1 - $1.offset) }
            return sum * 10 % 11 % 10 == digits[count]
        }
    }
}
