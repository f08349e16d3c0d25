import Basics
import Storage

extension AuditChain {
    /// Entries as people look for them, newest first.
    ///
    /// - Parameters:
    ///   - object: the part of an action before its dot, as in `connection`; nil for all.
    ///   - actor: as `Actor.name`; nil for all.
    ///   - number: older than this entry; nil for the newest.
    package func newest(
        object: String?, actor: String?, before number: Int64?, limit: Int, in transaction: any Transaction
    ) throws -> [RecordedEntry] {
        var query: SQL = """
            SELECT number, recorded_at, actor, action, subject, details FROM audit_entries
            WHERE organization_id = \(scope.organizationID) AND number < \(number ?? Int64.max)
            """
        // The range of all texts that begin with `object.`: the slash comes right after the dot.
        if let object { query = "\(query) AND action >= \(object + ".") AND action < \(object + "/")" }
        if let actor { query = "\(query) AND actor = \(actor)" }
        return try transaction.all("\(query) ORDER BY number DESC LIMIT \(limit)") { row in
            RecordedEntry(
                number: try row.integer(0), recordedAt: try row.instant(1), actor: Actor(try row.text(2)),
                action: try row.text(3), subject: try row.text(4), details: try row.text(5))
        }
    }

    /// Everybody who did something, by name.
    package func actors(limit: Int, in transaction: any Transaction) throws -> [String] {
        try transaction.all(
            """
            SELECT DISTINCT actor FROM audit_entries WHERE organization_id = \(scope.organizationID)
            ORDER BY actor LIMIT \(limit)
            """
        ) { try $0.text(0) }
    }
}

extension RecordedEntry {
    /// `details` as values.
    package var changes: [AuditEntry.Detail] {
        var changes: [AuditEntry.Detail] = []
        do {
            try JSONDocument(parsing: Array(details.utf8)).root.forEachElement { view in
                changes.append(
                    AuditEntry.Detail(
                        try view.string("field"), before: try view.optionalString("before"),
                        after: try view.optionalString("after")))
            }
        } catch {
            // The chain keeps what was written; what cannot be read is shown as it stands.
            return [AuditEntry.Detail("details", after: details)]
        }
        return changes
    }
}
