import Basics
import Synchronization

/// Requests per minute, account and group, in windows of one minute.
final class RateLimits: Sendable {
    private struct State {
        var limits: [LimitGroup: Int] = [:]
        var windows: [LimitGroup: Window] = [:]
    }

    private struct Window {
        var minute: Int64
        var used: Int
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

    /// Nil when the request may pass, or the seconds until the minute is over.
    func refuse(_ group: LimitGroup?, at now: Instant) -> Int? {
        guard let group else { return nil }
        return state.withLock { state in
            guard let limit = state.limits[group] else { return nil }
            let minute = now.microseconds / 60_000_000
            var window = state.windows[group] ?? Window(minute: minute, used: 0)
            if window.minute != minute { window = Window(minute: minute, used: 0) }
            defer { state.windows[group] = window }
            guard window.used < limit else {
                return max(1, Int((minute + 1) * 60 - now.microseconds / 1_000_000))
            }
            window.used += 1
            return nil
        }
    }

    func all() -> [LimitGroup: Int] { state.withLock { $0.limits } }

    /// Nil takes the limit away.
    func set(_ group: LimitGroup, _ limit: Int?) { state.withLock { $0.limits[group] = limit } }
}
