/// Something that a person is recognised by, or told apart by, in a form that compares.
package struct IdentityKey: Hashable, Sendable {
    /// In the order in which they join: what is surest comes first.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The platform's own id of the person.
        case profile
        /// As in a CPF.
        case document
        case email
        case phone
        /// Day of birth; it joins nobody.
        case birth
        /// First name; it joins nobody.
        case name

        package enum Strength: Sendable {
            /// Whoever shares it is one person.
            case proof
            /// Families share it: whoever shares it is one person unless something contradicts.
            case hint
            /// It only tells people apart.
            case trait
        }

        package var strength: Strength {
            switch self {
            case .profile, .document: .proof
            case .email, .phone: .hint
            case .birth, .name: .trait
            }
        }
    }

    package let kind: Kind
    package let value: String

    package init(_ kind: Kind, _ value: String) {
        self.kind = kind
        self.value = value
    }
}
