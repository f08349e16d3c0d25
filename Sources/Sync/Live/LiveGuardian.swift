import Basics

/// Decides what is to be done about a connection's way of hearing of changes. Pure: it is told how things stand.
package enum LiveGuardian {
    /// A queue whose oldest event is older lags.
    static let lag = Duration.seconds(300)
    /// A hook that tells of nothing for so long, while the sweep finds changes, does not work.
    static let silence = Duration.seconds(2 * 3600)
    /// Changes that the sweep has to find: one or two can be faster by sweep than by hook.
    static let sweepFinds = 3

    /// How the queue or the hook stands at the platform.
    package enum Standing: Hashable, Sendable {
        case absent
        case ours(oldestAge: Duration?, quantity: Int)
        /// Set up by somebody else with the same key.
        case foreign
        /// The key may not ask, or the address was not taken.
        case refused(LiveRefusal)
        /// Could not be asked just now.
        case unknown
        /// The platform has no such thing.
        case none

        package static let ours = Standing.ours(oldestAge: nil, quantity: 0)
    }

    package enum Deed: Hashable, Sendable {
        case configureFeed, removeFeed, registerHook
    }

    package struct Verdict: Hashable, Sendable {
        package var mode: LiveMode
        package var deeds: [Deed] = []
        package var findings: [LiveFinding] = []

        package init(mode: LiveMode, deeds: [Deed] = [], findings: [LiveFinding] = []) {
            self.mode = mode
            self.deeds = deeds
            self.findings = findings
        }
    }

    /// - Parameter done: deeds that were done because of the verdict before.
    package static func verdict(
        _ state: LiveState, feed: Standing, hook: Standing, done: Set<Deed> = [], at now: Instant
    ) -> Verdict {
        var verdict =
            state.wanted == .hook
            ? hookVerdict(state, feed: feed, hook: hook, done: done, at: now)
            : feedVerdict(state, feed, done: done, isFallback: false)
        if state.unknownStates > 0 {
            verdict.findings.append(.unknownStates(state.unknownStates, last: state.unknownState ?? ""))
        }
        return verdict
    }

    private static func hookVerdict(
        _ state: LiveState, feed: Standing, hook: Standing, done: Set<Deed>, at now: Instant
    ) -> Verdict {
        func instead(_ finding: LiveFinding) -> Verdict {
            var verdict = feedVerdict(state, feed, done: done, isFallback: true)
            verdict.findings.insert(finding, at: 0)
            // The hook says it already.
            var seen: Set<LiveFinding.Code> = []
            verdict.findings.removeAll { !seen.insert($0.code).inserted }
            return verdict
        }
        switch hook {
        case .unknown: return Verdict(mode: state.mode)
        case .none: return feedVerdict(state, feed, done: done, isFallback: true)
        case .absent: return Verdict(mode: state.mode, deeds: [.registerHook])
        case .foreign: return instead(.keyShared)
        case .refused(let refusal):
            return instead(.refused(done.contains(.registerHook) ? .hookUnreachable : .rightMissing, refusal))
        case .ours:
            let quiet = now - max(state.lastHookAt ?? .distantPast, state.startedAt)
            if quiet >= silence, state.sweepFound >= sweepFinds {
                return instead(.hookSilent(hours: Int(quiet.components.seconds / 3600)))
            }
            var verdict = Verdict(mode: .hook)
            if done.contains(.registerHook) { verdict.findings.append(.hookRecreated) }
            // Nobody reads the queue while the hook works; it would only grow.
            if state.feedSetAt != nil, case .ours = feed { verdict.deeds.append(.removeFeed) }
            return verdict
        }
    }

    private static func feedVerdict(
        _ state: LiveState, _ feed: Standing, done: Set<Deed>, isFallback: Bool
    ) -> Verdict {
        switch feed {
        case .unknown: return Verdict(mode: state.mode == .hook ? .sweep : state.mode)
        case .none: return Verdict(mode: .sweep)
        case .absent: return Verdict(mode: .sweep, deeds: [.configureFeed])
        // Reading would take the other's events.
        case .foreign: return Verdict(mode: .sweep, findings: [.keyShared])
        case .refused(let refusal): return Verdict(mode: .sweep, findings: [.refused(.rightMissing, refusal)])
        case .ours(let age, let quantity):
            var verdict = Verdict(mode: .feed)
            if done.contains(.configureFeed), !isFallback { verdict.findings.append(.feedRecreated) }
            if let age, age > lag {
                verdict.findings.append(
                    .feedLagging(minutes: Int(age.components.seconds / 60), quantity: quantity))
            }
            return verdict
        }
    }
}
