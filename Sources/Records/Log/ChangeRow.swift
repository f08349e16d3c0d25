import Basics
import Storage

/// A change's columns, written and read back.
enum ChangeRow {
    static func bulk(capacity: Int) -> BulkRows {
        BulkRows(
            columns: [
                BulkColumn("organization_id", .key), BulkColumn("number", .integer), BulkColumn("record_kind", .key),
                BulkColumn("record_id", .key), BulkColumn("connection_id", .key), BulkColumn("version", .integer),
                BulkColumn("cause", .key), BulkColumn("occurred_at", .integer), BulkColumn("recorded_at", .integer),
                BulkColumn("facts", .text),
            ], capacity: capacity)
    }

    static func append(
        _ change: NewChange, number: Int64, at instant: Instant, of organization: OrganizationID,
        to rows: inout BulkRows
    ) {
        rows.append(
            organization.sqlValue, .integer(number), .text(change.recordKind), .text(change.recordID),
            change.connectionID.sqlValue, .integer(change.version), .text(change.cause.rawValue),
            change.occurredAt.sqlValue, instant.sqlValue, .text(change.factsText))
    }

    static func json(_ row: Row) throws -> [UInt8] {
        let facts = Array(try row.text(5).utf8)
        var writer = JSONWriter(capacity: 320 + facts.count)
        try writer.object { writer in
            writer.member("number", try row.integer(0))
            try writer.object("record") { writer in
                writer.member("kind", try row.text(1))
                writer.member("id", try row.text(2))
                writer.member("version", try row.integer(4))
            }
            writer.member("connection", try row.optionalText(3))
            writer.member("cause", try row.text(6))
            writer.member("occurredAt", try row.instant(7))
            writer.member("recordedAt", try row.instant(8))
            writer.member("facts", raw: facts)
        }
        return writer.bytes
    }

    static func change(_ row: Row) throws -> Change {
        let number = try row.integer(0)
        guard let cause = Change.Cause(rawValue: try row.text(6)) else {
            throw RecordsError(.unreadableDocument(record: "\(number)", reason: "cause"))
        }
        return Change(
            number: number, recordKind: try row.text(1), recordID: try row.text(2),
            connectionID: row.isNull(3) ? nil : try row.id(3), version: try row.integer(4),
            facts: try FactsText.facts(of: try row.text(5), change: number), cause: cause,
            occurredAt: try row.instant(7), recordedAt: try row.instant(8))
    }
}
