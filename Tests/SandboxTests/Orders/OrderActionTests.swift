import Basics
import NIOHTTP1
import Sandbox
import TestSupport
import Testing

@Suite struct OrderActionTests {
    private let orders = SandboxClient.orders

    private func invoice(_ number: String, value: Int64, sku: String, type: String = "Output") -> String {
        """
        {"type":"\(type)","issuanceDate":"2026-11-22T10:00:00Z","invoiceNumber":"\(number)","invoiceValue":"\(value)",
        "items":[{"id":"\(sku)","price":100,"quantity":1}]}
        """
    }

    /// The order's value and the SKU of its first line.
    private func content(_ order: JSONDocument) throws -> (value: Int64, sku: String) {
        var skus: [String] = []
        try order.root.forEach("items") { skus.append(try $0.string("id")) }
        return (try order.root.integer("value"), try #require(skus.first))
    }

    private func packages(_ order: JSONDocument) throws -> [String] {
        var packages: [String] = []
        try order.root.with("packageAttachment") { attachment in
            try attachment.forEach("packages") { package in
                var isFinished: Bool?
                try package.with("courierStatus") { isFinished = try $0.bool("finished") }
                packages.append(
                    "\(try package.string("type")) \(try package.string("invoiceNumber"))"
                        + " \(try package.optionalString("trackingNumber") ?? "-") \(isFinished.map { "\($0)" } ?? "-")"
                )
            }
        }
        return packages
    }

    @Test func `handling starts once, and only from ready for handling`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["WorkflowAction", "OMSViewer"])
            let id = try await client.order("ready-for-handling")

            let first = try await client.call(.POST, orders + "/\(id)/start-handling", key)
            let second = try await client.call(.POST, orders + "/\(id)/start-handling", key)

            #expect(first.status == 204)
            #expect(second.status == 409)
            #expect(second.text.contains(#""code":"OMS003""#))
            #expect(try await client.read(id, key).root.string("status") == "handling")
        }
    }

    @Test func `invoices add up to the order's value, and the same number counts once`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ShippingAction", "RefundAction", "OMSViewer"])
            let id = try await client.order("handling")
            let (value, sku) = try content(try await client.read(id, key))
            func post(_ number: String, _ value: Int64, type: String = "Output") async throws -> Int {
                try await client.call(
                    .POST, orders + "/\(id)/invoice", key, invoice(number, value: value, sku: sku, type: type)
                ).status
            }

            let early = try await post("D1", 100, type: "Input")
            let part = try await post("1", value - 100)
            let between = try await client.read(id, key).root.string("status")
            let repeated = try await post("1", value - 100)
            let tooMuch = try await post("2", 101)
            let rest = try await post("3", 100)
            let after = try await client.read(id, key)
            let returned = try await post("D1", 100, type: "Input")

            #expect([early, part, repeated, tooMuch, rest, returned] == [400, 200, 200, 400, 200, 200])
            #expect(between == "handling")
            #expect(try after.root.string("status") == "invoiced")
            #expect(try packages(after) == ["Output 1 - -", "Output 3 - -"])
            #expect(try packages(try await client.read(id, key)).last == "Input D1 - -")
        }
    }

    @Test func `an invoice's value may be a number, and must be positive cents`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ShippingAction", "OMSViewer"])
            let id = try await client.order("handling")
            let (value, sku) = try content(try await client.read(id, key))
            let number = invoice("1", value: value, sku: sku).replacing("\"\(value)\"", with: "\(value)")
            let none = invoice("1", value: 0, sku: sku)
            let foreign = invoice("1", value: value, sku: "999999999")

            #expect(try await client.call(.POST, orders + "/\(id)/invoice", key, none).status == 400)
            #expect(try await client.call(.POST, orders + "/\(id)/invoice", key, foreign).status == 400)
            #expect(try await client.call(.POST, orders + "/\(id)/invoice", key, number).status == 200)
            #expect(try await client.read(id, key).root.string("status") == "invoiced")
        }
    }

    @Test func `tracking needs a number first, and delivery is no status`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ShippingAction", "OMSViewer"])
            let id = try await client.order("handling")
            let (value, sku) = try content(try await client.read(id, key))
            _ = try await client.call(.POST, orders + "/\(id)/invoice", key, invoice("7", value: value, sku: sku))
            let events = #"""
                {"isDelivered":true,"deliveredDate":null,
                "events":[{"city":"Santos","state":"SP","description":"Entregue","date":"2026-11-22"}]}
                """#
            let path = orders + "/\(id)/invoice/7"

            let early = try await client.call(.PUT, path + "/tracking", key, events)
            let tracked = try await client.call(
                .PATCH, path, key, #"{"trackingNumber":"TRK-1","trackingUrl":null,"dispatchedDate":null,"courier":"C"}"#
            )
            let delivered = try await client.call(.PUT, path + "/tracking", key, events)
            let missing = try await client.call(
                .PATCH, orders + "/\(id)/invoice/8", key, #"{"trackingNumber":"TRK-1"}"#)
            let order = try await client.read(id, key)

            #expect([early.status, tracked.status, delivered.status, missing.status] == [400, 200, 200, 404])
            #expect(try packages(order) == ["Output 7 TRK-1 true"])
            #expect(try order.root.string("status") == "invoiced")
        }
    }

    @Test func `what is invoiced in part is canceled no more, all else with its reason`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ShippingAction", "CancelAction", "OMSViewer"])
            let invoiced = try await client.order("handling")
            let (_, sku) = try content(try await client.read(invoiced, key))
            let open = try await client.order("payment-pending")
            _ = try await client.call(
                .POST, orders + "/\(invoiced)/invoice", key, invoice("1", value: 1, sku: sku))

            let refused = try await client.call(.POST, orders + "/\(invoiced)/cancel", key, #"{"reason":"x"}"#)
            let canceled = try await client.call(.POST, orders + "/\(open)/cancel", key, #"{"reason":"sem estoque"}"#)
            let order = try await client.read(open, key)

            #expect(refused.status == 400)
            #expect(canceled.status == 200)
            #expect(try order.root.string("status") == "canceled")
            #expect(try order.root.string("cancelReason") == "sem estoque")
            #expect(try await client.read(invoiced, key).root.string("status") == "handling")
        }
    }

    @Test func `a payment is notified by its own id`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["PaymentAction", "OMSViewer"])
            let id = try await client.order("payment-pending")
            var payments: [String] = []
            try await client.read(id, key).root.with("paymentData") { data in
                try data.forEach("transactions") { transaction in
                    try transaction.forEach("payments") { payments.append(try $0.string("id")) }
                }
            }
            let payment = try #require(payments.first)
            let path = orders + "/\(id)/payments/"

            let wrong = try await client.call(.POST, path + "ABC/payment-notification", key)
            let right = try await client.call(.POST, path + "\(payment)/payment-notification", key)
            let again = try await client.call(.POST, path + "\(payment)/payment-notification", key)

            #expect([wrong.status, right.status, again.status] == [404, 200, 200])
            #expect(try await client.read(id, key).root.string("status") == "payment-approved")
        }
    }

    @Test(arguments: [
        ("start-handling", "WorkflowAction"), ("cancel", "CancelAction"), ("interactions", "AcessaTodosPedidos"),
        ("invoice", "ShippingAction"), ("payments/A/payment-notification", "PaymentAction"), ("changes", "Changes"),
    ])
    func `each action wants its own resource`(action: String, resource: String) async throws {
        try await withSandbox { client in
            let all = ["WorkflowAction", "CancelAction", "ShippingAction", "PaymentAction", "OMSViewer"]
            let others = try await client.key(all.filter { $0 != resource } + ["ListOrders"])
            let own = try await client.key([resource])
            let id = try await client.order("ready-for-handling")
            let path = orders + "/\(id)/" + action

            let refused = try await client.call(.POST, path, others, "{}")
            let taken = try await client.call(.POST, path, own, "{}")

            #expect(refused.status == 403)
            #expect(taken.status != 403)
            #expect(taken.status != 401)
        }
    }

    @Test func `a refund wants a resource of its own`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ShippingAction", "OMSViewer"])
            let id = try await client.order("invoiced")
            let (value, sku) = try content(try await client.read(id, key))

            let refused = try await client.call(
                .POST, orders + "/\(id)/invoice", key, invoice("D1", value: value, sku: sku, type: "Input"))

            #expect(refused.status == 403)
            #expect(try packages(try await client.read(id, key)).count == 1)
        }
    }

    @Test func `a registered change moves the value, once for each request`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["Changes", "OMSViewer"])
            let id = try await client.order("handling")
            let before = try await client.read(id, key).root.integer("value")
            let body = #"{"requestId":"r1","reason":"brinde","discountValue":100,"incrementValue":0}"#

            let first = try await client.call(.POST, orders + "/\(id)/changes", key, body)
            let second = try await client.call(.POST, orders + "/\(id)/changes", key, body)
            let history = try await client.get("/api/order-system/orders/\(id)/changes", key).json
            var reasons: [String] = []
            try history.root.forEach("requests") { reasons.append(try $0.string("reason")) }
            let order = try await client.read(id, key)
            var totals: Int64 = 0
            try order.root.forEach("totals") { totals += try $0.integer("value") }

            #expect([first.status, second.status] == [200, 200])
            #expect(try first.json.root.string("receipt") == second.json.root.string("receipt"))
            #expect(reasons == ["brinde"])
            #expect(try order.root.integer("value") == before - 100)
            #expect(totals == before - 100)
        }
    }

    @Test func `invoices and tracking outlive the run`() async throws {
        try await withTemporaryFolder { folder in
            let configuration = SandboxConfiguration(seed: 3, orders: 10, stateFile: folder + "/store.jsonl")
            let (id, before) = try await withSandbox(configuration) { client in
                let key = try await client.key(["ShippingAction", "OMSViewer"])
                let id = try await client.order("handling")
                let (value, sku) = try content(try await client.read(id, key))
                _ = try await client.call(.POST, orders + "/\(id)/invoice", key, invoice("7", value: value, sku: sku))
                _ = try await client.call(.PATCH, orders + "/\(id)/invoice/7", key, #"{"trackingNumber":"TRK-1"}"#)
                return (id, try await client.get(orders + "/" + id, key).text)
            }

            let after = try await withSandbox(configuration) { client in
                try await client.get(orders + "/" + id, client.key(["OMSViewer"])).text
            }

            #expect(before.contains(#""trackingNumber":"TRK-1""#))
            #expect(after == before)
        }
    }

    @Test func `a store at a pace moves by itself, and stands when told to`() async throws {
        try await withSandbox { client in
            let before = try await client.control(.GET, "/orders/list").text

            let set = try await client.control(.PUT, "/pace", #"{"perMinute":6000}"#)
            var now = before
            while now == before { now = try await client.control(.GET, "/orders/list").text }
            let stopped = try await client.control(.PUT, "/pace", #"{"perMinute":0}"#)
            let wrong = try await client.control(.PUT, "/pace", #"{"perMinute":-1}"#)

            #expect(set.text == #"{"perMinute":6000.0}"#)
            #expect(stopped.text == #"{"perMinute":0.0}"#)
            #expect(wrong.status == 400)
        }
    }
}
