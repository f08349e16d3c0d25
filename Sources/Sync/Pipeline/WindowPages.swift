import Basics
import ConnectorKit

/// Reads the pages of one window as what they mean for the slice. Pure.
///
/// Lists move while they are read. Orders that leave a list (a status filter, the platform's horizon) pull later orders
/// onto pages that were read already: when the total shrinks, the list is asked anew from the last order seen.
package enum WindowPages {
    /// - Parameter ordersMax: the most orders that a window should list, besides the platform's own limit; a window that
    ///   cannot be cut may list more. Nil for no such wish.
    package static func answer(
        _ page: OrderListPage, to query: OrderQuery, number: Int, total: Int?, lastPlacedAt: Instant?,
        ordersMax: Int? = nil
    ) throws -> ListAnswer {
        let isFirst = number == 1 && lastPlacedAt == nil
        let isWiderThanWished = page.total > ordersMax ?? .max && SliceBisection.halves(of: query) != nil
        if isFirst, page.pageCount > page.pageLimit || isWiderThanWished {
            return .tooWide(pages: page.pageCount, limit: page.pageLimit)
        }
        if let total, let lastPlacedAt, page.total < total {
            return .page(CandidatePage(candidates: [], next: restart(query, from: lastPlacedAt)))
        }
        guard !page.entries.isEmpty || !page.unreadable.isEmpty || page.total == 0 || number > page.pageCount else {
            throw emptyPage(number, total: page.total)
        }
        var answer = CandidatePage(
            candidates: page.entries.map {
                Candidate(externalID: $0.externalID, digest: $0.digest, position: .placedAt($0.placedAt))
            })
        answer.unreadable = page.unreadable.map { ($0.query, Trouble($0.error)) }
        answer.start = .placedAt(lastPlacedAt ?? query.from)
        var latest = lastPlacedAt ?? .distantPast
        for entry in page.entries {
            if entry.placedAt < latest { answer.isSorted = false }
            latest = max(latest, entry.placedAt)
        }
        if number < page.pageCount {
            answer.next =
                number < page.pageLimit
                ? .window(query, page: number + 1, total: page.total, lastPlacedAt: latest)
                : restart(query, from: latest)
        }
        return .page(answer)
    }

    private static func restart(_ query: OrderQuery, from instant: Instant) -> ListQuestion {
        var rest = query
        rest.from = max(query.from, min(instant.flooredToMillisecond, query.until))
        return .window(rest, page: 1, total: nil, lastPlacedAt: rest.from)
    }

    /// Platforms hand out empty pages when their index is ill; asked again, they come full.
    static func emptyPage(_ number: Int, total: Int) -> PlatformError {
        PlatformError(
            kind: .failing,
            explanation: Phrase(
                pt: "A página \(number) da lista de pedidos veio vazia, embora a plataforma conte \(total) pedidos.",
                es: "La página \(number) de la lista de pedidos llegó vacía, aunque la plataforma cuenta \(total).",
                en: "Page \(number) of the list of orders came empty though the platform counts \(total) orders."))
    }
}
