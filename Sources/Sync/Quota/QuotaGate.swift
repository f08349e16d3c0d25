import Basics
import Storage
import Synchronization

/// Lets requests through as the account's quota allows. One for each account in a process; the database joins processes.
///
/// The way through costs a lock while a grant lasts. About once a second somebody fetches the next grant, and on that
/// way learns whether another node has been told to stop.
package final class QuotaGate: Sendable {
    private struct Lane: Hashable {
        let group: String
        let lane: QuotaLane
    }

    private struct State {
        var grants: [Lane: QuotaGrant] = [:]
        /// Lanes for which a grant is being fetched.
        var fetching: Set<Lane> = []
        var stoppedUntil = Instant.distantPast
        /// Live requests that are on their way through, by group.
        var told: [String: Int] = [:]
    }

    private enum Step {
        case pass
        case wait(until: Instant)
        case fetch
    }

    /// How long others wait for a grant that is being fetched before they look again.
    private static let fetchWait: Duration = .milliseconds(5)
    /// How long a sweep waits for what was told before it looks again.
    private static let sweepWait: Duration = .milliseconds(20)
    /// How long a sweep's request is put off at most, that what nobody told of is found while told work never ends.
    private static let sweepPatience: Duration = .seconds(30)
    /// How long a grant without limit lasts: the longest that another node's stop goes unnoticed.
    private static let unlimitedTerm: Duration = .seconds(1)

    private let database: any Database
    private let table: QuotaTable
    private let limits: QuotaLimits
    private let clock: any WallClock
    private let state = Mutex(State())

    package init(database: any Database, account: QuotaAccount, limits: QuotaLimits, clock: any WallClock) {
        self.database = database
        table = QuotaTable(account: account)
        self.limits = limits
        self.clock = clock
    }

    /// Returns when a request of `group` may be sent.
    ///
    /// A second's worth may have gone to a sweep when a live request comes; the next is its own.
    package func admit(group: String, lane: QuotaLane) async throws {
        let line = Lane(group: group, lane: lane.share)
        if lane == .live { state.withLock { $0.told[group, default: 0] += 1 } }
        defer { if lane == .live { state.withLock { $0.told[group, default: 1] -= 1 } } }
        let patience = clock.now() + Self.sweepPatience
        while true {
            if lane == .sweep, clock.now() < patience, state.withLock({ $0.told[group, default: 0] > 0 }) {
                try await clock.sleep(for: Self.sweepWait)
                continue
            }
            switch step(line, at: clock.now()) {
            case .pass: return
            case .wait(let instant): try await clock.sleep(for: max(.zero, instant - clock.now()))
            case .fetch: try await fetchGrant(line)
            }
        }
    }

    /// Stops the account, here and at all nodes, for `duration`.
    package func stop(for duration: Duration) async throws {
        let until = clock.now() + duration
        let isNews = state.withLock { state in
            // Requests that were on their way together are refused together: one of them tells the others' nodes.
            let isNews = state.stoppedUntil + .seconds(1) < until
            state.stoppedUntil = max(state.stoppedUntil, until)
            return isNews
        }
        guard isNews else { return }
        try await database.write { [table] in try table.stop(until: until, in: $0) }
    }

    private func step(_ lane: Lane, at now: Instant) -> Step {
        state.withLock { state in
            if now < state.stoppedUntil { return .wait(until: state.stoppedUntil) }
            switch state.grants[lane, default: .none].take(at: now) {
            case .granted: return .pass
            case .wait(let instant): return .wait(until: instant)
            case .spent:
                let isFirst = state.fetching.insert(lane).inserted
                return isFirst ? .fetch : .wait(until: now + Self.fetchWait)
            }
        }
    }

    private func fetchGrant(_ lane: Lane) async throws {
        defer { state.withLock { _ = $0.fetching.remove(lane) } }
        let now = clock.now()
        let (grant, stoppedUntil) =
            if let pace = limits.pace(group: lane.group) {
                try await database.write { [table] transaction in
                    (
                        try table.take(pace, group: lane.group, lane: lane.lane, at: now, in: transaction),
                        try table.stoppedUntil(in: transaction)
                    )
                }
            } else {
                try await unlimitedGrant(at: now)
            }
        state.withLock { state in
            state.grants[lane] = grant
            if let stoppedUntil { state.stoppedUntil = max(state.stoppedUntil, stoppedUntil) }
        }
    }

    private func unlimitedGrant(at now: Instant) async throws -> (QuotaGrant, Instant?) {
        let stoppedUntil = try await database.read { [table] in try table.stoppedUntil(in: $0) }
        return (QuotaGrant(requests: nil, opensAt: now, closesAt: now + Self.unlimitedTerm), stoppedUntil)
    }
}
