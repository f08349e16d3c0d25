import Basics
import ConnectorKit
import Records
import Storage

/// Finds the orders that a slice has to look at, page by page.
struct CandidateLister: Sendable {
    /// Stored ids read at once.
    static let idsPerPage = 200

    let database: any Database
    let key: StreamKey
    let source: any OrderSource
    let asker: PatientAsker
    let slice: Slice
    /// The most orders that a backfill's window should list; nil for what the platform hands out.
    let ordersMax: Int?

    /// The question a worker begins with: at the checkpoint, not at the beginning.
    var firstQuestion: ListQuestion {
        guard slice.walksStoredIDs else { return .window(slice.remaining, page: 1, total: nil, lastPlacedAt: nil) }
        if case .id(let id) = slice.position { return .ids(after: id) }
        return .ids(after: "")
    }

    func answer(_ question: ListQuestion) async throws -> ListAnswer {
        switch question {
        case .window(let query, let number, let total, let lastPlacedAt):
            let ordersMax = slice.purpose == .backfill ? ordersMax : nil
            let answer = try await asker.ask {
                let page = try await source.list(query, page: number)
                return try WindowPages.answer(
                    page, to: query, number: number, total: total, lastPlacedAt: lastPlacedAt,
                    ordersMax: ordersMax)
            }
            // A backfill reads everything it lists; only a look for news may trust the digest.
            guard slice.purpose != .backfill, case .page(var page) = answer else { return answer }
            page.known = try await known(page.candidates)
            return .page(page)
        case .ids(let id):
            return .page(try await walk(after: id))
        }
    }

    private func known(_ candidates: [Candidate]) async throws -> Set<String> {
        let entries = candidates.compactMap { candidate in
            candidate.digest.map { (externalID: candidate.externalID, digest: $0) }
        }
        guard !entries.isEmpty else { return [] }
        return try await database.read { [key] transaction in
            try OrderRecords(key.scope).known(entries, of: key.connectionID, in: transaction)
        }
    }

    private func walk(after id: String) async throws -> CandidatePage {
        let ids = try await database.read { [key, slice] transaction in
            switch slice.purpose {
            case .retry:
                try ParkedOrders(key).due(
                    at: slice.query.until, after: id, limit: Self.idsPerPage, in: transaction)
            default:
                try OrderRecords(key.scope).undelivered(
                    of: key.connectionID, invoicedSince: slice.query.from, after: id, limit: Self.idsPerPage,
                    in: transaction)
            }
        }
        return CandidatePage(
            candidates: ids.map { Candidate(externalID: $0, digest: nil, position: .id($0)) },
            next: ids.count == Self.idsPerPage ? ids.last.map(ListQuestion.ids(after:)) : nil)
    }
}
