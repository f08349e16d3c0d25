import Basics
import Storage

extension AuditChain {
    /// Walks the whole chain, a page of rows in memory at a time, and tells the first break.
    ///
    /// Without an anchor it cannot tell a whole chain from one whose end was cut, head and all, or that was written anew.
    package func verify(
        against anchor: AuditAnchor? = nil, pageSize: Int = 500, in transaction: any Transaction
    ) throws -> AuditVerdict {
        let organization = scope.organizationID
        if let anchor, anchor.organizationID != organization {
            return AuditVerdict(entries: 0, flaw: .foreignAnchor)
        }
        var walk = Walk(organization: organization, anchor: anchor)
        while walk.flaw == nil {
            let page = try rows(after: walk.number, limit: pageSize, in: transaction)
            for row in page where walk.flaw == nil { walk.step(to: row.row, hash: row.hash) }
            if page.count < pageSize { break }
        }
        walk.finish(head: try head(in: transaction))
        return AuditVerdict(entries: walk.number, flaw: walk.flaw)
    }

    private func rows(
        after number: Int64, limit: Int, in transaction: any Transaction
    ) throws -> [(row: AuditRow, hash: [UInt8])] {
        try transaction.all(
            """
            SELECT number, recorded_at, actor, action, subject, details, previous_hash, hash FROM audit_entries
            WHERE organization_id = \(scope.organizationID) AND number > \(number) ORDER BY number LIMIT \(limit)
            """
        ) { row in
            let entry = AuditRow(
                number: try row.integer(0), recordedAt: try row.instant(1), actor: try row.text(2),
                action: try row.text(3), subject: try row.text(4), details: try row.text(5),
                previousHash: try row.bytes(6))
            return (entry, try row.bytes(7))
        }
    }
}

/// Where a walk along a chain stands: the last whole entry, and the first break.
private struct Walk {
    let organization: OrganizationID
    let anchor: AuditAnchor?
    private(set) var number: Int64 = 0
    private(set) var hash: [UInt8]
    private(set) var flaw: AuditVerdict.Flaw?

    init(organization: OrganizationID, anchor: AuditAnchor?) {
        self.organization = organization
        self.anchor = anchor
        hash = AuditRow.genesis(of: organization)
    }

    mutating func step(to row: AuditRow, hash stored: [UInt8]) {
        if row.number != number + 1 {
            flaw = .missing(number: number + 1)
        } else if row.previousHash != hash {
            flaw = .misplaced(number: row.number)
        } else if row.hash(in: organization) != stored {
            flaw = .edited(number: row.number)
        } else if let anchor, anchor.number == row.number, anchor.hash != stored {
            flaw = .rewritten(anchored: row.number)
        } else {
            number = row.number
            hash = stored
        }
    }

    mutating func finish(head: (number: Int64, hash: [UInt8])?) {
        guard flaw == nil else { return }
        let headNumber = head?.number ?? 0
        if let anchor, anchor.number > number {
            flaw = .cutShort(anchored: anchor.number)
        } else if headNumber > number {
            flaw = .missing(number: number + 1)
        } else if headNumber < number {
            flaw = .beyondHead(number: headNumber + 1)
        } else if let head, head.hash != hash {
            flaw = .misplaced(number: headNumber)
        }
    }
}
