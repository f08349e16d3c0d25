import Basics
import Storage

/// What the last walk along a whole chain found, and when.
package struct AuditCheck: Hashable, Sendable {
    package let at: Instant
    package let verdict: AuditVerdict
}

/// When each chain was walked, so that a page can say so without walking it.
///
/// It lies beside the chain and proves nothing: who changes the one can change the other. `ponte audit verify` and anchors
/// that are kept elsewhere do.
extension AuditChain {
    static let checkMigrations = [
        Migration(
            31, "audit checks",
            [
                """
                CREATE TABLE audit_checks (
                    organization_id \(type: .key) NOT NULL PRIMARY KEY,
                    checked_at \(type: .integer) NOT NULL,
                    entries \(type: .integer) NOT NULL CHECK (entries >= 0),
                    flaw \(type: .key),
                    flaw_number \(type: .integer),
                    CHECK ((flaw IS NULL) = (flaw_number IS NULL))
                )
                """
            ])
    ]

    /// Writes down what a walk without an anchor found.
    @discardableResult
    package func record(
        _ verdict: AuditVerdict, at instant: Instant, in transaction: any Transaction
    ) throws -> AuditCheck {
        let name = (verdict.flaw?.kept.name).sqlValue
        let number = (verdict.flaw?.kept.number).sqlValue
        try transaction.execute(
            """
            INSERT INTO audit_checks (organization_id, checked_at, entries, flaw, flaw_number)
            VALUES (\(scope.organizationID), \(instant), \(verdict.entries), \(name), \(number))
            ON CONFLICT (organization_id) DO UPDATE SET checked_at = excluded.checked_at, entries = excluded.entries,
                flaw = excluded.flaw, flaw_number = excluded.flaw_number
            """)
        return AuditCheck(at: instant, verdict: verdict)
    }

    /// Nil for a chain that was never walked.
    package func lastCheck(in transaction: any Transaction) throws -> AuditCheck? {
        try transaction.first(
            """
            SELECT checked_at, entries, flaw, flaw_number FROM audit_checks
            WHERE organization_id = \(scope.organizationID)
            """
        ) { row in
            let number = try row.optionalInteger(3) ?? 0
            let flaw = try row.optionalText(2).map { AuditVerdict.Flaw(keptAs: $0, number: number) }
            return AuditCheck(
                at: try row.instant(0), verdict: AuditVerdict(entries: try row.integer(1), flaw: flaw))
        }
    }

    /// How many entries the chain says that it has: its newest one's number.
    package func length(in transaction: any Transaction) throws -> Int64 { try head(in: transaction)?.number ?? 0 }
}

extension AuditVerdict.Flaw {
    /// As a row holds it. The last three are found with an anchor only, and not kept.
    fileprivate var kept: (name: String, number: Int64) {
        switch self {
        case .edited(let number): ("edited", number)
        case .missing(let number): ("missing", number)
        case .misplaced(let number): ("misplaced", number)
        case .beyondHead(let number): ("beyond_head", number)
        case .cutShort(let number): ("cut_short", number)
        case .rewritten(let number): ("rewritten", number)
        case .foreignAnchor: ("foreign_anchor", 0)
        }
    }

    fileprivate init(keptAs name: String, number: Int64) {
        switch name {
        case "missing": self = .missing(number: number)
        case "misplaced": self = .misplaced(number: number)
        case "beyond_head": self = .beyondHead(number: number)
        case "cut_short": self = .cutShort(anchored: number)
        case "rewritten": self = .rewritten(anchored: number)
        case "foreign_anchor": self = .foreignAnchor
        default: self = .edited(number: number)
        }
    }
}
