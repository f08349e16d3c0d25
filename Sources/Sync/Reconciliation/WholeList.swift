import Basics
import ConnectorKit

/// Reads everything that a platform lists of a time, cutting the time where it is more than the platform hands out, and
/// trusts the answer only when its pages add up.
struct WholeList: Sendable {
    let source: any OrderSource
    let asker: PatientAsker

    /// What was found of a time.
    struct Answer: Sendable {
        var entries: [OrderListEntry] = []
        /// Times of which the list cannot be used, with the reason.
        var unusable: [(query: OrderQuery, trouble: Trouble)] = []

        static func + (left: Answer, right: Answer) -> Answer {
            Answer(entries: left.entries + right.entries, unusable: left.unusable + right.unusable)
        }
    }

    private enum Reading {
        case whole([OrderListEntry], [UnreadableListEntry])
        case tooWide(pages: Int, limit: Int)
        /// Its pages do not add up.
        case unsteady(listed: Int, total: Int)
    }

    /// - Throws: what the platform answers when it does not answer as it should, after the asker's patience.
    func read(_ query: OrderQuery) async throws -> Answer {
        var listed = 0
        var total = 0
        // Lists move while they are read: asked once more, a healthy one adds up.
        for _ in 0..<2 {
            switch try await pages(of: query) {
            case .whole(let entries, let unreadable):
                let trouble = Trouble(ReconciliationError.entryNameless)
                return Answer(entries: entries, unusable: unreadable.map { ($0.query, trouble) })
            case .tooWide(let pages, let limit):
                guard let halves = SliceBisection.halves(of: query) else {
                    return Answer(
                        unusable: [(query, Trouble(SyncError.windowTooFull(pages, limit: limit)))])
                }
                return try await read(halves.0) + read(halves.1)
            case .unsteady(let found, let counted): (listed, total) = (found, counted)
            }
        }
        let error = ReconciliationError.listUnsteady(listed: listed, total: total)
        return Answer(unusable: [(query, Trouble(error))])
    }

    private func pages(of query: OrderQuery) async throws -> Reading {
        var entries: [String: OrderListEntry] = [:]
        var unreadable: [UnreadableListEntry] = []
        var total: Int?
        var number = 1
        while true {
            let page = try await asker.ask { [number] in
                let page = try await source.list(query, page: number)
                guard !page.entries.isEmpty || !page.unreadable.isEmpty || page.total == 0 || number > page.pageCount
                else { throw WindowPages.emptyPage(number, total: page.total) }
                return page
            }
            if page.pageCount > page.pageLimit { return .tooWide(pages: page.pageCount, limit: page.pageLimit) }
            if let total, total != page.total { return .unsteady(listed: entries.count, total: page.total) }
            total = page.total
            for entry in page.entries { entries[entry.externalID] = entry }
            unreadable += page.unreadable
            guard number < page.pageCount else { break }
            number += 1
        }
        let counted = total ?? 0
        guard entries.count + unreadable.count >= counted else {
            return .unsteady(listed: entries.count, total: counted)
        }
        let sorted = entries.values.sorted { ($0.placedAt, $0.externalID) < ($1.placedAt, $1.externalID) }
        return .whole(sorted, unreadable)
    }
}
