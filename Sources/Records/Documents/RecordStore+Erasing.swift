import Basics
import Commerce
import Storage

extension RecordStore {
    /// Erases the person of a record: from its document, its kept versions, its words and the platform's answers. The
    /// record itself stays, with a change of cause `erase`.
    ///
    /// - Returns: false when there is no such record or it has no person any more; nothing is written then.
    package func erasePerson(of id: RecordID, at instant: Instant, in transaction: any Transaction) throws -> Bool {
        let log = ChangeLog(scope)
        try log.lineUp(in: transaction)
        guard let record = try find(id, seesPeople: true, in: transaction) else { return false }
        let here: SQL = "organization_id = \(scope.organizationID) AND record_id = \(id)"
        let versions = try transaction.execute(
            "UPDATE record_versions SET person = NULL WHERE \(here) AND person IS NOT NULL")
        guard record.person != nil || versions > 0 else { return false }
        try transaction.execute("UPDATE record_documents SET person = NULL WHERE \(here)")
        try transaction.execute("DELETE FROM record_terms WHERE \(here) AND is_personal = 1")
        let former = try PersonJoins(scope).neighbours(of: [id], in: transaction)
        try transaction.execute("DELETE FROM identity_keys WHERE \(here)")
        try transaction.execute("DELETE FROM record_payloads WHERE \(here)")
        let version = record.version + 1
        try transaction.execute(
            """
            UPDATE records SET version = \(version)
            WHERE organization_id = \(scope.organizationID) AND id = \(id)
            """)
        let erased = NewChange(
            recordKind: record.kind.rawValue, recordID: id.text, connectionID: record.connectionID,
            version: version, facts: [.person], cause: .erase, occurredAt: instant)
        let parted = try PersonJoins(scope).settle(former.union([id]), at: instant, in: transaction)
        try log.append([erased] + parted, at: instant, in: transaction)
        return true
    }
}
