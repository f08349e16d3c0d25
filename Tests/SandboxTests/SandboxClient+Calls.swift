import Basics
import NIOHTTP1

extension SandboxClient {
    static let orders = "/api/oms/pvt/orders"

    /// A call of VTEX's with a body, as the account's own address has it.
    func call(_ method: HTTPMethod, _ path: String, _ key: TestKey, _ body: String? = nil) async throws -> Answer {
        try await send(method, "/vtex/lojademo" + path, headers: key.headers, body: body)
    }

    /// A new order in `status`, by its id.
    func order(_ status: String) async throws -> String {
        var id = ""
        try await control(.POST, "/orders", #"{"status":"\#(status)"}"#).json.root.forEachElement {
            id = try $0.string("orderId")
        }
        return id
    }

    func advanceClock(seconds: Int) async throws {
        _ = try await control(.POST, "/clock/advance", #"{"seconds":\#(seconds)}"#)
    }

    /// What GetOrder says of an order.
    func read(_ id: String, _ key: TestKey) async throws -> JSONDocument {
        try await get(Self.orders + "/" + id, key).json
    }
}
