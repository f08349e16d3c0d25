import Basics
import Synchronization

/// Requests per minute, account and group: windows of one minute, or a rate with credits for bursts.
final class RateLimits: Sendable {
    private struct State {
        var limits: [LimitGroup: Int] = [:]
        var windows: [String: Window] = [:]
        var credits: [LimitGroup: Credits] = [:]
    }

    private struct Window {
        var minute: Int64
        var used: Int
    }

    /// Millionths of a request that may still be made at once.
    private struct Credits {
        var left: Int64
        var counted: Instant
    }

    /// How a group with credits stands, for the headers of its answers.
    struct Standing: Sendable {
        /// Requests at once when all credits are there.
        let limit: Int
        let remaining: Int
        /// Seconds until all credits are there.
        let reset: Int
    }

    private let state: Mutex<State>

    /// The documented limits, or none.
    init(documented: Bool) {
        let limits = documented ? LimitGroup.allCases.map { ($0, $0.documented) } : []
        state = Mutex(
            State(
                limits: Dictionary(
                    uniqueKeysWithValues: limits.compactMap { group, limit in limit.map { (group, $0) } })))
    }

    /// Nil when the request may pass, or the seconds until another one may.
    func refuse(_ group: LimitGroup?, endpoint: String = "", at now: Instant) -> Int? {
        guard let group else { return nil }
        return state.withLock { state in
            if let limit = state.limits[group], let burst = group.burst(of: limit) {
                return Self.spend(&state, group, limit: limit, burst: burst, at: now)
            }
            if let own = group.perEndpoint, let seconds = Self.count(&state, own, endpoint, at: now) { return seconds }
            return Self.count(&state, group, "", at: now)
        }
    }

    /// Nil for groups without credits, and when the limit is lifted.
    func standing(_ group: LimitGroup, at now: Instant) -> Standing? {
        state.withLock { state in
            guard let limit = state.limits[group], let burst = group.burst(of: limit) else { return nil }
            let left = Self.credits(state, group, limit: limit, burst: burst, at: now).left
            let most = Int64(limit / 60 + burst) * 1_000_000
            return Standing(
                limit: limit / 60 + burst, remaining: Int(left / 1_000_000),
                reset: limit > 0 ? Int((most - left) * 60 / (Int64(limit) * 1_000_000)) : 60)
        }
    }

    private static func count(_ state: inout State, _ group: LimitGroup, _ endpoint: String, at now: Instant) -> Int? {
        guard let limit = state.limits[group] else { return nil }
        let key = "\(group.rawValue) \(endpoint)"
        let minute = now.microseconds / 60_000_000
        var window = state.windows[key] ?? Window(minute: minute, used: 0)
        if window.minute != minute { window = Window(minute: minute, used: 0) }
        defer { state.windows[key] = window }
        guard window.used < limit else { return max(1, Int((minute + 1) * 60 - now.microseconds / 1_000_000)) }
        window.used += 1
        return nil
    }

    private static func spend(
        _ state: inout State, _ group: LimitGroup, limit: Int, burst: Int, at now: Instant
    ) -> Int? {
        var credits = credits(state, group, limit: limit, burst: burst, at: now)
        defer { state.credits[group] = credits }
        guard credits.left >= 1_000_000 else {
            return limit > 0 ? max(1, Int((1_000_000 - credits.left) * 60 / (Int64(limit) * 1_000_000))) : 60
        }
        credits.left -= 1_000_000
        return nil
    }

    /// A minute gives back `limit` credits, up to a second's share and the burst.
    private static func credits(
        _ state: State, _ group: LimitGroup, limit: Int, burst: Int, at now: Instant
    ) -> Credits {
        let most = Int64(limit / 60 + burst) * 1_000_000
        guard let known = state.credits[group], known.counted <= now else { return Credits(left: most, counted: now) }
        let passed = min((now - known.counted).microseconds, 3_600_000_000)
        return Credits(left: min(most, known.left + passed * Int64(limit) / 60), counted: now)
    }

    func all() -> [LimitGroup: Int] { state.withLock { $0.limits } }

    /// Nil takes the limit away.
    func set(_ group: LimitGroup, _ limit: Int?) {
        state.withLock { state in
            state.limits[group] = limit
            state.credits[group] = nil
        }
    }
}
