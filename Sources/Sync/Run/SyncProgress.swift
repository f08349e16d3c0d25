import Basics
import ConnectorKit

/// How far a stream has come, for a bar and a person.
package struct SyncProgress: Hashable, Sendable {
    package enum Phase: String, Hashable, Sendable { case backfill, sweep }

    package let stream: StreamKind
    package let phase: Phase
    /// Orders of the past that are committed, by all nodes, since the backfill began.
    package let done: Int
    /// Orders that the platform listed at the survey; nil before it. `done` may pass it: stores go on selling.
    package let total: Int?
    /// Orders a second over the last ten seconds, by this node.
    package let rate: Double
    /// Nil while it cannot be told.
    package let timeLeft: Duration?
    package let requests: Int
    package let refused: Int

    package init(
        stream: StreamKind, phase: Phase, done: Int, total: Int?, rate: Double, timeLeft: Duration?, requests: Int,
        refused: Int
    ) {
        self.stream = stream
        self.phase = phase
        self.done = done
        self.total = total
        self.rate = rate
        self.timeLeft = timeLeft
        self.requests = requests
        self.refused = refused
    }
}

/// Makes a rate of counts. Pure.
package struct ProgressMeter: Sendable {
    static let window: Duration = .seconds(10)

    private var samples: [(at: Instant, done: Int)] = []

    package init(at start: Instant) { samples = [(start, 0)] }

    /// Notes that `done` orders are committed in all.
    package mutating func note(_ done: Int, at now: Instant) {
        samples.append((now, done))
        // One sample older than the window stays, so that the rate spans all of it.
        while samples.count > 2, samples[1].at + Self.window < now { samples.removeFirst() }
    }

    /// Orders a second.
    package var rate: Double {
        guard let first = samples.first, let last = samples.last, last.at > first.at else { return 0 }
        return Double(last.done - first.done) / (last.at - first.at).seconds
    }

    package func timeLeft(_ orders: Int) -> Duration? {
        guard orders > 0 else { return .zero }
        let rate = rate
        guard rate > 0 else { return nil }
        return .seconds(min(Double(orders) / rate, 1e9))
    }
}
