import Basics

/// What somebody did, for the audit chain. It names ids, never a person; of a secret, its fingerprint only.
package struct AuditEntry: Hashable, Sendable {
    /// What a field was and is. Nil when it was not there, or is not there any more.
    package struct Detail: Hashable, Sendable {
        package let field: String
        package let before: String?
        package let after: String?

        package init(_ field: String, before: String? = nil, after: String? = nil) {
            self.field = field
            self.before = before
            self.after = after
        }
    }

    /// Object and deed, as in `connection.created`.
    package let action: String
    /// The id of what it was done to.
    package let subject: String
    package let details: [Detail]

    package init(_ action: String, subject: String, details: [Detail] = []) {
        self.action = action
        self.subject = subject
        self.details = details
    }
}
