import Basics
import Foundation
import Logging
import NIOHTTP1
import Sandbox
import TestSupport
import Testing

@Suite struct OlistTests {
    private static let orders = """
        "order_id","customer_id","order_status","order_purchase_timestamp","order_approved_at","order_delivered_carrier_date","order_delivered_customer_date","order_estimated_delivery_date"
        "b","c2","delivered","2017-02-13 13:57:00","2017-02-13 14:00:00","2017-02-14 10:00:00","2017-02-20 18:00:00","2017-03-01 00:00:00"
        "a","c1","canceled","2017-07-01 10:00:00","","","","2017-08-01 00:00:00"

        """
    private static let items = """
        "order_id","order_item_id","product_id","seller_id","shipping_limit_date","price","freight_value"
        "b",1,"p1","s1","2017-02-20 00:00:00",199.9,18.14
        "b",2,"p2","s1","2017-02-20 00:00:00",5,0.07
        "a",1,"p1","s1","2017-07-09 00:00:00",10.00,1.5

        """

    private func folder<Value: Sendable>(
        orders: String = OlistTests.orders, items: String = OlistTests.items,
        _ body: @Sendable (String) async throws -> Value
    ) async throws -> Value {
        try await withTemporaryFolder { folder in
            try orders.write(toFile: folder + "/olist_orders_dataset.csv", atomically: true, encoding: .utf8)
            try items.write(toFile: folder + "/olist_order_items_dataset.csv", atomically: true, encoding: .utf8)
            return try await body(folder)
        }
    }

    @Test func `an order's value is the sum of its items' prices and freights`() async throws {
        try await folder { folder in
            try await withSandbox(SandboxConfiguration(ordersFrom: folder)) { client in
                let key = try await client.key(["ListOrders", "OMSViewer"])

                let ids = try await client.list("orderBy=creationDate,asc", key).ids
                let first = try await client.get("/api/oms/pvt/orders/" + (ids.first ?? ""), key).json.root
                let total = try await client.control(.GET, "/orders").json.root.integer("value")

                #expect(ids.count == 2)
                #expect(try first.string("marketplaceOrderId") == "b")
                #expect(try first.integer("value") == 22_311)
                #expect(try first.string("status") == "invoiced")
                #expect(total == 22_311 + 1150)
            }
        }
    }

    @Test func `local times of summer and winter become UTC`() async throws {
        try await folder { folder in
            try await withSandbox(SandboxConfiguration(ordersFrom: folder)) { client in
                let rows = try await client.control(.GET, "/orders/list").json.root
                var dates: [String] = []
                try rows.forEachElement { dates.append(try $0.string("creationDate")) }

                #expect(dates == ["2017-02-13T15:57:00Z", "2017-07-01T13:00:00Z"])
            }
        }
    }

    @Test func `a broken line is named with its file`() async throws {
        let broken = OlistTests.items.replacing("199.9", with: "dezenove")
        try await folder(items: broken) { folder in
            let error = try #require(throws: SandboxError.self) {
                try SandboxServer(
                    configuration: SandboxConfiguration(ordersFrom: folder), clock: StandingClock(),
                    logger: Logger(label: "test"))
            }

            #expect(error.code == "sandbox.broken_csv")
            #expect(
                error.explanation[.english] == "olist_order_items_dataset.csv, line 2: cannot make sense of “dezenove”."
            )
        }
    }

    @Test func `a missing folder is told by its name`() throws {
        let error = try #require(throws: SandboxError.self) {
            try SandboxServer(
                configuration: SandboxConfiguration(ordersFrom: "/nowhere/at/all"), clock: StandingClock(),
                logger: Logger(label: "test"))
        }

        #expect(error.code == "sandbox.folder_missing")
        #expect(error.explanation[.portuguese] == "A pasta /nowhere/at/all não existe.")
    }
}
