import Operations
import Synchronization

/// Counts what platforms, and others, have posted, for `/metrics`.
package final class HookFigures: Sendable {
    private let counts = Mutex<[Services.HookReceipt: Int]>([:])

    package init() {}

    func note(_ receipt: Services.HookReceipt) { counts.withLock { $0[receipt, default: 0] += 1 } }

    /// Lines for Prometheus: one for each outcome that there can be. What was too large is among the route's own figures.
    var lines: [String] {
        let counts = counts.withLock(\.self)
        return [
            "# HELP ponte_hooks_total What was posted to hooks, by what became of it.",
            "# TYPE ponte_hooks_total counter",
        ]
            + Services.HookReceipt.allCases.map { "ponte_hooks_total{outcome=\"\($0.rawValue)\"} \(counts[$0] ?? 0)" }
    }
}
