import Basics

/// An order for faults as the form has it.
struct FaultDraft: Sendable {
    var kind = FaultKind.tooManyRequests.rawValue
    /// Per cent, as typed.
    var percent = "10"
    /// Seconds until it ends, as typed; empty for no end.
    var seconds = ""
    /// Part of a path; empty for all.
    var path = ""

    init() {}

    init(_ call: Call) {
        kind = call.field("kind") ?? ""
        percent = Typed.line(call.field("percent"), longest: 10)
        seconds = Typed.line(call.field("seconds"), longest: 10)
        path = Typed.line(call.field("path"))
    }

    var percentIsWrong: Bool { rate == nil }
    var secondsAreWrong: Bool { !seconds.isEmpty && duration == nil }

    /// A comma does as well as a point.
    private var rate: Double? {
        guard let value = Double(percent.replacing(",", with: ".")), value > 0, value <= 100 else { return nil }
        return value / 100
    }

    private var duration: Duration? {
        guard let value = Int(seconds), (1...86_400).contains(value) else { return nil }
        return .seconds(value)
    }

    /// Orders it, with what the control takes where nothing is said. False when something is wrong.
    func order(at now: Instant, in plan: FaultPlan) -> Bool {
        guard let kind = FaultKind(rawValue: kind), let rate, !secondsAreWrong else { return false }
        let until = duration.map { now + $0 }
        _ = plan.add { id in
            FaultRule(
                id: id, kind: kind, rate: rate, path: path.isEmpty ? nil : path, route: nil, until: until, most: nil,
                delay: .seconds(2), retryAfter: 1, seed: 1, dice: SeededGenerator(seed: 1))
        }
        return true
    }
}
