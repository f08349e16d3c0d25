import Basics
import Commerce
import ConnectorKit
import Records
import Sync
import Testing

struct DayComparisonTests {
    private static let days = StoreDays(timeZone: "America/Sao_Paulo")
    private static let monday = CivilDate(year: 2026, month: 3, day: 9)
    private static let tuesday = CivilDate(year: 2026, month: 3, day: 10)

    @Test func `days that have the same have nothing to be read`() throws {
        let day = try Self.compare(listed: [try Self.entry("a"), try Self.entry("b")], held: ["a", "b"])

        #expect(day.listed == 2)
        #expect(day.held == 2)
        #expect(day.agreed.map(\.externalID) == ["a", "b"])
        #expect(day.suspects == [])
        #expect(!day.isSuspicious)
    }

    @Test func `an order that is listed and not stored is missing here`() throws {
        let day = try Self.compare(listed: [try Self.entry("a"), try Self.entry("b")], held: ["a"])

        #expect(day.suspects.map(\.externalID) == ["b"])
        #expect(day.suspects.map(\.reason) == [.missingHere])
        #expect((day.listed, day.held) == (2, 1))
    }

    @Test func `an order that is stored and not listed has to be read before anything is said`() throws {
        let day = try Self.compare(listed: [try Self.entry("a"), try Self.entry("b")], held: ["a", "b", "c"])

        #expect(day.suspects.map(\.externalID) == ["c"])
        #expect(day.suspects.map(\.reason) == [.unlisted])
        #expect(!day.isSuspicious)
    }

    @Test func `an order that was never finished is in no list and is not missed`() throws {
        let day = try Self.compare(
            listed: [try Self.entry("a")],
            heldOrders: [try Self.held("a"), try Self.held("c", status: .incomplete)])

        #expect(day.suspects == [])
        #expect((day.listed, day.held) == (1, 1))
    }

    @Test func `a list that shows nothing of what is stored is ill`() throws {
        let day = try Self.compare(listed: [], held: ["a"])

        #expect(day.isSuspicious)
    }

    @Test func `a list that shows the lesser part of what is stored is ill`() throws {
        let half = try Self.compare(listed: [try Self.entry("a")], held: ["a", "b"])
        let less = try Self.compare(listed: [try Self.entry("a")], held: ["a", "b", "c"])

        #expect(!half.isSuspicious)
        #expect(less.isSuspicious)
    }

    @Test func `an order that is older than the platform's reach is not missing`() throws {
        let reach = try #require(Self.days).moment(12, 0, of: Self.monday)
        let day = try Self.compare(
            listed: [try Self.entry("new", hour: 13)],
            heldOrders: [try Self.held("old", hour: 11), try Self.held("new", hour: 13)], reachesFrom: reach)

        #expect(day.beyond == 1)
        #expect((day.listed, day.held) == (1, 1))
        #expect(day.suspects == [])
    }

    @Test func `an order that is listed though it is beyond the reach is compared`() throws {
        let reach = try #require(Self.days).moment(12, 0, of: Self.monday)
        let day = try Self.compare(
            listed: [try Self.entry("old", hour: 11)], heldOrders: [try Self.held("old", hour: 11)], reachesFrom: reach)

        #expect((day.listed, day.held, day.beyond) == (1, 1, 0))
    }

    @Test(arguments: [
        OrderOutline(platformStatus: "handling", amount: 100, units: 1),
        OrderOutline(platformStatus: "invoiced", amount: 101, units: 1),
        OrderOutline(platformStatus: "invoiced", amount: 100, units: 2),
    ])
    func `another status, value or number of units differs`(_ outline: OrderOutline) throws {
        let entry = try Self.entry("a", digest: "new")
        let day = try Self.compare(listed: [entry], held: ["a"], outlines: ["a": outline])

        #expect(day.suspects.map(\.reason) == [.differs])
    }

    @Test func `another digest alone is a doubt`() throws {
        let same = OrderOutline(platformStatus: "invoiced", amount: 100, units: 1)
        let day = try Self.compare(
            listed: [try Self.entry("a", digest: "new")], held: ["a"], outlines: ["a": same])

        #expect(day.suspects.map(\.reason) == [.doubtful])
    }

    @Test func `what a list does not tell cannot differ`() throws {
        var entry = try Self.entry("a", digest: "new")
        entry.outline = OrderOutline(platformStatus: nil, amount: nil, units: nil)
        let stored = OrderOutline(platformStatus: "handling", amount: 5, units: 9)
        let day = try Self.compare(listed: [entry], held: ["a"], outlines: ["a": stored])

        #expect(day.suspects.map(\.reason) == [.doubtful])
    }

    @Test func `an order that stands on another day is named on the day that it is listed on`() throws {
        let days = try #require(Self.days)
        let moved = try Self.held("a", on: Self.tuesday)

        let found = DayComparison.compare(
            [Self.monday, Self.tuesday], in: days, listed: [try Self.entry("a")], held: [moved], outlines: [:],
            reachesFrom: .distantPast)

        #expect(found[0].suspects.map(\.reason) == [.moved])
        #expect((found[0].listed, found[0].held) == (1, 0))
        #expect(found[1].suspects == [])
        #expect((found[1].listed, found[1].held) == (0, 0))
    }

    @Test func `an order that two pages show counts once`() throws {
        let day = try Self.compare(listed: [try Self.entry("a"), try Self.entry("a")], held: ["a"])

        #expect(day.listed == 1)
        #expect(day.agreed.count == 1)
    }

    // MARK: Given

    private static func entry(_ id: String, hour: Int = 12, digest: String = "d") throws -> OrderListEntry {
        OrderListEntry(
            externalID: id, placedAt: try #require(days).moment(hour, 0, of: monday), digest: digest,
            outline: OrderOutline(platformStatus: "invoiced", amount: 100, units: 1))
    }

    private static func held(
        _ id: String, hour: Int = 12, on day: CivilDate = monday, status: OrderStatus = .invoiced
    ) throws -> HeldOrder {
        HeldOrder(
            externalID: id, placedAt: try #require(days).moment(hour, 0, of: day), status: status, listDigest: "d",
            contentHash: [1])
    }

    private static func compare(
        listed: [OrderListEntry], held ids: [String] = [], heldOrders: [HeldOrder] = [],
        outlines: [String: OrderOutline] = [:], reachesFrom: Instant = .distantPast
    ) throws -> DayComparison.Day {
        let found = DayComparison.compare(
            [monday], in: try #require(days), listed: listed, held: try ids.map { try held($0) } + heldOrders,
            outlines: outlines, reachesFrom: reachesFrom)
        return try #require(found.first)
    }
}
