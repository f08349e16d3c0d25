import Basics

/// What a member is made of, checked.
package struct NewMember: Sendable {
    package let email: EmailAddress
    package let name: String
    package let language: Language
    package let role: MemberRole

    /// - Throws: `access.bad_email`, `access.bad_name`.
    package init(email: String, name: String, language: Language, role: MemberRole) throws(AccessError) {
        guard let address = EmailAddress(email) else { throw AccessError(.badEmail) }
        guard let shown = ShownText(name, lengthMax: 100) else { throw AccessError(.badName) }
        self.email = address
        self.name = shown.text
        self.language = language
        self.role = role
    }

    /// All that is wrong with what a person typed, so that a form can tell it at once.
    package static func problems(email: String, name: String, password: Secret) -> [AccessError] {
        var problems: [AccessError] = []
        if ShownText(name, lengthMax: 100) == nil { problems.append(AccessError(.badName)) }
        let address = EmailAddress(email)
        if address == nil { problems.append(AccessError(.badEmail)) }
        if let problem = PasswordRules.problem(of: password, email: address?.text ?? "") {
            problems.append(AccessError(problem))
        }
        return problems
    }
}
