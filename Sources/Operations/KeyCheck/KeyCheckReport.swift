import Basics
import ConnectorKit
import Records

/// A connection's last key check as faces show it, under way or done: the same on every node.
package struct KeyCheckReport: Sendable, Hashable {
    package let record: KeyCheckRecord
    /// The answers so far, in today's words.
    package let matrix: KeyMatrix
    /// The capabilities that a check asks about; those without evidence in the matrix have not been answered yet.
    package let asked: Set<Capability>
    /// What there is to read; nil when the platform has not told.
    package let estimate: ImportEstimate?

    package init(
        record: KeyCheckRecord, matrix: KeyMatrix, asked: Set<Capability>, estimate: ImportEstimate?
    ) {
        self.record = record
        self.matrix = matrix
        self.asked = asked
        self.estimate = estimate
    }

    /// Whether a draft with this check may begin to be read.
    package var canBegin: Bool { record.outcome == .accepted && matrix.canBegin }
}
