import Basics
import Records
import Storage
import Sync
import Synchronization

/// Notes the numbers that it reads, in order, and refuses those it is told to.
final class NotingReader: LogReader {
    static let name = "noting"
    static let migration = Migration(
        18, "noted",
        ["CREATE TABLE noted (seq \(type: .integer) NOT NULL PRIMARY KEY, number \(type: .integer) NOT NULL)"])

    private let refused: Int64?
    private let count = Mutex(0)

    init(refusing number: Int64? = nil) { refused = number }

    /// How often it was given the change that it refuses.
    var refusals: Int { count.withLock { $0 } }

    var name: String { Self.name }

    func concerns(_ change: Change) -> Bool { true }

    func digest(_ changes: [Change], of scope: OrganizationScope, in transaction: any Transaction) throws {
        for change in changes {
            if change.number == refused {
                count.withLock { $0 += 1 }
                throw Refused()
            }
            try transaction.execute(
                "INSERT INTO noted (seq, number) SELECT COUNT(*), \(change.number) FROM noted")
        }
    }
}

struct Refused: ExplainedError {
    let code = "test.refused"
    let explanation = Phrase(same: "refused")
}
