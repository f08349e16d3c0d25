import Basics
import HTTPTypes

/// `/_sandbox/…`: what tests and people turn. Documented in docs/sandbox.md.
enum ControlRoutes {
    static let all: [Route<World>] = access + orders + plant

    /// The shop that a control call is about: `?account=`, or the only one.
    static func shop(_ call: Call, _ world: World) throws -> Shop {
        guard let name = call.field("account") else { return world.shop }
        guard let shop = world.shop(name) else { throw missing("account") }
        return shop
    }

    static func missing(_ what: String) -> Refusal { Refusal(.notFound, ["Message": .string("No such \(what)")]) }

    static func refused(_ message: String) -> Refusal { Refusal(.badRequest, ["Message": .string(message)]) }

    // MARK: clock, limits, faults, counters

    private static let plant: [Route<World>] = [
        Route(.get, "/clock", "clock") { _, world in clock(world) },
        Route(.post, "/clock/advance", "clock") { call, world in
            let seconds = try call.json().root.integer("seconds")
            guard seconds >= 0 else { throw refused("The clock does not go back") }
            try world.skip(.seconds(seconds))
            return clock(world)
        },
        Route(.get, "/limits", "limits") { call, world in limits(try shop(call, world)) },
        Route(.put, "/limits", "limits") { call, world in
            let shop = try shop(call, world)
            try call.json().root.forEachMember { name, value in
                guard let group = LimitGroup(rawValue: name) else { throw refused("No such limit: \(name)") }
                shop.limits.set(group, value.kind == .null ? nil : Int(try value.integerValue()))
            }
            return limits(shop)
        },
        Route(.get, "/index-delay", "index-delay") { call, world in
            Reply(json: ["seconds": .decimal(String(try shop(call, world).indexDelay.seconds))])
        },
        Route(.put, "/index-delay", "index-delay") { call, world in
            let seconds = try call.json().root.integer("seconds")
            try shop(call, world).indexDelay = .seconds(seconds)
            return Reply(json: ["seconds": .integer(seconds)])
        },
        Route(.get, "/pace", "pace") { _, world in pace(world) },
        Route(.put, "/pace", "pace") { call, world in
            let millionths = try call.json().root.optionalFixed("perMinute", places: 6) ?? -1
            guard (0...60_000_000_000).contains(millionths) else {
                throw refused("perMinute is between 0 and 60000")
            }
            world.pace.perMinute = Double(millionths) / 1_000_000
            return pace(world)
        },
        Route(.get, "/requests", "requests") { _, world in requests(world) },
        Route(.delete, "/requests", "requests") { _, world in
            world.counters.reset()
            return requests(world)
        },
        Route(.get, "/faults", "faults") { _, world in FaultControl.list(world) },
        Route(.put, "/faults", "faults", handler: FaultControl.add),
        Route(.post, "/faults", "faults", handler: FaultControl.add),
        Route(.delete, "/faults", "faults") { _, world in
            world.faults.remove()
            return FaultControl.list(world)
        },
        Route(.delete, "/faults/{id}", "faults") { call, world in
            world.faults.remove(id: Int(call.parameter("id")) ?? 0)
            return FaultControl.list(world)
        },
        Route(.post, "/reset", "reset") { _, world in
            world.faults.reset()
            world.counters.reset()
            try world.startOver()
            return Reply(empty: .noContent)
        },
        Route(.post, "/accounts", "accounts") { call, world in
            let root = try call.json().root
            let seed = UInt64(clamping: try root.optionalInteger("seed") ?? 2)
            let orders = Int(try root.optionalInteger("orders") ?? 100)
            guard (0...1_000_000).contains(orders),
                let shop = try world.open(account: try root.string("account"), seed: seed, orders: orders)
            else { throw refused("The account name is taken or cannot be one") }
            return Reply(.created, json: AccessControl.credentials(shop))
        },
    ]

    private static func clock(_ world: World) -> Reply {
        Reply(json: ["now": .string(world.time.now().iso8601)])
    }

    private static func pace(_ world: World) -> Reply {
        Reply(json: ["perMinute": .decimal(String(world.pace.perMinute))])
    }

    private static func limits(_ shop: Shop) -> Reply {
        let set = shop.limits.all()
        let members = LimitGroup.allCases.map { group in
            JSON.Member(name: group.rawValue, value: set[group].map { .number($0) } ?? .null)
        }
        return Reply(json: .object(members))
    }

    private static func requests(_ world: World) -> Reply {
        let members = world.counters.all().sorted { $0.key < $1.key }.map { name, count in
            let statuses = count.byStatus.sorted { $0.key < $1.key }.map { status, times in
                JSON.Member(name: String(status), value: .number(times))
            }
            return JSON.Member(
                name: name, value: ["total": .number(count.total), "byStatus": .object(statuses)])
        }
        return Reply(json: .object(members))
    }
}
