import Basics
import Commerce
import ConnectorKit
import Records
import Storage
import Sync
import Synchronization
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(10)))
struct ReconciliationCostTests {
    @Test func `a hundred thousand orders that agree cost less than a fiftieth of a new backfill`() async throws {
        try await Given.withStore(.sqlite) { connected in
            let clock = ManualClock()
            let store = EvenStore(count: 100_000, before: clock.now())
            try await Self.keep(store, connected)
            let run = try ReconciliationRun(
                database: connected.database, key: connected.stream, store: store, traffic: Traffic(), clock: clock,
                logger: .silent, seed: 5)
            let (scope, connection, now) = (connected.scope, connected.connection, clock.now())
            let id = try await connected.database.write {
                try #require(try Reconciliations(scope).request(connection, .init(), at: now, in: $0)).id
            }

            let done = try #require(try await run.run(id))

            // Every order once, and a page of a hundred for each hundred: what a backfill asks.
            let backfill = 100_000 + 1_000
            #expect(done.verdict == .agrees)
            #expect((400...600).contains(done.sampled))
            #expect(store.asked * 50 < backfill)
        }
    }

    /// Puts the store's orders into the database as an import would have left them, and says that it is done.
    private static func keep(_ store: EvenStore, _ connected: ConnectedStore) async throws {
        let (scope, connection) = (connected.scope, connected.connection)
        try await connected.database.write { transaction in
            _ = try StreamTable(connected.stream).open(in: transaction)
            _ = try StreamTable(connected.stream).recordSurvey(
                OrderSurvey(oldestPlacedAt: nil, total: 0), until: Instant(seconds: 0), in: transaction)
            try StreamTable(connected.stream).recordBackfillDone(at: Instant(seconds: 0), in: transaction)
        }
        for start in stride(from: 0, to: store.count, by: 5_000) {
            try await connected.database.write { transaction in
                var orders = BulkRows(columns: orderColumns, capacity: 5_000)
                var documents = BulkRows(columns: documentColumns, capacity: 5_000)
                for number in start..<min(start + 5_000, store.count) {
                    let order = store.order(number)
                    let id = "ord_" + String(repeating: "0", count: 26 - "\(number)".count) + "\(number)"
                    orders.append(
                        scope.organizationID.sqlValue, .text(id), connection.id.sqlValue, .text(order.externalID),
                        .integer(1), .text(order.status.rawValue), order.placedAt.sqlValue, order.changedAt.sqlValue,
                        .integer(order.total.amount), .text("BRL"), .integer(2), .integer(1),
                        order.changedAt.sqlValue, Instant(seconds: 0).sqlValue, .bytes(store.hash(number)),
                        .text(store.digest(number)))
                    documents.append(
                        scope.organizationID.sqlValue, .text(id), .bytes(OrderDocument.core(of: order)))
                }
                try transaction.insert(orders, into: "orders", onConflict: .fail)
                try transaction.insert(documents, into: "order_documents", onConflict: .fail)
            }
        }
    }

    private static let orderColumns = [
        BulkColumn("organization_id", .key), BulkColumn("id", .key), BulkColumn("connection_id", .key),
        BulkColumn("external_id", .key), BulkColumn("version", .integer), BulkColumn("status", .key),
        BulkColumn("placed_at", .integer), BulkColumn("changed_at", .integer), BulkColumn("total_amount", .integer),
        BulkColumn("total_currency", .key), BulkColumn("total_scale", .integer), BulkColumn("mapper_version", .integer),
        BulkColumn("source_changed_at", .integer), BulkColumn("fetched_at", .integer),
        BulkColumn("content_hash", .bytes), BulkColumn("list_digest", .key),
    ]

    private static let documentColumns = [
        BulkColumn("organization_id", .key), BulkColumn("order_id", .key), BulkColumn("core", .bytes),
    ]
}

/// Orders at even distances over two years, made when they are asked for.
private final class EvenStore: Store, OrderSource {
    let count: Int
    private let start: Instant
    private let gap: Int64
    private let requests = Atomic<Int>(0)

    let mapperVersion = 1
    let reach: Duration? = .seconds(730 * 86_400)

    init(count: Int, before end: Instant) {
        self.count = count
        start = end - .seconds(729 * 86_400)
        gap = 729 * 86_400 * 1_000_000 / Int64(count)
    }

    var orders: (any OrderSource)? { self }
    var keyCheck: (any CredentialProbe)? { nil }
    var asked: Int { requests.load(ordering: .relaxed) }

    func order(_ number: Int) -> Order {
        .sample("v\(number)", placedAt: start + .microseconds(gap * Int64(number)), amount: Int64(number % 90_000))
    }

    func digest(_ number: Int) -> String { "d\(number)" }
    func hash(_ number: Int) -> [UInt8] { Array("hash \(number)".utf8) }

    func survey() async throws -> OrderSurvey {
        requests.add(1, ordering: .relaxed)
        return OrderSurvey(oldestPlacedAt: start, total: count)
    }

    /// The orders placed in a time, by number.
    private func numbers(_ query: OrderQuery) -> Range<Int> {
        func number(_ instant: Instant, roundsUp: Bool) -> Int {
            let elapsed = (instant - start).microseconds
            let number = Int((elapsed + (roundsUp ? gap - 1 : 0)) / gap)
            return min(max(0, elapsed < 0 ? 0 : number), count)
        }
        let first = number(query.from, roundsUp: true)
        return first..<max(first, min(count, number(query.until, roundsUp: false) + 1))
    }

    func list(_ query: OrderQuery, page: Int) async throws -> OrderListPage {
        requests.add(1, ordering: .relaxed)
        let all = numbers(query)
        let entries = all.dropFirst((page - 1) * 100).prefix(100).map { number in
            let order = order(number)
            return OrderListEntry(
                externalID: order.externalID, placedAt: order.placedAt, digest: digest(number),
                outline: OrderOutline(order))
        }
        return OrderListPage(
            entries: entries, total: all.count, pageCount: (all.count + 99) / 100, pageLimit: 30)
    }

    func fetch(_ externalID: String) async throws -> FetchedOrder? {
        requests.add(1, ordering: .relaxed)
        guard let number = Int(externalID.dropFirst()) else { return nil }
        return FetchedOrder(
            order: order(number), payload: Array("{}".utf8), contentHash: hash(number), fetchedAt: Instant(seconds: 1))
    }

    func sweepQueries(since: Instant, until: Instant) -> [OrderQuery] { [] }

    func map(payload: [UInt8]) throws -> Order { throw PlatformError.scripted(.unreadable) }
}
