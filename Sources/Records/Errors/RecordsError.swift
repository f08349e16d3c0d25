import Basics

/// What a repository of records refuses, and why.
package struct RecordsError: ExplainedError, Hashable {
    package enum Problem: Hashable, Sendable {
        case organizationExists(name: String)
        /// No organization has this id; the scope was made from something else than a found organization.
        case organizationMissing(id: String)
        case nameEmpty
        case connectionExists(platform: String, account: String)
        case connectionMissing(id: String)
        /// It is a draft still: its set-up has to be finished first.
        case connectionUnfinished(id: String)
        /// It is no draft any more.
        case connectionFinished(id: String)
        /// Another key check of the connection has begun, or its key is another.
        case keyCheckSuperseded
        /// The log before `through` is gone; the snapshot to start again from stands at `head`.
        case logCompacted(position: Int64, through: Int64, head: Int64)
        /// The log ends at `head`: the reader was further than it is, as after a backup was restored.
        case logAhead(position: Int64, head: Int64)
        /// Somebody else has taken the cursor over, or it moved.
        case leaseLost(reader: String)
        /// A stored document that this program cannot read; `reason` names the field.
        case unreadableDocument(record: String, reason: String)
        case unreadablePayload(record: String)
    }

    package let problem: Problem

    package init(_ problem: Problem) { self.problem = problem }

    package var code: String {
        switch problem {
        case .organizationExists: "records.organization_exists"
        case .organizationMissing: "records.organization_missing"
        case .nameEmpty: "records.name_empty"
        case .connectionExists: "records.connection_exists"
        case .connectionMissing: "records.connection_missing"
        case .connectionUnfinished: "records.connection_unfinished"
        case .connectionFinished: "records.connection_finished"
        case .keyCheckSuperseded: "records.key_check_superseded"
        case .logCompacted: "records.log_compacted"
        case .logAhead: "records.log_ahead"
        case .leaseLost: "records.lease_lost"
        case .unreadableDocument: "records.unreadable_document"
        case .unreadablePayload: "records.unreadable_payload"
        }
    }

    package var isRetryable: Bool {
        if case .leaseLost = problem { true } else { false }
    }
}
