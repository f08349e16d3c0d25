import Apps
import Basics
import Commerce
import Records
import Storage
import Sync
import TestSupport
import Testing

struct DailyTotalsTests {
    private static let noon = Instant(seconds: 1_699_963_200)  // 2023-11-14 12:00 UTC, 09:00 in São Paulo

    private func withStore(
        _ engine: Engine, _ body: @escaping (ConnectedStore) async throws -> Void
    ) async throws {
        try await withDatabase(engine, migrations: syncSchema + AppsMigrations.all) { database in
            try await body(try await ConnectedStore(database))
        }
    }

    /// Writes orders as a platform answered them; the text that differs is what makes a change.
    private func write(_ orders: [Order], _ connected: ConnectedStore, at second: Int64 = 0) async throws {
        let now = Self.noon + .seconds(86_400 + second)
        let prepared = try orders.map { order in
            let text = "\(order.externalID) \(order.status.rawValue) \(order.total.amount) \(order.placedAt)"
            var hash = Array(text.utf8.prefix(64))
            hash += [UInt8](repeating: 0, count: 64 - hash.count)
            return try PreparedOrder(
                IncomingOrder(
                    order: order, payload: Array("{}".utf8), contentHash: hash, fetchedAt: now, listDigest: nil,
                    mapperVersion: 1))
        }
        try await connected.database.write { transaction in
            _ = try OrderRecords(connected.scope).apply(
                prepared, to: connected.connection.id, cause: .platform, at: now, in: transaction)
        }
    }

    private func read(_ connected: ConnectedStore) async throws {
        _ = try await LogReaderRunner(
            database: connected.database, scope: connected.scope, reader: DailyTotalsReader(), clock: SystemClock(),
            logger: .silent, batchSize: 3
        ).runToHead()
    }

    private func days(_ connected: ConnectedStore) async throws -> [String] {
        try await connected.database.read { transaction in
            try DailyTotals(connected.scope).list(
                of: connected.connection.id, from: CivilDate(year: 2000, month: 1, day: 1),
                until: CivilDate(year: 2100, month: 1, day: 1), in: transaction)
        }.map { "\($0.date) \($0.currency) \($0.orders) \($0.amount)" }
    }

    @Test(arguments: Engine.allCases)
    func `orders that claim to be worth more than a day can hold stop nobody`(engine: Engine) async throws {
        try await withStore(engine) { connected in
            let monstrous = Int64(5_000_000_000_000_000_000)
            try await write(
                [
                    .sample("a", placedAt: Self.noon, amount: monstrous),
                    .sample("b", placedAt: Self.noon, amount: monstrous),
                    .sample("c", placedAt: Self.noon, amount: .min), .sample("d", placedAt: Self.noon, amount: 100),
                ], connected)
            try await read(connected)
            try await write([.sample("a", status: .canceled, placedAt: Self.noon, amount: monstrous)], connected, at: 1)
            try await read(connected)

            #expect(try await days(connected) == ["2023-11-14 BRL 1 100"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `orders count on their day in the store's own zone, by currency`(engine: Engine) async throws {
        try await withStore(engine) { connected in
            try await write(
                [
                    .sample("a", placedAt: Self.noon, amount: 100),
                    // 02:59 UTC is still the day before in São Paulo; 03:00 is the day itself.
                    .sample("b", placedAt: Instant(seconds: 1_699_930_799), amount: 10),
                    .sample("c", placedAt: Instant(seconds: 1_699_930_800), amount: 1),
                    .sample("d", placedAt: Self.noon, amount: 7, currency: "ARS"),
                ], connected)

            try await read(connected)

            #expect(
                try await days(connected) == ["2023-11-13 BRL 1 10", "2023-11-14 ARS 1 7", "2023-11-14 BRL 2 101"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that is canceled leaves its day, and one that changes corrects it`(engine: Engine) async throws {
        try await withStore(engine) { connected in
            try await write(
                [
                    .sample("a", placedAt: Self.noon, amount: 100), .sample("b", placedAt: Self.noon, amount: 10),
                    .sample("c", status: .canceled, placedAt: Self.noon, amount: 1),
                    .sample("d", status: .incomplete, placedAt: Self.noon, amount: 1),
                ], connected)
            try await read(connected)
            let before = try await days(connected)

            try await write(
                [
                    .sample(
                        "a", status: .canceled, placedAt: Self.noon, changedAt: Self.noon + .seconds(9), amount: 100),
                    .sample("b", placedAt: Self.noon, changedAt: Self.noon + .seconds(9), amount: 30),
                ], connected, at: 60)
            try await read(connected)

            #expect(before == ["2023-11-14 BRL 2 110"])
            #expect(try await days(connected) == ["2023-11-14 BRL 1 30"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `reading the whole log again changes nothing`(engine: Engine) async throws {
        try await withStore(engine) { connected in
            for round in 0..<3 {
                let orders = (0..<10).map {
                    Order.sample(
                        "\($0)", placedAt: Self.noon + .seconds($0 * 7200),
                        changedAt: Self.noon + .seconds(round * 100_000), amount: Int64($0 * 10 + round))
                }
                try await write(orders, connected, at: Int64(round * 100_000))
                try await read(connected)
            }
            let before = try await days(connected)

            try await connected.database.write { try $0.execute("UPDATE log_cursors SET position = 0") }
            try await read(connected)

            #expect(try await days(connected) == before)
            let sum = try await connected.database.read {
                try DailyTotals(connected.scope).sum(of: connected.connection.id, in: $0)
            }
            let recount = try await connected.stored().map(\.order.total.amount).reduce(0, +)
            #expect(sum.map(\.orders) == [10])
            #expect(sum.map(\.amount) == [recount])
        }
    }

    @Test func `every status is a sale or is not, and none is forgotten`() {
        let sales = OrderStatus.allCases.filter(\.countsAsSale).map(\.rawValue)

        #expect(
            sales == [
                "placed", "payment_pending", "paid", "ready_for_handling", "handling", "invoiced", "shipped",
                "delivered",
                "cancellation_requested", "other",
            ])
    }

    @Test func `an unknown time zone is a clear error`() {
        let error = #expect(throws: AppsError.self) { try StoreCalendar(timeZone: "Brasil/Leste-2") }

        #expect(error?.code == "apps.unknown_time_zone")
    }
}
