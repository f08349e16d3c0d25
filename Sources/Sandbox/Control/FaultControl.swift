import Basics
import HTTPTypes

/// Orders and counts of faults.
enum FaultControl {
    static func list(_ world: World) -> Reply {
        let injected = world.faults.injected()
        let counts = FaultKind.allCases.map { JSON.Member(name: $0.rawValue, value: .number(injected[$0] ?? 0)) }
        return Reply(json: [
            "rules": .array(world.faults.rules().map(json)), "injected": .object(counts),
            "total": .number(injected.values.reduce(0, +)),
        ])
    }

    static func add(_ call: Call, _ world: World) throws -> Reply {
        let root = try call.json().root
        guard let kind = FaultKind(rawValue: try root.optionalText("kind") ?? "") else {
            throw ControlRoutes.refused(
                "kind is one of " + FaultKind.allCases.map(\.rawValue).joined(separator: ", "))
        }
        let rate = Double(try root.optionalFixed("rate", places: 6) ?? 1_000_000) / 1_000_000
        guard (0...1).contains(rate) else { throw ControlRoutes.refused("rate is between 0 and 1") }
        let seconds = try root.optionalFixed("seconds", places: 6)
        let until = try root.optionalInstant("until") ?? seconds.map { world.time.now() + .microseconds($0) }
        let seed = UInt64(bitPattern: try root.optionalInteger("seed") ?? 1)
        let path = try root.optionalString("path")
        let route = try root.optionalString("route")
        let most = try root.optionalInteger("count").map { Int($0) }
        let delay = Duration.milliseconds(try root.optionalInteger("delayMilliseconds") ?? 2000)
        let retryAfter = Int(try root.optionalInteger("retryAfter") ?? 1)
        let rule = world.faults.add { id in
            FaultRule(
                id: id, kind: kind, rate: rate, path: path, route: route, until: until, most: most, delay: delay,
                retryAfter: retryAfter, seed: seed, dice: SeededGenerator(seed: seed))
        }
        return Reply(.created, json: json(rule))
    }

    private static func json(_ rule: FaultRule) -> JSON {
        [
            "id": .number(rule.id), "kind": .string(rule.kind.rawValue), "rate": .decimal(String(rule.rate)),
            "path": .text(rule.path), "route": .text(rule.route), "until": .text(rule.until?.iso8601),
            "count": rule.most.map { .number($0) } ?? .null, "seed": .integer(Int64(bitPattern: rule.seed)),
            "injected": .number(rule.injected),
        ]
    }
}
