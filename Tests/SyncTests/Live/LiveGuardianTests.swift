import Basics
import Sync
import Testing

/// What the guardian decides, by how things stand.
struct LiveGuardianTests {
    private static let now = Instant(seconds: 1_700_000_000)

    private static func state(_ wanted: LiveMode, _ change: (inout LiveState) -> Void = { _ in }) -> LiveState {
        var state = LiveState(
            wanted: wanted, mode: wanted, publicURL: "https://ponte.example", startedAt: now - .seconds(86_400))
        change(&state)
        return state
    }

    private static func codes(_ verdict: LiveGuardian.Verdict) -> [LiveFinding.Code] { verdict.findings.map(\.code) }

    @Test func `a queue that is ours and young is read`() {
        let verdict = LiveGuardian.verdict(
            Self.state(.feed), feed: .ours(oldestAge: .seconds(300), quantity: 3), hook: .none, at: Self.now)

        #expect(verdict == LiveGuardian.Verdict(mode: .feed))
    }

    @Test func `a queue whose oldest event is more than five minutes old is told of`() {
        let verdict = LiveGuardian.verdict(
            Self.state(.feed), feed: .ours(oldestAge: .seconds(301), quantity: 3), hook: .none, at: Self.now)

        #expect(verdict.mode == .feed)
        #expect(Self.codes(verdict) == [.feedLagging])
    }

    @Test func `a queue that is gone is made again, and told of once that is done`() {
        let first = LiveGuardian.verdict(Self.state(.feed), feed: .absent, hook: .none, at: Self.now)
        let second = LiveGuardian.verdict(
            Self.state(.feed), feed: .ours, hook: .none, done: [.configureFeed], at: Self.now)

        #expect(first.deeds == [.configureFeed])
        #expect(first.findings == [])
        #expect(second.mode == .feed)
        #expect(Self.codes(second) == [.feedRecreated])
    }

    @Test(arguments: [LiveMode.feed, .hook])
    func `what somebody else has set up is told of and never replaced`(wanted: LiveMode) {
        let verdict = LiveGuardian.verdict(Self.state(wanted), feed: .foreign, hook: .foreign, at: Self.now)

        #expect(verdict.mode == .sweep)
        #expect(verdict.deeds == [])
        #expect(Self.codes(verdict) == [.keyShared])
    }

    @Test func `a hook that is silent while the sweep finds changes gives way to the queue`() {
        let state = Self.state(.hook) { state in
            state.lastHookAt = Self.now - .seconds(3 * 3600)
            state.sweepFound = 3
        }

        let first = LiveGuardian.verdict(state, feed: .absent, hook: .ours, at: Self.now)
        let second = LiveGuardian.verdict(state, feed: .ours, hook: .ours, done: [.configureFeed], at: Self.now)

        #expect(first.deeds == [.configureFeed])
        #expect(Self.codes(first) == [.hookSilent])
        #expect(second.mode == .feed)
        #expect(Self.codes(second) == [.hookSilent])
    }

    @Test(arguments: [(7199, 50), (7200, 2)])
    func `a hook that is quiet like the store itself is left alone`(seconds: Int, found: Int) {
        let state = Self.state(.hook) { state in
            state.lastHookAt = Self.now - .seconds(seconds)
            state.sweepFound = found
        }

        let verdict = LiveGuardian.verdict(state, feed: .absent, hook: .ours, at: Self.now)

        #expect(verdict == LiveGuardian.Verdict(mode: .hook))
    }

    @Test func `a hook that tells again takes its place back, and the queue that stood in goes`() {
        let state = Self.state(.hook) { state in
            state.mode = .feed
            state.feedSetAt = Self.now - .seconds(3600)
            state.lastHookAt = Self.now - .seconds(60)
        }

        let verdict = LiveGuardian.verdict(state, feed: .ours, hook: .ours, at: Self.now)

        #expect(verdict.mode == .hook)
        #expect(verdict.deeds == [.removeFeed])
        #expect(verdict.findings == [])
    }

    @Test func `a key without the right leaves the sweep alone and says which`() {
        let refusal = LiveRefusal(Refused())

        let verdict = LiveGuardian.verdict(
            Self.state(.hook), feed: .refused(refusal), hook: .refused(refusal), at: Self.now)

        #expect(verdict.mode == .sweep)
        #expect(Self.codes(verdict) == [.rightMissing])
        #expect(verdict.findings.first?.remedy == Phrase(same: "tick"))
    }

    @Test func `an address that the platform does not reach any more gives way to the queue`() {
        let verdict = LiveGuardian.verdict(
            Self.state(.hook), feed: .ours, hook: .refused(LiveRefusal(Refused())), done: [.registerHook],
            at: Self.now)

        #expect(verdict.mode == .feed)
        #expect(Self.codes(verdict) == [.hookUnreachable])
    }

    @Test(arguments: [LiveMode.feed, .hook])
    func `a platform that answers nobody changes nothing`(wanted: LiveMode) {
        let verdict = LiveGuardian.verdict(Self.state(wanted), feed: .unknown, hook: .unknown, at: Self.now)

        #expect(verdict == LiveGuardian.Verdict(mode: wanted))
    }

    private struct Refused: ExplainedError {
        let code = "platform.forbidden"
        let explanation = Phrase(same: "may not")
        let remedy: Phrase? = Phrase(same: "tick")
    }
}
