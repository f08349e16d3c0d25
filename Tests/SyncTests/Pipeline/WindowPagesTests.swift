import Basics
import ConnectorKit
import Sync
import Testing

struct WindowPagesTests {
    private let query = OrderQuery(from: Instant(seconds: 0), until: Instant(seconds: 100))

    private func page(_ seconds: [Int64], total: Int, pages: Int, limit: Int = 3) -> OrderListPage {
        OrderListPage(
            entries: seconds.map {
                OrderListEntry(externalID: "\($0)", placedAt: Instant(seconds: $0), digest: "d")
            }, total: total, pageCount: pages, pageLimit: limit)
    }

    private func answer(
        _ page: OrderListPage, number: Int = 1, total: Int? = nil, last: Int64? = nil
    ) throws -> ListAnswer {
        try WindowPages.answer(
            page, to: query, number: number, total: total, lastPlacedAt: last.map(Instant.init(seconds:)))
    }

    private func content(_ answer: ListAnswer) throws -> CandidatePage {
        guard case .page(let page) = answer else { throw Unexpected() }
        return page
    }

    private struct Unexpected: Error {}

    @Test func `a page leads to the next, and the last to none`() throws {
        let first = try content(answer(page([1, 2], total: 4, pages: 2)))
        let last = try content(answer(page([3, 4], total: 4, pages: 2), number: 2, total: 4, last: 2))

        #expect(first.candidates.map(\.position) == [.placedAt(Instant(seconds: 1)), .placedAt(Instant(seconds: 2))])
        #expect(first.next == .window(query, page: 2, total: 4, lastPlacedAt: Instant(seconds: 2)))
        #expect(last.next == nil)
        #expect(last.isSorted)
    }

    @Test func `a window with more orders than wished is cut, unless it cannot be`() throws {
        let instant = OrderQuery(from: Instant(seconds: 1), until: Instant(seconds: 1))
        let first = page([1], total: 9, pages: 2)

        let wide = try WindowPages.answer(first, to: query, number: 1, total: nil, lastPlacedAt: nil, ordersMax: 8)
        let fitting = try WindowPages.answer(first, to: query, number: 1, total: nil, lastPlacedAt: nil, ordersMax: 9)
        let narrow = try WindowPages.answer(first, to: instant, number: 1, total: nil, lastPlacedAt: nil, ordersMax: 8)

        guard case .tooWide = wide else { throw Unexpected() }
        #expect(try content(fitting).candidates.count == 1)
        #expect(try content(narrow).candidates.count == 1)
    }

    @Test func `a first page of too many says so`() throws {
        let tooMany = try answer(page([1], total: 40, pages: 4))

        guard case .tooWide(let pages, let limit) = tooMany else { throw Unexpected() }
        #expect([pages, limit] == [4, 3])
    }

    @Test func `a list that shrank is asked anew from the last order seen`() throws {
        let shrunk = try content(answer(page([4], total: 3, pages: 2), number: 2, total: 4, last: 2))

        let rest = OrderQuery(from: Instant(seconds: 2), until: query.until)
        #expect(shrunk.candidates.isEmpty)
        #expect(shrunk.next == .window(rest, page: 1, total: nil, lastPlacedAt: rest.from))
    }

    @Test func `a list that grew beyond the wall goes on from the last order seen`() throws {
        let wall = try content(answer(page([5, 6], total: 8, pages: 4), number: 3, total: 6, last: 4))

        let rest = OrderQuery(from: Instant(seconds: 6), until: query.until)
        #expect(wall.candidates.count == 2)
        #expect(wall.next == .window(rest, page: 1, total: nil, lastPlacedAt: rest.from))
    }

    @Test func `an empty page of a list that is not empty is a failure that is asked again`() {
        let error = #expect(throws: PlatformError.self) { try answer(page([], total: 4, pages: 2)) }

        #expect(error?.isRetryable == true)
    }

    @Test func `orders out of order are told`() throws {
        let within = try content(answer(page([2, 1], total: 2, pages: 1)))
        let across = try content(answer(page([1, 9], total: 4, pages: 2), number: 2, total: 4, last: 2))

        #expect([within.isSorted, across.isSorted] == [false, false])
    }
}
