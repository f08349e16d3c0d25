import AccessControl
import Basics
import Commerce
import Foundation
import HTTPTypes
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

/// Every route of the console, by the table that the server itself is made of, asked with what is another client's.
struct ConsoleWalkTests {
    @Test
    func `what is another client's is under one's own address as if it did not exist`() async throws {
        try await WebWorld.open(.sqlite, records: true) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)
            let before = try await world.rows(of: world.own) + world.rows(of: world.other)
            let routes = world.clientRoutes.filter(\.namesRecord)

            for route in routes {
                let foreign = world.path(of: route, client: world.own, ids: world.other.ids)
                let unknown = world.path(of: route, client: world.own, ids: WebWorld.unknownIDs)
                let fields = route.method == .post ? [("state", "active"), ("key", "k"), ("token", "t")] : []
                let answer = try await browser.ask(route.method, foreign, fields)
                let nothing = try await browser.ask(route.method, unknown, fields)

                #expect(answer.status == 404, "\(route.method) \(foreign)")
                #expect(nothing.status == 404, "\(route.method) \(unknown)")
                #expect(Self.withoutIDs(answer.text) == Self.withoutIDs(nothing.text), "\(foreign)")
            }
            #expect(routes.count > 10)
            #expect(try await world.rows(of: world.own) + world.rows(of: world.other) == before)
        }
    }

    @Test
    func `a client that does not exist has no page and takes no form`() async throws {
        try await WebWorld.open(.sqlite, records: true) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)

            for route in world.clientRoutes {
                for client in [WebWorld.unknownIDs["organization"] ?? "", world.own.connection.id.text, "..", "%00"] {
                    let path = world.path(of: route, client: world.own, ids: world.own.ids)
                        .replacing(world.own.organization.id.text, with: client)
                    let answer = try await browser.ask(route.method, path)
                    #expect([400, 404].contains(answer.status), "\(route.method) \(path)")
                }
            }
        }
    }

    @Test
    func `no address shows another client's records, whatever is asked for by it`() async throws {
        try await WebWorld.open(.sqlite, records: true) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)
            let names = try Self.fieldNames()

            for route in world.clientRoutes where route.method == .get {
                let path = world.path(of: route, client: world.own, ids: world.own.ids)
                for value in world.other.values {
                    let answer = try await browser.ask(.get, path, names.map { ($0, value) })
                    // The client's own name is among the clients that an owner may go to; it begins with a capital.
                    #expect(!answer.text.contains("vizinho"), "\(path) \(value)")
                    // What is only for drafts leads on from a connection that is none.
                    #expect([200, 303, 404].contains(answer.status), "\(path) \(value)")
                }
            }
        }
    }

    @Test
    func `no form changes or shows another client's records, whatever is written into it`() async throws {
        // The platform knows no key.
        let transport = ScriptedTransport()
        transport.answer("/", status: 401)
        try await WebWorld.open(.sqlite, records: true, transport: transport) { world in
            let browser = try await Browser.signedIn(as: .owner, in: world)
            let names = try Self.fieldNames()
            let before = try await world.rows(of: world.other)
            let forms = world.clientRoutes.filter { $0.method == .post }

            for route in forms {
                let path = world.path(of: route, client: world.own, ids: world.own.ids)
                for value in world.other.values {
                    let answer = try await browser.ask(.post, path, names.map { ($0, value) })
                    #expect(!answer.text.contains("vizinho"), "\(path) \(value)")
                }
            }
            #expect(forms.count > 5)
            #expect(try await world.rows(of: world.other) == before)
        }
    }

    /// All names that handlers look for in forms and addresses, as their source has them.
    private static func fieldNames() throws -> [String] {
        let web = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Web/Console")
        let files =
            FileManager.default.enumerator(at: web, includingPropertiesForKeys: nil)?
            .compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
        var names: Set<String> = []
        for file in files {
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: #/(?:form|query|items|chosen|day|all)(?:\[|\()"([A-Za-z_]+)"/#) {
                names.insert(String(match.1))
            }
        }
        try #require(names.isSuperset(of: ["q", "connection", "after", "state", "permission", "actor"]))
        return names.sorted()
    }

    /// A page without what differs from request to request: ids, and the number of the request.
    private static func withoutIDs(_ page: String) -> String {
        page.replacing(#/[a-z]{2,4}_[0-9a-z]{26}/#, with: "")
    }
}

extension Route {
    /// Whether its path holds an id beside the client's; a platform and a kind of record are nobody's.
    fileprivate var namesRecord: Bool {
        !pattern.parameterNames.allSatisfy(["organization", "platform", "kind"].contains)
    }
}

extension WebWorld {
    /// Routes within one client.
    var clientRoutes: [Route] {
        routes.filter { $0.face == .console && $0.pattern.parameterNames.first == "organization" }
    }

    static let unknownIDs = [
        "organization": "org_00000000000000000000000000", "connection": "con_00000000000000000000000000",
        "order": "ord_00000000000000000000000000", "key": "key_00000000000000000000000000",
        "platform": "vtex", "kind": "customer", "record": "rec_00000000000000000000000000",
    ]

    /// A route's path under a client, with further ids that may be another's.
    func path(of route: Route, client: Side, ids: [String: String]) -> String {
        var path = route.pattern.text
        for name in route.pattern.parameterNames {
            guard let id = name == "organization" ? client.organization.id.text : ids[name] else {
                Issue.record("\(path) has a new kind of id: let Side.ids and unknownIDs have one of {\(name)}")
                continue
            }
            path = path.replacing("{\(name)}", with: id)
        }
        return path
    }

    /// Every row that belongs to a client, of every table that has clients.
    func rows(of side: Side) async throws -> [String] {
        let id = side.organization.id
        return try await services.database.read { transaction in
            let tables = try transaction.all(
                """
                SELECT m.name, group_concat('quote(' || p.name || ')', ' || '','' || ')
                FROM sqlite_master m JOIN pragma_table_info(m.name) p
                WHERE m.type = 'table' AND EXISTS
                    (SELECT 1 FROM pragma_table_info(m.name) o WHERE o.name = 'organization_id')
                GROUP BY m.name ORDER BY m.name
                """
            ) { (name: try $0.text(0), row: try $0.text(1)) }
            return try tables.flatMap { table in
                try transaction.all(
                    """
                    SELECT \(unsafeSQL: table.row) FROM \(unsafeSQL: table.name)
                    WHERE organization_id = \(id) ORDER BY 1
                    """
                ) { "\(table.name): \(try $0.text(0))" }
            }
        }
    }
}

extension WebWorld.Side {
    /// What stands in paths for `{connection}` and so on.
    var ids: [String: String] {
        [
            "connection": connection.id.text, "order": orders[0].text, "key": keyID.text, "platform": "vtex",
            "kind": "customer", "record": records[.customer]?.text ?? "",
        ]
    }

    /// What somebody who knows this client's ids would write into fields that take one.
    fileprivate var values: [String] {
        [
            organization.id.text, connection.id.text, orders[0].text, keyID.text, "key:" + keyID.text,
            "\(WebWorld.noon.microseconds + 1).\(orders[0].text)", "1", records[.customer]?.text ?? "",
            "\(WebWorld.noon.microseconds + 1).\(records[.customer]?.text ?? "")",
        ]
    }
}
