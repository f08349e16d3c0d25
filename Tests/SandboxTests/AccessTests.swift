import Basics
import NIOHTTP1
import Testing

@Suite struct AccessTests {
    private let orders = "/api/oms/pvt/orders"

    @Test func `unknown, wrong and inactive credentials are refused before anything is looked at`() async throws {
        try await withSandbox { client in
            let key = try await client.key(owner: true)
            let wrong = TestKey(name: key.name, token: String(repeating: "A", count: 128), id: "")
            let unknown = TestKey(name: "vtexappkey-lojademo-ZZZZZZ", token: key.token, id: "")

            let statuses = [
                try await client.get(orders + "/nobody-01").status,
                try await client.get(orders + "/nobody-01", wrong).status,
                try await client.get(orders, unknown).status,
            ]
            _ = try await client.control(.PATCH, "/keys/\(key.id)", #"{"isActive":false}"#)
            let inactive = try await client.get(orders, key)

            #expect(statuses == [401, 401, 401])
            #expect(inactive.status == 401)
            #expect(inactive.text == #"{"error":{"code":"1","message":"Unauthorized access","exception":null}}"#)
        }
    }

    @Test func `a missing resource is 403 before an unknown order is 404`() async throws {
        try await withSandbox { client in
            let bare = try await client.key()
            let viewer = try await client.key(["OMSViewer"])

            #expect(try await client.get(orders + "/nobody-01", bare).status == 403)
            #expect(try await client.get(orders + "/nobody-01", viewer).status == 404)
            #expect(try await client.get(orders, viewer).status == 403)
            #expect(
                try await client.get("/api/catalog_system/pvt/sku/stockkeepingunitids?page=1&pagesize=1", viewer).status
                    == 403)
        }
    }

    @Test func `paths fit in any case, with a slash at the end and with unknown parameters`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])

            #expect(try await client.get("/API/OMS/PVT/Orders/?Per_Page=1&nothing=x", key).status == 200)
        }
    }

    @Test func `a user whose e-mail is the key gives the key its roles`() async throws {
        try await withSandbox { client in
            let owner = try await client.key(owner: true)
            let key = try await client.key()
            let role = try await client.control(.POST, "/roles", #"{"name":"Leitura","resources":["OMS/List Orders"]}"#)
            let roleID = try role.json.root.integer("id")
            let users = "/vtex/lojademo/api/license-manager/users"

            let made = try await client.send(
                .POST, users, headers: owner.headers, body: #"{"name":"RA","email":"\#(key.name)"}"#)
            let userID = try made.json.root.string("id")
            let added = try await client.send(
                .PUT, users + "/\(userID)/roles", headers: owner.headers, body: "[\(roleID)]")
            let shown = try await client.get("/api/license-manager/users/\(key.id)/roles", owner)

            #expect(added.status == 204)
            #expect(shown.text == #"[{"id":\#(roleID),"name":"Leitura"}]"#)
            #expect(try await client.get(orders, key).status == 200)
        }
    }

    @Test func `a user token carries the rights of its key`() async throws {
        try await withSandbox { client in
            let key = try await client.key(["ListOrders"])
            let login = try await client.send(
                .POST, "/vtex/lojademo/api/vtexid/apptoken/login",
                body: #"{"appkey":"\#(key.name)","apptoken":"\#(key.token)"}"#)
            let token = try login.json.root.string("token")
            let access = "/vtex/lojademo/api/license-manager/resources/"

            let granted = try await client.send(
                .GET, access + "ListOrders/access", headers: ["VtexIdclientAutCookie": token])
            let refused = try await client.send(
                .GET, access + "OMSViewer/access", headers: ["Cookie": "a=b; VtexIdclientAutCookie=\(token)"])
            let forged = try await client.send(
                .GET, access + "ListOrders/access", headers: ["VtexIdclientAutCookie": token.dropLast(6) + "AAAAAA"])

            #expect(granted.status == 200)
            #expect(refused.status == 403)
            #expect(forged.status == 401)
        }
    }

    @Test func `both tokens live from renewal to its end`() async throws {
        try await withSandbox { client in
            let owner = try await client.key(owner: true)
            let key = try await client.key(["ListOrders"])
            let path = "/vtex/lojademo/api/vtexid/apikey/\(key.name)/apitoken"

            let renewed = try await client.send(.PATCH, path + "/renew", headers: owner.headers)
            let next = TestKey(name: key.name, token: try renewed.json.root.string("newToken"), id: key.id)
            let again = try await client.send(.PATCH, path + "/renew", headers: owner.headers)
            let between = [try await client.get(orders, key).status, try await client.get(orders, next).status]
            _ = try await client.send(.PATCH, path + "/finish-renewal", headers: owner.headers)
            let after = [try await client.get(orders, key).status, try await client.get(orders, next).status]

            #expect(again.status == 409)
            #expect(between == [200, 200])
            #expect(after == [401, 200])
        }
    }

    @Test func `a token's link opens once, in the reader's language, and dies after a day`() async throws {
        try await withSandbox { client in
            let first = try await client.control(.POST, "/keys", "{}").json.root.string("link")
            let second = try await client.control(.POST, "/keys", "{}").json.root.string("link")

            let opened = try await client.send(.GET, first, headers: ["Accept-Language": "es-AR,es;q=0.9"])
            let again = try await client.send(.GET, first)
            _ = try await client.control(.POST, "/clock/advance", #"{"seconds":86400}"#)
            let late = try await client.send(.GET, second, headers: ["Accept-Language": "en"])

            #expect(opened.status == 200)
            #expect(opened.text.contains("Nuevo token"))
            #expect([again.status, late.status] == [410, 410])
            #expect(late.text.contains("older than 24 hours"))
        }
    }
}
