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
}
