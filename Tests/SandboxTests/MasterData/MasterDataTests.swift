import Basics
import NIOHTTP1
import Sandbox
import TestSupport
import Testing

@Suite struct MasterDataTests {
    private let clients = "/api/dataentities/CL"
    private let reader = ["READONLY_USER_DS"]
    private let writer = ["POWER_USER_DS"]

    private struct Page {
        let rows: [[String: String]]
        let range: String
        let status: Int
    }

    private func encoded(_ text: String) -> String {
        String(
            decoding: text.utf8.flatMap { byte -> [UInt8] in
                let character = Character(Unicode.Scalar(byte))
                guard !(character.isASCII && (character.isLetter || character.isNumber)) else { return [byte] }
                let digits = String(byte, radix: 16)
                return Array(("%" + (digits.count < 2 ? "0" : "") + digits).utf8)
            }, as: UTF8.self)
    }

    /// One page of a search; values as texts, null as none.
    private func search(
        _ client: SandboxClient, _ key: TestKey, entity: String = "CL", whereText: String? = nil,
        fields: String = "id,email", sort: String? = nil, range: String? = "0-100", extra: String = ""
    ) async throws -> Page {
        var path = "/api/dataentities/\(entity)/search?_fields=\(fields)" + extra
        if let whereText { path += "&_where=" + encoded(whereText) }
        if let sort { path += "&_sort=" + encoded(sort) }
        var headers = key.headers
        if let range { headers["REST-Range"] = "resources=" + range }
        let answer = try await client.send(.GET, "/vtex/lojademo" + path, headers: headers)
        guard answer.status == 200 else { return Page(rows: [], range: "", status: answer.status) }
        var rows: [[String: String]] = []
        try answer.json.root.forEachElement { row in
            var values: [String: String] = [:]
            try row.forEachMember { name, value in
                values[name] = try? value.stringValue()
                if let number = try? value.integerValue() { values[name] = "\(number)" }
            }
            rows.append(values)
        }
        return Page(rows: rows, range: answer.headers.first(name: "REST-Content-Range") ?? "", status: 200)
    }

    private func create(_ client: SandboxClient, _ key: TestKey, _ body: String) async throws -> String {
        try await client.call(.POST, clients + "/documents", key, body).json.root.string("DocumentId")
    }

    @Test func `pages end before the range's end, and hold a hundred within the first ten thousand`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 250)) { client in
            let key = try await client.key(reader)

            let first = try await search(client, key, sort: "id ASC", range: "0-100")
            let last = try await search(client, key, sort: "id ASC", range: "100-200")
            let past = try await search(client, key, range: "200-210")
            let silent = try await search(client, key, range: nil)

            #expect(first.range == "resources 0-100/150")
            #expect(last.range == "resources 100-150/150")
            let ids = (first.rows + last.rows).compactMap { $0["id"] }
            #expect(Set(ids).count == 150)
            #expect(ids == ids.sorted())
            #expect(past.range == "resources 0-0/150")
            #expect(silent.rows.count == 15)
            for range in ["0-101", "9950-10001", "5-1", "x"] {
                #expect(try await search(client, key, range: range).status == 400)
            }
        }
    }

    @Test func `customers are those of the orders, by the profile's id, and addresses are the document's`() async throws
    {
        try await withSandbox { client in
            let key = try await client.key(reader + ["ListOrders", "OMSViewer"])
            for id in try await client.list("per_page=20", key).ids {
                var profile = ""
                var document = ""
                try await client.read(id, key).root.with("clientProfileData") {
                    profile = try $0.string("userProfileId")
                    document = try $0.string("document")
                }

                let found = try await search(client, key, whereText: "userId=\(profile)", fields: "id,document")
                let customer = try #require(found.rows.first)
                let homes = try await search(
                    client, key, entity: "AD", whereText: "userId=\(customer["id"] ?? "")", fields: "city")

                #expect(found.rows.count == 1)
                #expect(customer["document"] == document)
                #expect(homes.rows.count == 1)
            }
        }
    }

    @Test func `conditions join, nest and compare`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 10)) { client in
            let key = try await client.key(reader + writer)
            for (name, points, opted) in [("Ana", 5, true), ("Bia", 10, false), ("Caio", 15, true)] {
                _ = try await client.call(
                    .POST, "/api/dataentities/NW/documents", key,
                    #"{"email":"\#(name)@x.com","name":"\#(name) Lima","points":\#(points),"optIn":\#(opted)}"#)
            }
            func names(_ condition: String) async throws -> [String] {
                try await search(client, key, entity: "NW", whereText: condition, fields: "name", sort: "name ASC")
                    .rows.compactMap { $0["name"]?.prefix(1).description }
            }

            #expect(try await names("optIn=true") == ["A", "C"])
            #expect(try await names("(points>5) AND (optIn=true OR name=*Lima)") == ["B", "C"])
            #expect(try await names("points between 5 AND 10") == ["A", "B"])
            #expect(try await names("points>=10 and points<>10") == ["C"])
            #expect(try await names("name=bia lima") == ["B"])
            #expect(try await names("name=*i*i*") == ["B", "C"])
            #expect(try await names("origin is null AND name is not null") == ["A", "B", "C"])
            #expect(try await names("createdIn>=2026-11-22T00:00:00Z AND createdIn<2026-11-23") == ["A", "B", "C"])
            #expect(try await names(#"email="ana@x.com""#) == ["A"])
            #expect(try await names("email=nobody@x.com").isEmpty)
        }
    }

    @Test(arguments: [
        "attach=1", "nothing=1", "email", "email=", "(email=a", "email is", "points between 1", "email=a) x",
    ])
    func `conditions that cannot be asked are refused`(condition: String) async throws {
        try await withSandbox(SandboxConfiguration(orders: 10)) { client in
            let key = try await client.key(reader)

            #expect(try await search(client, key, whereText: condition).status == 400)
        }
    }

    @Test func `a plus sign is never found`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 10)) { client in
            let key = try await client.key(reader + writer)
            let id = try await create(client, key, #"{"email":"ana+loja@x.com"}"#)

            #expect(try await search(client, key, whereText: "email=ana+loja@x.com").rows.isEmpty)
            #expect(try await search(client, key, whereText: "id=\(id)").rows.first?["email"] == "ana+loja@x.com")
        }
    }

    @Test func `abandoned carts have a cart, a date and a checkout that did not end`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 400)) { client in
            let key = try await client.key(reader)
            let condition = "(rclastsessiondate between 2020-01-01 AND 2030-01-01) AND rclastcart is not null"

            let carts = try await search(
                client, key,
                whereText: condition + " AND checkouttag is not null AND checkouttag.DisplayValue<>Finalizado",
                fields: "rclastcart,rclastsessiondate,rclastcartvalue")
            let any = try await search(client, key, whereText: condition, fields: "rclastcart")

            #expect((15...60).contains(carts.rows.count))
            #expect(carts.rows.allSatisfy { $0["rclastcart"]?.hasPrefix("add?sku=") == true })
            #expect(any.rows.count == carts.rows.count)
        }
    }

    @Test func `a cart that is left stands in its customer's document until they buy`() async throws {
        try await withSandbox { client in
            let key = try await client.key(reader + ["OMSViewer"])
            let id = try await client.order("incomplete")
            let cart = "rclastsessiondate>=2026-11-22T12:00:00Z AND rclastcart is not null"

            let left = try await search(client, key, whereText: cart, fields: "id,rclastcart,userId")
            _ = try await client.control(.POST, "/orders/\(id)/advance")
            let closed = try await search(client, key, whereText: cart)
            var buyer = ""
            var skus: [String] = []
            let order = try await client.read(id, key).root
            try order.with("clientProfileData") { buyer = try $0.string("userProfileId") }
            try order.forEach("items") { skus.append("sku=\(try $0.string("id"))&qty=\(try $0.integer("quantity"))") }
            let after = try await search(
                client, key, whereText: "userId=\(buyer) AND checkouttag.DisplayValue=Finalizado")

            #expect(left.rows.map { $0["userId"] } == [buyer])
            let wanted = "add?" + skus.map { $0 + "&seller=1&sc=1" }.joined(separator: "&")
            #expect(left.rows.first?["rclastcart"] == wanted)
            #expect(closed.rows.isEmpty)
            #expect(after.rows.count == 1)
        }
    }

    @Test(arguments: [true, false])
    func `who subscribes in the shop window is one client, known before or not`(isKnown: Bool) async throws {
        try await withSandbox(SandboxConfiguration(orders: 10)) { client in
            let key = try await client.key(reader)
            let known = try await search(client, key, whereText: "isNewsletterOptIn=false", fields: "email").rows
            let email = isKnown ? try #require(known.first?["email"]) : "nova@example.com"

            _ = try await client.send(
                .POST, "/shop/lojademo/newsletter",
                headers: ["Content-Type": "application/x-www-form-urlencoded"], body: "email=" + encoded(email))
            let found = try await search(client, key, whereText: "email=\(email)", fields: "id,userId")
            let opted = try await search(client, key, whereText: "email=\(email) AND isNewsletterOptIn=true")

            #expect(found.rows.count == 1)
            #expect(opted.rows.count == 1)
            #expect(found.rows.first?["userId"] != nil)
        }
    }

    @Test func `who leaves the list in the shop window is off it, and a stranger becomes no client`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 10)) { client in
            let key = try await client.key(reader)
            let known = try await search(client, key, whereText: "isNewsletterOptIn=true", fields: "email").rows
            let email = try #require(known.first?["email"])

            for address in [email, "estranho@example.com"] {
                _ = try await client.send(
                    .POST, "/shop/lojademo/newsletter",
                    headers: ["Content-Type": "application/x-www-form-urlencoded"],
                    body: "wants=no&email=" + encoded(address))
            }
            let opted = try await search(client, key, whereText: "email=\(email) AND isNewsletterOptIn=true")
            let left = try await search(client, key, whereText: "email=\(email) AND isNewsletterOptIn=false")
            let strangers = try await search(client, key, whereText: "email=estranho@example.com")

            #expect([opted.rows.count, left.rows.count, strangers.rows.count] == [0, 1, 0])
        }
    }

    @Test func `subscribers flip by a write that the index sees later`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 10, indexDelay: .seconds(30))) { client in
            let key = try await client.key(reader + writer)
            let id = try await create(client, key, #"{"email":"ana@x.com","isNewsletterOptIn":true}"#)
            func found(_ condition: String) async throws -> Int {
                try await search(client, key, whereText: "email=ana@x.com AND \(condition)").rows.count
            }

            let early = try await found("isNewsletterOptIn=true")
            try await client.advanceClock(seconds: 30)
            let indexed = try await found("isNewsletterOptIn=true")
            let changed = try await client.call(
                .PATCH, clients + "/documents/CL-\(id)", key, #"{"isNewsletterOptIn":false}"#)
            let stale = try await found("isNewsletterOptIn=true")
            let strong = try await client.get(clients + "/documents/\(id)?_fields=isNewsletterOptIn", key).json
                .root.bool("isNewsletterOptIn")
            try await client.advanceClock(seconds: 30)
            let fresh = try await found("isNewsletterOptIn=false AND updatedIn>2026-11-22T00:00:00Z")

            #expect([early, indexed, stale, fresh] == [0, 1, 1, 1])
            #expect(changed.status == 200)
            #expect(!strong)
        }
    }

    @Test func `documents are made, changed in part or whole, and deleted`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 10)) { client in
            let key = try await client.key(writer)
            let path = clients + "/documents"

            let noMail = try await client.call(.POST, path, key, #"{"firstName":"Ana"}"#)
            let made = try await client.call(.POST, path, key, #"{"email":"ana@x.com","firstName":"Ana","mine":7}"#)
            let id = try made.json.root.string("DocumentId")
            let twice = try await client.call(.POST, path, key, #"{"email":"ANA@x.com"}"#)
            let byMail = try await client.call(.PATCH, path, key, #"{"email":"ana@x.com","lastName":"Lima"}"#)
            let same = try await client.call(.PATCH, path, key, #"{"email":"ana@x.com","lastName":"Lima"}"#)
            let whole = try await client.get(path + "/\(id)?_fields=_all", key).json.root
            let merged = [
                try whole.string("firstName"), try whole.string("lastName"), try whole.optionalText("mine"),
            ]
            let replaced = try await client.call(.PUT, path + "/\(id)", key, #"{"email":"ana@x.com"}"#)
            let after = try await client.get(path + "/\(id)?_fields=_all", key).json.root
            let wrongType = try await client.call(.PATCH, path + "/\(id)", key, #"{"isCorporate":"maybe"}"#)
            let deleted = try await client.call(.DELETE, path + "/\(id)", key)
            let gone = try await client.get(path + "/\(id)", key)

            #expect([noMail.status, made.status, twice.status] == [400, 201, 400])
            #expect(try made.json.root.string("Id") == "CL-\(id)")
            #expect([byMail.status, same.status] == [201, 304])
            #expect(merged == ["Ana", "Lima", "7"])
            #expect(replaced.status == 204)
            #expect(try after.optionalString("firstName") == nil)
            #expect(try after.optionalString("createdIn") != nil)
            #expect(wrongType.status == 400)
            #expect([deleted.status, gone.status] == [204, 404])
        }
    }

    @Test func `fields that nobody asked for stay out`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 10)) { client in
            let key = try await client.key(reader)
            let id = try #require(try await search(client, key).rows.first?["id"])

            let bare = try await client.get(clients + "/documents/\(id)", key).text
            let all = try await client.get(clients + "/documents/\(id)?_fields=all", key).text
            let some = try await search(client, key, fields: "email", range: "0-1")

            #expect(!bare.contains("email"))
            #expect(all == bare)
            #expect(bare.contains(#""dataEntityId":"CL""#))
            #expect(some.rows.first?.keys.sorted() == ["email"])
        }
    }

    @Test func `a scroll ends with an empty page, and ten are open at once`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 100)) { client in
            let key = try await client.key(reader)
            let scroll = clients + "/scroll?_fields=id&_size="
            func count(_ answer: Answer) throws -> Int {
                var count = 0
                try answer.json.root.forEachElement { _ in count += 1 }
                return count
            }

            let first = try await client.get(scroll + "50", key)
            let token = try #require(first.headers.first(name: "X-VTEX-MD-TOKEN"))
            var counts = [try count(first)]
            for _ in 0..<2 { counts.append(try count(try await client.get(scroll + "50&_token=\(token)", key))) }
            var opened: [Int] = []
            for _ in 0..<11 { opened.append(try await client.get(scroll + "1", key).status) }
            let refused = try await client.get(scroll + "1", key)
            try await client.advanceClock(seconds: 20 * 60)
            let dead = try await client.get(scroll + "50&_token=\(token)", key)
            let free = try await client.get(scroll + "1", key)

            #expect(first.headers.first(name: "REST-Content-Total") == "60")
            #expect(counts == [50, 10, 0])
            #expect(opened == Array(repeating: 200, count: 10) + [400])
            #expect(refused.text == #"{"Message":"Maximum simultaneous scrolls rate exceeded (10)"}"#)
            #expect([dead.status, free.status] == [400, 200])
            #expect(try await client.get(scroll + "1001", key).status == 400)
        }
    }

    @Test func `wildcards may be blocked for a while`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 10)) { client in
            let key = try await client.key(reader)
            _ = try await client.control(.PUT, "/limits", #"{"wildcard":1}"#)
            func status(_ path: String, _ condition: String) async throws -> Int {
                try await client.get(clients + path + "?_where=" + encoded(condition), key).status
            }

            #expect(try await status("/search", "email=*a*") == 200)
            #expect(try await status("/search", "email=*a*") == 503)
            #expect(try await status("/scroll", "email=*a*") == 429)
            #expect(try await status("/search", "email=a") == 200)
        }
    }

    @Test func `reading, writing and deleting want more each`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 10)) { client in
            let path = clients + "/documents"
            func statuses(_ resource: String) async throws -> [Int] {
                let key = try await client.key([resource])
                return [
                    try await client.get(clients + "/search", key).status,
                    try await client.call(.PATCH, path + "/none", key, "{}").status,
                    try await client.call(.DELETE, path + "/none", key).status,
                ]
            }

            let none = try await statuses("OMSViewer")
            let reader = try await statuses("READONLY_USER_DS")
            let editor = try await statuses("NOREMOVE_USER_DS")
            let remover = try await statuses("POWER_USER_DS")
            // The CRM's own resources open its screens only.
            let screens = try await statuses("ADMIN_CRM")

            #expect(none == [403, 403, 403])
            #expect(reader == [200, 403, 403])
            #expect(editor == [200, 404, 403])
            #expect(remover == [200, 404, 404])
            #expect(screens == [403, 403, 403])
        }
    }

    @Test func `scores add up by key and the highest shows`() async throws {
        try await withSandbox(SandboxConfiguration(orders: 10)) { client in
            let key = try await client.key(writer)
            let id = try await create(client, key, #"{"email":"ana@x.com"}"#)
            let path = clients + "/documents/\(id)"

            let many = try await client.call(
                .PUT, path + "/score", key,
                #"[{"field":"carttag","key":"1","point":3,"until":"1d"},{"field":"carttag","key":"2","point":2,"until":"1d"}]"#
            )
            let one = try await client.call(
                .PUT, path + "/score/carttag", key, #"{"key":"2","point":2,"until":"10m"}"#)
            let wrong = try await client.call(
                .PUT, path + "/score/carttag", key, #"{"key":"2","point":2,"until":"soon"}"#)
            var shown = ""
            try await client.get(path + "?_fields=carttag", key).json.root.with("carttag") {
                shown = try $0.string("DisplayValue")
            }

            #expect([many.status, one.status, wrong.status] == [204, 204, 400])
            #expect(shown == "2")
        }
    }

    @Test func `documents outlive the run`() async throws {
        try await withTemporaryFolder { folder in
            let configuration = SandboxConfiguration(seed: 3, orders: 10, stateFile: folder + "/store.jsonl")
            let (key, written, deleted) = try await withSandbox(configuration) { client in
                let key = try await client.key(writer)
                let id = try #require(try await search(client, key, sort: "id ASC").rows.first?["id"])
                _ = try await client.call(.DELETE, clients + "/documents/\(id)", key)
                return (key, try await create(client, key, #"{"email":"ana@x.com"}"#), id)
            }

            let statuses = try await withSandbox(configuration) { client in
                [
                    try await client.get(clients + "/documents/\(written)", key).status,
                    try await client.get(clients + "/documents/\(deleted)", key).status,
                    try await search(client, key).rows.count,
                ]
            }

            #expect(statuses == [200, 404, 40])
        }
    }
}
