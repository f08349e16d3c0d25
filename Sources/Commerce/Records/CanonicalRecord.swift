import Basics

/// What every canonical record but an order tells of itself, so that one way keeps, compares and finds them all.
///
/// Orders have a way of their own (`Commerce/Orders`): there are many more of them, and it is made for that.
package protocol CanonicalRecord: Hashable, Sendable {
    static var kind: RecordKind { get }

    /// The platform's own id: unique within connection and kind.
    var externalID: String { get }

    /// When the platform last changed it; nil where it does not tell.
    var changedAt: Instant? { get }

    /// What a list shows and sorts it by, as a product's name. Nothing of a person: nil for those.
    var title: String? { get }

    /// The external id of the record that this one belongs to, as an address to its customer; nil for none.
    var parent: RecordLink? { get }

    /// What apps decide by, each field once, in a fixed order, nothing of a person: `("isActive", "true")`.
    var factValues: [(field: String, value: String)] { get }

    /// What it is found by.
    var words: RecordWords { get }

    /// Its members but the person's, without `schema`.
    func write(to writer: inout JSONWriter)

    /// The person's members; writes nothing where there is none.
    func writePerson(to writer: inout JSONWriter)
}

extension CanonicalRecord {
    package var title: String? { nil }
    package var parent: RecordLink? { nil }
    package func writePerson(to writer: inout JSONWriter) {}
}

/// Another record of the same connection.
package struct RecordLink: Hashable, Sendable {
    package let kind: RecordKind
    package let externalID: String

    package init(_ kind: RecordKind, _ externalID: String) {
        self.kind = kind
        self.externalID = externalID
    }
}

/// The texts whose words a record is found by.
package struct RecordWords: Hashable, Sendable {
    /// Tell nothing of a person.
    package var plain: [String]
    package var personal: [String]

    package init(plain: [String], personal: [String] = []) {
        self.plain = plain
        self.personal = personal
    }
}
