import AccessControl
import Basics
import Commerce
import HTTPTypes
import Operations
import Records
import Storage
import TestSupport
import Testing
import Web

/// Every route, by the table that the server itself is made of.
struct RouteWalkTests {
    @Test
    func `what is open to nobody in particular is on the closed list, once each place`() async throws {
        try await WebWorld.open(.sqlite, orders: 0) { world in
            var open: [String: Set<OpenRoute>] = [:]
            for route in world.routes {
                guard case .open(let place) = route.access else { continue }
                open[route.pattern.text, default: []].insert(place)
            }

            let expected: [String: Set<OpenRoute>] = [
                "/healthz": [.alive], "/readyz": [.ready], "/metrics": [.metrics], "/api/docs": [.documentation],
                "/api/docs.css": [.documentation], "/hooks/{platform}/{secret}": [.hook],
                "/api/v1/openapi.json": [.documentation],
            ]
            for (path, places) in expected { #expect(open[path] == places, "\(path)") }
            let further = open.filter { expected[$0.key] == nil }
            for (path, places) in further {
                #expect(places.isSubset(of: [.signIn, .setUp, .assets, .oneTimeLink]), "\(path)")
            }
        }
    }

    @Test
    func `nobody, a broken key and a key without the right get nothing from any route`() async throws {
        try await WebWorld.open(.sqlite) { world in
            for route in world.routes where route.face == .api {
                guard case .organization(let permission) = route.access else { continue }
                let path = world.path(of: route, on: world.own)
                let body = route.method == .get ? nil : "{}"

                let nobody = try await world.ask(route.method, path, key: nil, body: body)
                let broken = try await world.ask(route.method, path, key: "ponte_key_x_y", body: body)
                let others = Permission.allCases.filter { $0.isForKeys && $0 != permission }
                let weak = try await WebWorld.makeKey(others, world.own.organization.scope, world.services).token
                let withoutRight = try await world.ask(route.method, path, key: weak, body: body)

                #expect(nobody.status == 401, "\(route.method) \(path)")
                #expect(nobody.code == "key.missing_or_wrong", "\(path)")
                #expect(broken.status == 401, "\(route.method) \(path)")
                #expect(withoutRight.status == 403, "\(route.method) \(path)")
                #expect(withoutRight.code == "access.missing_right", "\(path)")
            }
        }
    }

    @Test(arguments: Engine.allCases)
    func `another organization's ids are as good as none at every route`(engine: Engine) async throws {
        try await WebWorld.open(engine, records: true) { world in
            let before = try await world.footprint()

            for route in world.routes where route.face == .api && !route.pattern.parameterNames.isEmpty {
                let path = world.path(of: route, on: world.other)
                let body: String? =
                    switch route.method {
                    case .get: nil
                    case .patch: #"{"name":"Minha"}"#
                    default: "{}"
                    }
                let answer = try await world.ask(route.method, path, key: world.own.key, body: body)
                #expect(answer.status == 404, "\(route.method) \(path)")
                #expect(!answer.text.contains("izinho"), "\(path)")
            }
            for query in ["orders?connection=", "customers?connection=", "totals/daily?connection="] {
                let answer = try await world.get(query + world.other.connection.id.text)
                #expect(answer.items.isEmpty)
                #expect(!answer.text.contains("izinho"))
            }
            #expect(try await world.footprint() == before)
        }
    }

    @Test
    func `no list of one organization has anything of another's`() async throws {
        try await WebWorld.open(.sqlite, records: true) { world in
            for route in world.routes where route.face == .api && route.method == .get {
                let answer = try await world.ask(.get, world.path(of: route, on: world.own), key: world.own.key)
                #expect(answer.status == 200, "\(route.pattern.text)")
                for foreign in [
                    world.other.organization.id.text, world.other.connection.id.text, world.other.orders[0].text,
                    "vizinho", WebWorld.plantedToken,
                ] {
                    #expect(!answer.text.contains(foreign), "\(route.pattern.text) \(foreign)")
                }
            }
        }
    }

    @Test
    func `a method that a path does not take is answered with those that it takes`() async throws {
        try await WebWorld.open(.sqlite, orders: 1) { world in
            let all: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .head, .options]
            for path in Set(world.routes.filter { $0.face != .console }.map(\.pattern.text)) {
                let known = world.routes.filter { $0.pattern.text == path }
                var taken = Set(known.map(\.method))
                if taken.contains(.get) { taken.insert(.head) }
                taken.insert(.options)
                let filled = world.path(of: known[0], on: world.own)
                for method in all where !taken.contains(method) {
                    let answer = try await world.ask(method, filled, key: world.own.key)
                    #expect(answer.status == 405, "\(method) \(path)")
                    let allowed = Set(
                        (answer.header("Allow") ?? "").split(separator: ",").map { $0.drop { $0 == " " } })
                    #expect(allowed == Set(taken.map { $0.rawValue[...] }), "\(path)")
                }
                let options = try await world.ask(.options, filled, key: nil)
                #expect(options.status == 204, "\(path)")
            }
        }
    }

    @Test
    func `parameters that nobody knows are refused by name at every route`() async throws {
        try await WebWorld.open(.sqlite, orders: 1) { world in
            for route in world.routes where route.operation != nil && route.method == .get {
                let path = world.path(of: route, on: world.own)
                let answer = try await world.ask(.get, path + "?limti=5", key: world.own.key)
                #expect(answer.status == 400, "\(path)")
                #expect(answer.fields == ["limti"], "\(path)")
                #expect(answer.header("Content-Type") == "application/problem+json")
            }
        }
    }
}

extension WebWorld {
    var routes: [Route] { server.gateway.table.routes }

    /// A route's path with the ids of one side.
    func path(of route: Route, on side: Side) -> String {
        let text = route.pattern.text
        return text.replacing("{id}", with: id(for: text, of: side)).replacing("{stream}", with: "orders")
            .replacing("{reconciliation}", with: side.reconciliation.text)
    }

    private func id(for pattern: String, of side: Side) -> String {
        if pattern.contains("/orders/{") { return side.orders[0].text }
        if pattern.contains("/connections/{") { return side.connection.id.text }
        let kind = Self.recordPaths.first { pattern.contains("/\($0.path)/{") }?.kind
        return kind.flatMap { side.records[$0]?.text } ?? side.organization.id.text
    }

    static let recordPaths: [(path: String, kind: RecordKind)] = [
        ("customers", .customer), ("addresses", .address), ("subscribers", .subscriber), ("carts", .cart),
        ("categories", .category), ("products", .product), ("skus", .sku), ("prices", .price), ("stock", .stock),
        ("promotions", .promotion), ("coupons", .coupon),
    ]

    /// What a refused request must not have changed.
    func footprint() async throws -> [Int64] {
        try await services.database.read { transaction in
            try [
                "SELECT COUNT(*) FROM connections", "SELECT COUNT(*) FROM audit_entries", "SELECT COUNT(*) FROM orders",
                "SELECT COUNT(*) FROM records", "SELECT COUNT(*) FROM changes", "SELECT COUNT(*) FROM slices",
                "SELECT COUNT(*) FROM idempotent_deeds", "SELECT COUNT(*) FROM person_separations",
            ].map { (query: SQL) in try transaction.first(query) { try $0.integer(0) } ?? -1 }
        }
    }
}
