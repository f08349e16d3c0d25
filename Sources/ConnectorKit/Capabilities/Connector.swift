import Basics

/// One store platform, as the rest of Ponte sees it. The catalogue in Connectors lists them.
package protocol Connector: Sendable {
    /// As in `vtex`.
    var platform: String { get }

    /// The platform as people choose it.
    var profile: PlatformProfile { get }

    /// How a merchant makes a key; nil where there is nothing to explain.
    var keyGuide: KeyGuide? { get }

    /// What a key check asks; nil where keys cannot be checked.
    var keyCheckPlan: KeyCheckPlan? { get }

    /// Requests a minute that the platform documents for one account, by quota group; a group not named has no documented limit.
    var requestsPerMinute: [String: Int] { get }

    /// The group that requests for orders count in: what an import is estimated by, and whose use people are shown.
    var ordersQuotaGroup: String { get }

    /// Makes what people paste into an address and credential of this platform.
    /// - Throws: `IntakeError` with a message of its own for each common mistake.
    func normalise(_ pasted: PastedCredential) throws(IntakeError) -> StoreCredential

    /// The same for a store whose key somebody else will bring.
    /// - Throws: `IntakeError` for the account or the address.
    func normaliseAddress(account: String, baseURL: String?) throws(IntakeError) -> StoreAddress

    /// A store that answers by `transport`.
    func store(_ credential: StoreCredential, transport: any Transport, clock: any WallClock) -> any Store
}

/// One store reached with one credential. What it can do it says by the capability protocols it conforms to.
package protocol Store: Sendable {
    var orders: (any OrderSource)? { get }
    /// The streams besides orders, one source each.
    var records: [any RecordSource] { get }
    var keyCheck: (any CredentialProbe)? { get }
}

extension Store {
    package var records: [any RecordSource] { [] }
}

/// What a person pasted, untouched.
package struct PastedCredential: Sendable {
    package var account: String
    /// Stands in for the platform's own address, as for a sandbox.
    package var baseURL: String?
    package var key: String
    package var token: Secret

    package init(account: String, baseURL: String?, key: String, token: Secret) {
        self.account = account
        self.baseURL = baseURL
        self.key = key
        self.token = token
    }
}

/// A store's account and where it is reached, in the platform's form.
package struct StoreAddress: Sendable, Hashable {
    package var account: String
    /// As `StoreCredential.baseURL`.
    package var baseURL: String

    package init(account: String, baseURL: String) {
        self.account = account
        self.baseURL = baseURL
    }
}

/// A credential that has the platform's form.
package struct StoreCredential: Sendable, Hashable {
    package var account: String
    /// Scheme, host, port and an optional prefix, without a slash at the end.
    package var baseURL: String
    package var key: String
    package var token: Secret
    /// Things that look odd and are let through, such as a token of an unusual length.
    package var warnings: [Phrase]

    package init(account: String, baseURL: String, key: String, token: Secret, warnings: [Phrase] = []) {
        self.account = account
        self.baseURL = baseURL
        self.key = key
        self.token = token
        self.warnings = warnings
    }
}

/// A pasted value that cannot be what it should be; says which field, what it looks like and what to paste instead.
package struct IntakeError: ExplainedError, Hashable {
    package enum Field: String, Sendable { case account, baseURL = "base_url", key, token }
    package let code: String
    package let field: Field
    /// The other one, where two do not go together.
    package let otherField: Field?
    package let explanation: Phrase
    package let remedy: Phrase?

    package init(code: String, field: Field, and otherField: Field? = nil, explanation: Phrase, remedy: Phrase?) {
        self.code = code
        self.field = field
        self.otherField = otherField
        self.explanation = explanation
        self.remedy = remedy
    }
}
