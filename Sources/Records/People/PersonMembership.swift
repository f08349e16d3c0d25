import Commerce
import Storage

/// That a customer is one person with others.
package struct PersonMembership: Hashable, Sendable {
    /// The id of the first of them.
    package let person: RecordID
    /// The kinds of keys that the customer shares with the others, the surest first.
    package let joinedBy: [IdentityKey.Kind]

    package init(person: RecordID, joinedBy: [IdentityKey.Kind]) {
        self.person = person
        self.joinedBy = joinedBy
    }

    /// Reads a person's id and kinds from `column` on; nil where there is none.
    init?(_ row: Row, from column: Int) throws {
        guard !row.isNull(column) else { return nil }
        // Kinds that a newer Ponte wrote are left out.
        let kinds = try row.text(column + 1).split(separator: " ").compactMap { IdentityKey.Kind(rawValue: String($0)) }
        self.init(person: try row.id(column), joinedBy: kinds)
    }

    /// As it is stored: `document email`.
    var kindsText: String { joinedBy.map(\.rawValue).joined(separator: " ") }
}
