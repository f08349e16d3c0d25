import Basics

/// By which way changes of a connection are heard of. The sweep looks behind each of them.
package enum LiveMode: String, Hashable, Sendable, CaseIterable {
    /// The platform posts them.
    case hook
    /// They are read out of the platform's queue.
    case feed
    /// Neither works: the platform's lists are compared, as without any of this.
    case sweep
}

/// How a connection hears of changes, as it was wanted and as it is.
package struct LiveState: Hashable, Sendable {
    /// What a person turned on: hook or feed.
    package var wanted: LiveMode
    /// What is in use; the guardian moves it.
    package var mode: LiveMode
    /// Where the platform reaches this installation, without a slash at the end. Never nil for a hook.
    package var publicURL: String?
    package var startedAt: Instant
    /// When Ponte set up the platform's queue; nil when it never did, or took it away.
    package var feedSetAt: Instant?
    package var lastHookAt: Instant?
    package var lastFeedAt: Instant?
    /// Changes that the sweep found since the last event by hook.
    package var sweepFound = 0
    /// Events with a state that the connector does not know, and the last such state.
    package var unknownStates = 0
    package var unknownState: String?

    /// The last turns, by whatever node.
    var polledAt = Instant.distantPast
    var guardedAt = Instant.distantPast

    package init(wanted: LiveMode, mode: LiveMode, publicURL: String?, startedAt: Instant) {
        self.wanted = wanted
        self.mode = mode
        self.publicURL = publicURL
        self.startedAt = startedAt
    }

    /// When the platform last told something, by whatever way.
    package var lastEventAt: Instant? { [lastHookAt, lastFeedAt].compactMap(\.self).max() }
}
