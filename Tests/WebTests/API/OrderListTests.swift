import AccessControl
import Basics
import Commerce
import HTTPTypes
import Operations
import Records
import Storage
import TestSupport
import Testing

struct OrderListTests {
    @Test(arguments: Engine.allCases)
    func `pages go from the newest order to the oldest, each order once`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 7) { world in
            var seen: [String] = []
            var path = "orders?limit=3"
            var pages = 0

            while true {
                let page = try await world.get(path)
                seen += page.items.compactMap { $0["id"] as? String }
                pages += 1
                guard let next = page.next else { break }
                path = "orders?limit=3&cursor=\(next)"
            }

            #expect(pages == 3)
            #expect(seen == world.own.orders.reversed().map(\.text))
        }
    }

    @Test(arguments: Engine.allCases)
    func `filters narrow the list`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 6) { world in
            func count(_ query: String) async throws -> Int { try await world.get("orders?\(query)").items.count }

            let canceled = try await count("status=canceled")
            #expect(canceled == 3)
            #expect(try await count("connection=\(world.own.connection.id)") == 6)
            #expect(try await count("connection=\(world.other.connection.id)") == 0)
            #expect(try await count("externalId=casa-1002-01") == 1)
            #expect(try await count("externalId=casa-1002") == 0)
            let third = (WebWorld.noon + .seconds(120)).iso8601
            #expect(try await count("placedFrom=\(third)") == 4)
            #expect(try await count("placedTo=\(third)") == 2)
            #expect(try await count("placedFrom=\(third)&placedTo=\(third)") == 0)
        }
    }

    @Test(arguments: Engine.allCases)
    func `several statuses make one list, in the order of time, that is paged like any other`(
        engine: Engine
    ) async throws {
        try await WebWorld.open(engine, orders: 7) { world in
            var changed = WebWorld.sample(2, "casa")
            changed.status = .shipped
            changed.changedAt = changed.changedAt + .seconds(60)
            try await WebWorld.store(
                [changed], of: world.own.organization.scope, world.own.connection.id, world.services)
            func page(_ query: String) async throws -> (numbers: [String], next: String?) {
                let answer = try await world.get("orders?\(query)")
                return (answer.items.compactMap { $0["externalId"] as? String }, answer.next)
            }

            let all = try await page("status=canceled,shipped")
            let first = try await page("status=canceled,shipped&limit=2")
            let second = try await page("status=shipped,canceled&limit=2&cursor=\(first.next ?? "")")

            #expect(all.numbers == ["casa-1005-01", "casa-1003-01", "casa-1002-01", "casa-1001-01"])
            #expect(first.numbers == ["casa-1005-01", "casa-1003-01"])
            #expect(second.numbers == ["casa-1002-01", "casa-1001-01"])
            #expect(second.next == nil)
            #expect(try await page("status=shipped,shipped").numbers == ["casa-1002-01"])
            #expect(try await page("status=canceled,shipped&q=1003").numbers == ["casa-1003-01"])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what was recorded since then is listed, new and changed`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 6) { world in
            let later = WebWorld.noon + .seconds(3_600)
            var changed = WebWorld.sample(1, "casa")
            changed.status = .shipped
            changed.changedAt = changed.changedAt + .seconds(60)
            try await WebWorld.store(
                [changed, WebWorld.sample(9, "casa")], of: world.own.organization.scope, world.own.connection.id,
                world.services, at: later)
            func numbers(_ since: Instant, _ more: String = "") async throws -> [String] {
                try await world.get("orders?updatedSince=\(since.iso8601)\(more)").items
                    .compactMap { $0["externalId"] as? String }
            }

            let all = try await numbers(WebWorld.noon)
            let fresh = try await numbers(WebWorld.noon + .seconds(1))

            #expect(all.count == 7)
            #expect(fresh == ["casa-1009-01", "casa-1001-01"])
            #expect(try await numbers(later) == fresh)
            #expect(try await numbers(later, "&status=shipped") == ["casa-1001-01"])
            #expect(try await numbers(later + .seconds(1)) == [])
        }
    }

    @Test(arguments: Engine.allCases)
    func `what the log has forgotten is not passed off as unchanged`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 6) { world in
            let scope = world.own.organization.scope
            try await WebWorld.store(
                [WebWorld.sample(9, "casa")], of: scope, world.own.connection.id, world.services,
                at: WebWorld.noon + .seconds(3_600))
            try await world.services.database.write { try ChangeLog(scope).compact(through: 3, in: $0) }

            let gone = try await world.get("orders?updatedSince=\(WebWorld.noon.iso8601)")
            let kept = try await world.get("orders?updatedSince=\((WebWorld.noon + .seconds(1_800)).iso8601)")

            #expect(gone.status == 410)
            #expect(gone.code == "records.log_compacted")
            #expect(kept.items.count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order that stands as its reader has it is not sent again`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 2) { world in
            let path = "/api/v1/orders/\(world.own.orders[0])"
            let blind = try await world.key(.readOrders)
            func ask(_ key: String, _ tag: String?) async throws -> Reply {
                try await world.ask(.get, path, key: key, headers: tag.map { ["If-None-Match": $0] } ?? [:])
            }

            let first = try await ask(world.own.key, nil)
            let tag = try #require(first.header("ETag"))
            let again = try await ask(world.own.key, "\"x\", W/\(tag)")
            let others = try await ask(blind, tag)
            var changed = WebWorld.sample(0, "casa")
            changed.status = .shipped
            changed.changedAt = changed.changedAt + .seconds(60)
            try await WebWorld.store(
                [changed], of: world.own.organization.scope, world.own.connection.id, world.services)
            let afterwards = try await ask(world.own.key, tag)

            #expect(first.status == 200)
            #expect(again.status == 304)
            #expect(again.text.isEmpty)
            #expect(again.header("ETag") == tag)
            #expect(others.status == 200)
            #expect(others.header("ETag") != tag)
            #expect(afterwards.status == 200)
            #expect(afterwards.json["status"] as? String == "shipped")
        }
    }

    @Test(arguments: Engine.allCases)
    func `an order is found by its person without accents and by its number`(engine: Engine) async throws {
        try await WebWorld.open(engine, orders: 6) { world in
            func found(_ words: String) async throws -> [String] {
                try await world.get("orders?q=\(words)").items.compactMap { $0["externalId"] as? String }
            }

            let plain = try await found("joao")
            #expect(plain == ["casa-1003-01"])
            #expect(try await found("CONCEI%C3%87%C3%83O+Jo") == ["casa-1003-01"])
            #expect(try await found("joao+souza") == [])
            #expect(try await found("1004") == ["casa-1004-01"])
            #expect(try await found("cliente2@example.com") == ["casa-1002-01"])
            #expect(try await found("maria").count == 5)
            #expect(try await found("---") == [])
            #expect(try await found("").count == 6)
        }
    }

    @Test(arguments: Engine.allCases)
    func `a key without people sees none and finds none`(engine: Engine) async throws {
        try await WebWorld.open(engine) { world in
            let blind = try await world.key(.readOrders)

            let list = try await world.ask(.get, "/api/v1/orders", key: blind)
            let one = try await world.ask(.get, "/api/v1/orders/\(world.own.orders[3])", key: blind)
            let search = try await world.ask(.get, "/api/v1/orders?q=joao", key: blind)
            let byNumber = try await world.ask(.get, "/api/v1/orders?q=1003", key: blind)

            #expect(list.items.count == 5)
            for text in [list.text, one.text, byNumber.text] {
                #expect(!text.contains("person"))
                #expect(!text.contains("Concei"))
                #expect(!text.contains("1234567890"))
                #expect(!text.contains("example.com"))
            }
            #expect(one.status == 200)
            #expect(search.items.isEmpty)
            #expect(byNumber.items.count == 1)
        }
    }

    @Test(arguments: Engine.allCases)
    func `words follow an order that changes, and an older database is filled`(engine: Engine) async throws {
        try await WebWorld.open(engine) { world in
            var changed = WebWorld.sample(3, "casa")
            changed.person?.firstName = "Inês"
            changed.changedAt = changed.changedAt + .seconds(60)
            changed.status = .shipped
            try await WebWorld.store(
                [changed], of: world.own.organization.scope, world.own.connection.id, world.services)

            #expect(try await world.get("orders?q=joao").items.isEmpty)
            #expect(try await world.get("orders?q=ines").items.count == 1)

            let id = world.own.organization.id
            try await world.services.database.write { transaction in
                try transaction.execute("DELETE FROM order_terms")
                try transaction.execute("DELETE FROM order_fillings")
                try transaction.execute(
                    "INSERT INTO order_fillings (organization_id, position) VALUES (\(id), '')")
            }
            #expect(try await world.get("orders?q=ines").items.isEmpty)

            while try await world.services.fillOrders() {}

            #expect(try await world.get("orders?q=ines").items.count == 1)
            #expect(try await world.get("orders?q=maria").items.count == 4)
        }
    }

    @Test
    func `an order is its stored bytes with its identity before and its person after them`() async throws {
        try await WebWorld.open(.sqlite, orders: 1) { world in
            let order = try await world.get("orders/\(world.own.orders[0])")

            #expect(order.status == 200)
            #expect(order.text.hasPrefix("{\"id\":\"\(world.own.orders[0])\",\"connection\":\"con_"))
            #expect(order.json["version"] as? Int == 1)
            #expect(order.json["schema"] as? String == "order/1")
            #expect((order.json["person"] as? [String: Any])?["firstName"] as? String == "Maria")
        }
    }

    @Test
    func `a cursor of another organization, another question or nobody is refused`() async throws {
        try await WebWorld.open(.sqlite) { world in
            let foreign = try await world.ask(.get, "/api/v1/orders?limit=2", key: world.other.key).next ?? ""
            let own = try await world.get("orders?limit=2").next ?? ""

            for cursor in [foreign, "x", "%00", own + "AAAA", String(own.dropLast(8))] {
                let answer = try await world.get("orders?limit=2&cursor=\(cursor)")
                #expect(answer.status == 400)
                #expect(answer.items.isEmpty)
            }
            let otherQuestion = try await world.get("orders?limit=2&status=canceled&cursor=\(own)")
            #expect(otherQuestion.status == 400)
            #expect(otherQuestion.fields == ["cursor"])
        }
    }
}
