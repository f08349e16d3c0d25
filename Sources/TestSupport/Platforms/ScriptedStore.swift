import Basics
import Commerce
import ConnectorKit
import Synchronization

/// A store in memory: orders that a test puts there, listed with a page limit as platforms do, and faults on demand.
package final class ScriptedStore: Store, OrderSource {
    /// What is asked of the store.
    package enum Question: Hashable, Sendable {
        case survey
        case list(OrderQuery, page: Int)
        case fetch(String)
    }

    private struct State {
        var orders: [String: Order] = [:]
        var asked: [Question] = []
        var nameless: Set<String> = []
        var unlisted: Set<String> = []
        var withheld: Set<String> = []
        var lagging: [String: Order] = [:]
    }

    private let state = Mutex(State())
    private let clock: any WallClock
    private let pageSize: Int
    private let pageLimit: Int
    /// Decides before each answer: throws what the platform would do wrong, or waits. Counted from 1.
    private let fault: @Sendable (Question, _ number: Int) async throws -> Void

    package let mapperVersion = 1
    package let reach: Duration?

    package init(
        _ orders: [Order] = [], clock: any WallClock, pageSize: Int = 10, pageLimit: Int = 3, reach: Duration? = nil,
        fault: @escaping @Sendable (Question, _ number: Int) async throws -> Void = { _, _ in }
    ) {
        self.clock = clock
        self.pageSize = pageSize
        self.pageLimit = pageLimit
        self.reach = reach
        self.fault = fault
        put(orders)
    }

    package var orders: (any OrderSource)? { self }
    package var keyCheck: (any CredentialProbe)? { nil }

    /// Puts orders there, or puts new versions in the place of old ones.
    package func put(_ orders: [Order]) {
        state.withLock { state in
            for order in orders { state.orders[order.externalID] = order }
        }
    }

    package func remove(_ externalID: String) { state.withLock { $0.orders[externalID] = nil } }

    /// From now on the list shows these orders without their ids, and all others with them.
    package func listNameless(_ externalIDs: Set<String>) { state.withLock { $0.nameless = externalIDs } }

    /// From now on the list does not have these orders at all, though they can be read.
    package func hideFromList(_ externalIDs: Set<String>) { state.withLock { $0.unlisted = externalIDs } }

    /// From now on the list counts these orders and does not hand them out.
    package func withholdFromPages(_ externalIDs: Set<String>) { state.withLock { $0.withheld = externalIDs } }

    /// From now on the list shows these orders as they are given here, whatever they have become.
    package func listAsBefore(_ orders: [Order]) {
        state.withLock { state in
            state.lagging = Dictionary(orders.map { ($0.externalID, $0) }, uniquingKeysWith: { $1 })
        }
    }

    package var stored: [Order] { state.withLock { Array($0.orders.values) } }
    package var asked: [Question] { state.withLock(\.asked) }
    package var fetches: [String] {
        asked.compactMap { if case .fetch(let id) = $0 { id } else { nil } }
    }

    package func survey() async throws -> OrderSurvey {
        try await note(.survey)
        return state.withLock { state in
            OrderSurvey(oldestPlacedAt: state.orders.values.map(\.placedAt).min(), total: state.orders.count)
        }
    }

    package func list(_ query: OrderQuery, page: Int) async throws -> OrderListPage {
        try await note(.list(query, page: page))
        let (nameless, withheld, lagging) = state.withLock { ($0.nameless, $0.withheld, $0.lagging) }
        let matching = state.withLock { state in
            state.orders.values.filter { Self.matches($0, query) && !state.unlisted.contains($0.externalID) }
        }.sorted { ($0.placedAt, $0.externalID) < ($1.placedAt, $1.externalID) }
        let start = min((page - 1) * pageSize, matching.count)
        let rows = matching[start..<min(start + pageSize, matching.count)]
        let shown = rows.filter { !nameless.contains($0.externalID) && !withheld.contains($0.externalID) }
        let entries = shown.map { lagging[$0.externalID] ?? $0 }.map {
            OrderListEntry(
                externalID: $0.externalID, placedAt: $0.placedAt, digest: "\($0.platformStatus) \($0.total.amount)",
                outline: OrderOutline($0))
        }
        let unreadable = rows.filter { nameless.contains($0.externalID) }.map {
            UnreadableListEntry(
                query: OrderQuery(from: $0.placedAt, until: $0.placedAt), error: .scripted(.unreadable))
        }
        return OrderListPage(
            entries: entries, unreadable: unreadable, total: matching.count,
            pageCount: (matching.count + pageSize - 1) / pageSize,
            pageLimit: pageLimit)
    }

    package func fetch(_ externalID: String) async throws -> FetchedOrder? {
        let fetchedAt = clock.now()
        try await note(.fetch(externalID))
        guard let order = state.withLock({ $0.orders[externalID] }) else { return nil }
        let text = "\(order.externalID) \(order.platformStatus) \(order.changedAt.microseconds) \(order.total.amount)"
        // A hash of 32 bytes that differs when the text does: the text itself, folded.
        var hash = [UInt8](repeating: 0, count: 32)
        for (position, byte) in text.utf8.enumerated() { hash[position % 32] = hash[position % 32] &* 31 &+ byte }
        return FetchedOrder(
            order: order, payload: Array("{\"of\":\"\(text)\"}".utf8), contentHash: hash, fetchedAt: fetchedAt)
    }

    /// Everything that is not final, by status, whatever its age.
    package func sweepQueries(since: Instant, until: Instant) -> [OrderQuery] {
        [OrderStatus.placed, .paid, .handling].map {
            OrderQuery(filter: "status:\($0.rawValue)", from: Instant(seconds: 0), until: until)
        }
    }

    package func map(payload: [UInt8]) throws -> Order {
        throw PlatformError(kind: .unreadable, explanation: Phrase(same: "a scripted payload cannot be mapped again"))
    }

    private static func matches(_ order: Order, _ query: OrderQuery) -> Bool {
        guard query.filter.isEmpty || query.filter == "status:\(order.status.rawValue)" else { return false }
        return query.from <= order.placedAt && order.placedAt <= query.until
    }

    private func note(_ question: Question) async throws {
        let number = state.withLock { state in
            state.asked.append(question)
            return state.asked.count
        }
        try await fault(question, number)
    }
}

extension PlatformError {
    /// What a platform does wrong, for scripts.
    package static func scripted(_ kind: Kind, status: Int? = nil, retryAfter: Duration? = nil) -> PlatformError {
        PlatformError(
            kind: kind, status: status, retryAfter: retryAfter, explanation: Phrase(same: "scripted \(kind.rawValue)"))
    }
}
