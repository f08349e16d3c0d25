import Basics
import Storage

/// Which orders the log says are new or changed since an instant, as a condition of a query.
///
/// The log has no index by time, and needs none: its numbers rise with its times, so that the first number is found by
/// halving. What several nodes write may be out of order by as much as their clocks differ, and that much more is read.
struct RecordedSince {
    /// What clocks may differ by.
    private static let margin = Duration.seconds(600)

    private let scope: OrganizationScope
    private let instant: Instant
    private let first: Int64
    private let head: Int64

    /// - Throws: `RecordsError` with code `records.log_compacted` when the log no longer reaches back so far.
    init(_ instant: Instant, of scope: OrganizationScope, in transaction: any Transaction) throws {
        self.scope = scope
        self.instant = instant
        let (head, compacted) = try ChangeLog(scope).extent(in: transaction)
        self.head = head
        var low = compacted + 1
        var high = head + 1
        while low < high {
            let middle = low + (high - low) / 2
            let recordedAt = try transaction.first(
                "SELECT recorded_at FROM changes WHERE organization_id = \(scope.organizationID) AND number = \(middle)"
            ) { try $0.instant(0) }
            if let recordedAt, recordedAt + Self.margin < instant { low = middle + 1 } else { high = middle }
        }
        first = low
        guard compacted == 0 || first > compacted + 1 else {
            throw RecordsError(.logCompacted(position: compacted, through: compacted, head: head))
        }
    }

    /// Whether so few changes come into question that what they name may be sorted.
    func isWithin(_ limit: Int) -> Bool { head - first < Int64(limit) }

    /// Of rows of `changes`: that they name an order that counts.
    var isNamed: SQL {
        """
        organization_id = \(scope.organizationID) AND number >= \(first)
            AND record_kind = \(OrderRecords.recordKind) AND recorded_at >= \(instant)
        """
    }

    /// Of orders `o`: that they count.
    var isMet: SQL {
        """
        EXISTS (SELECT 1 FROM changes c\(indexedBy: "changes_by_record")
            WHERE c.organization_id = \(scope.organizationID) AND c.record_id = o.id AND c.number >= \(first)
                AND c.record_kind = \(OrderRecords.recordKind) AND c.recorded_at >= \(instant))
        """
    }
}
