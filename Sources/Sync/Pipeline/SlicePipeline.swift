/// What to list, fetch and commit next of one slice. Pure: it is told what has happened and says what to do.
///
/// Pages are listed ahead, orders fetched side by side, batches committed in the list's order, one at a time, while
/// later orders are fetched. `ahead` bounds what is held at once, so that memory does not grow with the store.
package struct SlicePipeline: Sendable {
    package struct Limits: Hashable, Sendable {
        package let fetches: Int
        package let batch: Int
        /// Orders found and not yet committed; a page is listed when there are fewer.
        package let ahead: Int

        package init(fetches: Int, batch: Int, ahead: Int) {
            self.fetches = fetches
            self.batch = batch
            self.ahead = ahead
        }
    }

    package enum Action: Sendable {
        case list(ListQuestion)
        case fetch(Int, Candidate)
        case commit(Batch)
    }

    /// Orders that stand together in the list, with what was found of each.
    package struct Batch: Sendable {
        package let findings: [(candidate: Candidate, finding: Finding)]
        package let position: Slice.Position
        /// Whether the slice is done with it.
        package let isLast: Bool
    }

    private struct Entry {
        let candidate: Candidate
        var finding: Finding?
    }

    private let limits: Limits
    private var position: Slice.Position
    private var question: ListQuestion?
    private var isListing = false
    private var isSorted = true
    /// Whether a batch is on its way to the database.
    package private(set) var isCommitting = false
    private var isFinished = false
    /// Orders not yet committed, and the number of the first of them, counted from the slice's first.
    private var entries: [Entry] = []
    private var firstNumber = 0
    /// Offsets into `entries`: the next to be fetched, and the first without a finding.
    private var nextFetch = 0
    private var ready = 0
    private var running = 0

    package init(_ limits: Limits, from position: Slice.Position, asking question: ListQuestion) {
        self.limits = limits
        self.position = position
        self.question = question
    }

    /// Whether the last batch is committed.
    package var isDone: Bool { isFinished && !isCommitting }

    // MARK: What has happened

    package mutating func listed(_ page: CandidatePage) {
        isListing = false
        question = page.next
        isSorted = isSorted && page.isSorted
        // Before the page's orders: written down before the checkpoint passes them.
        for (query, trouble) in page.unreadable {
            entries.append(
                Entry(
                    candidate: Candidate(externalID: "", digest: nil, position: page.start),
                    finding: .nameless(query, trouble)))
        }
        for candidate in page.candidates {
            entries.append(
                Entry(candidate: candidate, finding: page.known.contains(candidate.externalID) ? .known : nil))
        }
    }

    package mutating func found(_ number: Int, _ finding: Finding) {
        running -= 1
        entries[number - firstNumber].finding = finding
    }

    package mutating func committed() { isCommitting = false }

    // MARK: What to do

    /// Everything that can be begun now. `flushing` commits what there is instead of waiting for a full batch.
    package mutating func nextActions(flushing: Bool = false) -> [Action] {
        var actions: [Action] = []
        if let question, !isListing, entries.count < limits.ahead {
            isListing = true
            actions.append(.list(question))
        }
        while running < limits.fetches, nextFetch < entries.count {
            let entry = entries[nextFetch]
            if entry.finding == nil {
                running += 1
                actions.append(.fetch(firstNumber + nextFetch, entry.candidate))
            }
            nextFetch += 1
        }
        if let batch = nextBatch(flushing: flushing) { actions.append(.commit(batch)) }
        return actions
    }

    /// The next batch in order; nil while one is being committed or none is full.
    package mutating func nextBatch(flushing: Bool) -> Batch? {
        while ready < nextFetch, entries[ready].finding != nil { ready += 1 }
        guard !isCommitting, !isFinished else { return nil }
        let isExhausted = question == nil && !isListing && ready == entries.count
        guard ready >= limits.batch || isExhausted || (flushing && ready > 0) else { return nil }
        let count = min(ready, limits.batch)
        let findings = entries.prefix(count).compactMap { entry in
            entry.finding.map { (candidate: entry.candidate, finding: $0) }
        }
        if isSorted, let last = findings.last { position = last.candidate.position }
        entries.removeFirst(count)
        firstNumber += count
        nextFetch -= count
        ready -= count
        isCommitting = true
        isFinished = isExhausted && entries.isEmpty
        return Batch(findings: findings, position: position, isLast: isFinished)
    }
}
