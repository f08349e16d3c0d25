import Basics

/// Somebody's consent to the newsletter: given or withdrawn.
package struct Subscriber: ReadableRecord {
    package static var kind: RecordKind { .subscriber }

    /// By what the consent is known.
    package enum Source: String, Hashable, Sendable, CaseIterable {
        /// The customer's profile at the platform.
        case profile
        /// What was ticked in a checkout.
        case order
    }

    package var externalID: String
    /// External id of the customer; nil for who subscribed without being one.
    package var customerID: String?
    package var changedAt: Instant?
    package var isSubscribed: Bool
    /// Since when at the latest: platforms keep the answer and not the moment. Of a record that is kept it is when the
    /// answer was first seen.
    package var since: Instant?
    package var source: Source
    package var email: String?
    package var emailIsMasked = false
    package var firstName: String?
    package var lastName: String?

    package init(externalID: String, isSubscribed: Bool, source: Source) {
        self.externalID = externalID
        self.isSubscribed = isSubscribed
        self.source = source
    }

    package var parent: RecordLink? { customerID.map { RecordLink(.customer, $0) } }

    package var factValues: [(field: String, value: String)] {
        [("isSubscribed", isSubscribed ? "true" : "false"), ("source", source.rawValue)]
    }

    package var words: RecordWords {
        RecordWords(
            plain: [externalID, customerID].compactMap { $0 },
            personal: [email, firstName, lastName].compactMap { $0 })
    }

    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("customerId", customerID)
        writer.member("changedAt", changedAt)
        writer.member("isSubscribed", isSubscribed)
        writer.member("since", since)
        writer.member("source", source.rawValue)
    }

    package func writePerson(to writer: inout JSONWriter) {
        guard email != nil || firstName != nil || lastName != nil else { return }
        writer.member("email", email)
        writer.member("emailIsMasked", emailIsMasked)
        writer.member("firstName", firstName)
        writer.member("lastName", lastName)
    }

    package init(reading core: JSONView, person: JSONView?) throws {
        self.init(
            externalID: try core.string("externalId"), isSubscribed: try core.bool("isSubscribed"),
            source: try core.word("source"))
        customerID = try core.optionalString("customerId")
        changedAt = try core.optionalInstant("changedAt")
        since = try core.optionalInstant("since")
        guard let person else { return }
        email = try person.optionalString("email")
        emailIsMasked = try person.bool("emailIsMasked")
        firstName = try person.optionalString("firstName")
        lastName = try person.optionalString("lastName")
    }
}
