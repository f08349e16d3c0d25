import Basics
import Commerce
import Storage

/// A record as it lies in the database, its documents as bytes.
package struct StoredRecord: Sendable, Hashable {
    package let id: RecordID
    package let connectionID: ConnectionID
    package let kind: RecordKind
    /// The platform's own id.
    package let externalID: String
    /// Counted from 1, raised by every change.
    package let version: Int64
    /// When it last changed as far as anybody knows: what the platform says, else when Ponte saw it.
    package let changedAt: Instant
    /// When the platform was last asked for it.
    package let fetchedAt: Instant
    /// Since when the platform does not know it any more; nil while it does.
    package let deletedAt: Instant?
    package let mapperVersion: Int
    package let title: String?
    package let parent: RecordLink?
    package let facts: [RecordFact]
    /// As `RecordDocument.core`.
    package let core: [UInt8]
    /// As `RecordDocument.person`; nil when there is none, when it was erased, or for a reader without the right.
    package let person: [UInt8]?
    /// Of a cart, the order that its owner placed after leaving it; nil while there is none.
    package let closing: CartClosing?
    /// Of a customer who is one person with others, which; nil for somebody alone.
    package let membership: PersonMembership?

    /// One JSON object, without a line end: `id`, `connection`, `version` and, once deleted, `deletedAt`, of a cart that an
    /// order closed `closedBy`, of a customer `personId` and, unless that is its own id, `joinedBy`, then the record's own members and
    /// last, where it is known here, `person`.
    package var json: [UInt8] {
        var writer = JSONWriter(capacity: 200)
        writer.object { writer in
            writer.member("id", id.text)
            writer.member("connection", connectionID.text)
            writer.member("version", version)
            writer.member("deletedAt", deletedAt)
            if let closing {
                writer.object("closedBy") { writer in
                    writer.member("order", closing.order.text)
                    writer.member("externalId", closing.number)
                    writer.member("at", closing.closedAt)
                }
            }
            if kind == .customer { writer.member("personId", (membership?.person ?? id).text) }
            if let membership, membership.person != id {
                writer.strings("joinedBy", membership.joinedBy.map(\.rawValue))
            }
        }
        return OrderDocument.splice(head: writer.bytes, core: core, person: person)
    }

    /// What a query selects from `records r`, `record_documents d` and what `besides` joins, for `init(row:)`.
    static func columns(seesPeople: Bool) -> SQL {
        let person: SQL = seesPeople ? "d.person" : "NULL"
        return """
            r.id, r.connection_id, r.kind, r.external_id, r.version, r.changed_at, r.fetched_at, r.deleted_at,
            r.mapper_version, r.title, r.parent_kind, r.parent_external_id, r.facts, d.core,
            \(person), c.closed_by, c.closed_number, c.closed_at, m.person_id, m.joined_by
            """
    }

    /// What joins a record to what closed it and to whose it is, for `columns`.
    static let besides: SQL = """
        LEFT JOIN cart_standings c ON c.organization_id = r.organization_id AND c.record_id = r.id
        LEFT JOIN person_members m ON m.organization_id = r.organization_id AND m.record_id = r.id
        """

    /// A record as it would lie there at `version`.
    package init(
        _ document: RecordDocument, id: RecordID, of connection: ConnectionID, version: Int64, fetchedAt: Instant,
        deletedAt: Instant? = nil, closing: CartClosing? = nil, membership: PersonMembership? = nil
    ) {
        self.id = id
        connectionID = connection
        kind = document.kind
        externalID = document.externalID
        self.version = version
        changedAt = document.changedAt ?? fetchedAt
        self.fetchedAt = fetchedAt
        self.deletedAt = deletedAt
        mapperVersion = 1
        title = document.title
        parent = document.parent
        facts = document.facts
        core = document.core
        person = document.person
        self.closing = closing
        self.membership = membership
    }

    init(row: Row) throws {
        let id: RecordID = try row.id(0)
        guard let kind = RecordKind(rawValue: try row.text(2)) else {
            throw RecordsError(.unreadableDocument(record: id.text, reason: "kind"))
        }
        self.id = id
        connectionID = try row.id(1)
        self.kind = kind
        externalID = try row.text(3)
        version = try row.integer(4)
        changedAt = try row.instant(5)
        fetchedAt = try row.instant(6)
        deletedAt = try row.optionalInstant(7)
        mapperVersion = try row.int(8)
        title = try row.optionalText(9)
        parent = try RecordLink(row, from: 10)
        facts = try RecordFactValues(stored: try row.text(12), of: id).facts
        core = try row.bytes(13)
        person = try row.optionalBytes(14)
        closing = try CartClosing(row, from: 15)
        membership = try PersonMembership(row, from: 18)
    }
}
