import Basics
import Sync

/// How a connection hears of changes, as people are told.
package struct LiveStanding: Sendable {
    /// Nil while it is turned off: the sweep alone looks then.
    package let state: LiveState?
    /// What is amiss or was put right, the oldest first.
    package let findings: [LiveFindings.Noted]
    /// Orders that were told of and are still to be read.
    package let waiting: Int

    /// By which way changes are heard of now.
    package var mode: LiveMode { state?.mode ?? .sweep }

    package init(state: LiveState?, findings: [LiveFindings.Noted], waiting: Int) {
        self.state = state
        self.findings = findings
        self.waiting = waiting
    }
}
