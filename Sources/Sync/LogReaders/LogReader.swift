import Basics
import Records
import Storage

/// An app's way of reading an organization's change log.
///
/// What `digest` writes and the reader's cursor are committed in one transaction. Every effect has a natural key, so
/// that a cursor that is moved back repeats nothing (law 2).
package protocol LogReader: Sendable {
    /// Names the cursor, and stays for ever, as in `daily_totals`.
    var name: String { get }

    /// Whether the reader wants the changes that a better mapping made. Effects on the outside do not; projections of
    /// what the records hold do.
    var readsRemaps: Bool { get }

    /// Whether a change concerns the reader; others are passed over.
    func concerns(_ change: Change) -> Bool

    /// Takes in changes, oldest first. Run again from its start when the database asks for it, and one by one when a batch
    /// fails, so that the change at fault is found.
    ///
    /// - Throws: what the change does wrong. After three tries it is parked, with all later ones of its record.
    func digest(_ changes: [Change], of scope: OrganizationScope, in transaction: any Transaction) throws
}

extension LogReader {
    package var readsRemaps: Bool { false }
}
