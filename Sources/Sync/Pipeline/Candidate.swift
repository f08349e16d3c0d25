import Basics
import ConnectorKit
import Records

/// An order that a slice has to look at.
package struct Candidate: Hashable, Sendable {
    package let externalID: String
    /// What the list said of it; nil for a walk over stored ids, where no list was asked.
    package let digest: String?
    /// The checkpoint once this order and all before it are committed.
    package let position: Slice.Position

    package init(externalID: String, digest: String?, position: Slice.Position) {
        self.externalID = externalID
        self.digest = digest
        self.position = position
    }
}

/// What came of looking at a candidate.
package enum Finding: Sendable {
    /// Read, mapped, encoded and compressed: ready to be written.
    case order(PreparedOrder)
    /// Could not be read or kept; set aside.
    case trouble(Trouble)
    /// No order to read at all: the list does not say which one. The window is set aside, to be listed again.
    case nameless(OrderQuery, Trouble)
    /// Stored already just as the list has it.
    case known
}

/// A question to the platform's list, or to the stored ids.
package enum ListQuestion: Hashable, Sendable {
    /// `total` and `lastPlacedAt` are what the page before said, nil for the first page. A list that is asked anew
    /// from the middle has `lastPlacedAt` only.
    case window(OrderQuery, page: Int, total: Int?, lastPlacedAt: Instant?)
    case ids(after: String)
}

/// What a question to a list came to.
package enum ListAnswer: Sendable {
    case page(CandidatePage)
    /// The window holds more than the platform hands out of one list.
    case tooWide(pages: Int, limit: Int)
}

/// Orders that a slice has to look at, and where to ask on.
package struct CandidatePage: Sendable {
    package var candidates: [Candidate]
    /// Entries that cannot be read for want of an id, each with where to look again.
    package var unreadable: [(query: OrderQuery, trouble: Trouble)] = []
    /// Where the checkpoint stands before the page's first order.
    package var start: Slice.Position = .start
    /// Those of the candidates that need no reading.
    package var known: Set<String> = []
    /// Nil after the last page.
    package var next: ListQuestion?
    /// Whether the orders stood in order of time. A list that is not sorted cannot move the checkpoint.
    package var isSorted = true

    package init(candidates: [Candidate], next: ListQuestion? = nil) {
        self.candidates = candidates
        self.next = next
    }
}
