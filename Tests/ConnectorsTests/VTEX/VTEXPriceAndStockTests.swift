import Basics
import Commerce
import ConnectorKit
import TestSupport
import Testing

@Suite struct VTEXPriceAndStockTests {
    private static let ids = "/api/catalog_system/pvt/sku/stockkeepingunitids"
    private static let price = "/minhaloja/pricing/prices/"
    private static let stock = "/api/logistics/pvt/inventory/skus/"

    private func desk(_ ids: String) throws -> VTEXStoreDesk {
        let desk = try VTEXStoreDesk()
        desk.transport.answer(Self.ids + "?page=1&pagesize=50", body: ids)
        desk.transport.answer(Self.ids + "?page=2&pagesize=50", body: "[]")
        return desk
    }

    @Test func `a price is exact, with what is fixed for tables, quantities and times`() async throws {
        let desk = try desk("[10]")
        desk.transport.answer(
            Self.price + "10",
            body: #"{"itemId":"10","listPrice":null,"costPrice":60.1,"markup":66.38935108153078,"basePrice":99.9,"#
                + #""fixedPrices":[{"tradePolicyId":"atacado","value":79.005,"listPrice":null,"minQuantity":10},"#
                + #"{"tradePolicyId":"2","value":89.9,"listPrice":119,"minQuantity":1,"#
                + #""dateRange":{"from":"2026-01-01T00:00:00-03:00","to":"2026-02-01T00:00:00-03:00"}}]}"#)

        let record = try #require(try await desk.pages(.prices)[0].records.first)

        let price = try Price(core: record.document.core, person: nil)
        #expect(record.document.parent == RecordLink(.sku, "10"))
        #expect(price.base == Money(amount: 9990, currency: "BRL", scale: 2))
        #expect(price.list == nil)
        #expect(price.cost == Money(amount: 6010, currency: "BRL", scale: 2))
        #expect(price.fixed.map(\.table) == ["2", "atacado"])
        #expect(price.fixed[0].listPrice == Money(amount: 11_900, currency: "BRL", scale: 2))
        #expect(price.fixed[0].from == Instant(iso8601: "2026-01-01T03:00:00Z"))
        #expect(price.fixed[0].until == Instant(iso8601: "2026-02-01T03:00:00Z"))
        #expect(price.fixed[1].value == Money(amount: 79_005, currency: "BRL", scale: 3))
        #expect(price.fixed[1].minQuantity == 10)
        let facts = record.document.facts.map { $0.field + " " + $0.value }
        #expect(
            facts == [
                "base 99.90 BRL", "fixed[2/1] 89.90 BRL 2026-01-01T03:00:00Z/2026-02-01T03:00:00Z",
                "fixed[atacado/10] 79.005 BRL",
            ])
        #expect(desk.requests("api.vtex.com").count == 1)
    }

    @Test func `a SKU without a price is no error`() async throws {
        let desk = try desk("[10,11]")
        desk.transport.answer(Self.price + "10", status: 404, body: #"{"message":"not found"}"#)
        desk.transport.answer(Self.price + "11", body: #"{"itemId":"11","basePrice":"12.50"}"#)

        let pages = try await desk.pages(.prices)

        #expect(pages.flatMap { $0.ids(.price) } == ["11"])
        #expect(pages.flatMap(\.unreadable).isEmpty)
        #expect(try await desk.source(.prices).fetch(.price, "10").isEmpty)
    }

    @Test func `the currency is that of the channels where the key may see them, and is asked for once`() async throws {
        let desk = try desk("[10,11]")
        desk.transport.answer(Self.price, body: #"{"basePrice":5}"#)
        desk.transport.answer(
            "/api/catalog_system/pvt/saleschannel/list?", body: "[]")

        let record = try #require(try await desk.pages(.prices)[0].records.first)

        #expect(record.core.contains(#""currency":"BRL""#))
        #expect(desk.requests("saleschannel").count == 1)
        #expect(desk.requests("orders?").count == 1)
    }

    @Test func `a refusal names the box that is missing`() async throws {
        let desk = try desk("[10]")
        desk.transport.answer(Self.price, status: 403, body: "")
        desk.transport.answer(Self.stock, status: 403, body: "")

        let price = await #expect(throws: PlatformError.self) { _ = try await desk.pages(.prices) }
        let stock = await #expect(throws: PlatformError.self) { _ = try await desk.pages(.stock) }

        #expect(price?.remedy?.english.contains("Pricing → Price List → Read prices") == true)
        #expect(stock?.remedy?.english.contains("Logistics → Logistics access → Inventory read only") == true)
    }

    @Test func `stock is told per warehouse, and without end where it is`() async throws {
        let desk = try desk("[10,11]")
        desk.transport.answer(
            Self.stock + "10",
            body: #"{"skuId":"10","balance":[{"warehouseId":"sul","warehouseName":"Sul","totalQuantity":"7","#
                + #""reservedQuantity":9,"hasUnlimitedQuantity":false,"timeToRefill":null,"dateOfSupplyUtc":null},"#
                + #"{"warehouseId":"1_1","warehouseName":"Central","totalQuantity":20,"reservedQuantity":3,"#
                + #""hasUnlimitedQuantity":false,"dateOfSupplyUtc":"2026-06-01T00:00:00"}]}"#)
        desk.transport.answer(
            Self.stock + "11",
            body: #"{"skuId":"11","balance":[{"warehouseId":"1_1","totalQuantity":0,"hasUnlimitedQuantity":true}]}"#)

        let records = try await desk.pages(.stock)[0].records

        #expect(
            records[0].core == #"{"schema":"stock/1","externalId":"10","available":17,"isUnlimited":false,"balances":["#
                + #"{"warehouseId":"1_1","warehouse":"Central","total":20,"reserved":3,"available":17,"isUnlimited":false,"#
                + #""supplyAt":"2026-06-01T00:00:00Z"},{"warehouseId":"sul","warehouse":"Sul","total":7,"reserved":9,"#
                + #""available":0,"isUnlimited":false}]}"#)
        #expect(records[1].document.facts.map(\.value) == ["unlimited", "unlimited"])
    }
}
