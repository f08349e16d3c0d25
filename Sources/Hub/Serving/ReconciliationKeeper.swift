import Basics
import Logging
import Operations
import Records
import ServiceLifecycle

/// Reconciles connections with their platforms: every night by the store's clock, and when somebody asks. One at a time
/// on each node; nodes that share a database share the work.
struct ReconciliationKeeper: Service {
    /// Between two looks for what somebody asked for.
    static let lookEvery = Duration.seconds(2)
    /// Between two looks at the stores' clocks.
    static let scheduleEvery = Duration.seconds(60)

    let services: Services

    func run() async throws {
        // A run that is cancelled gives its reconciliation back before it ends.
        try? await cancelWhenGracefulShutdown {
            var scheduledAt = Instant.distantPast
            while true {
                let now = services.clock.now()
                if scheduledAt + Self.scheduleEvery <= now {
                    scheduledAt = now
                    try await minding("reconciliations not scheduled") {
                        try await services.scheduleReconciliationsDue()
                    }
                }
                try await minding("reconciliations not looked for") { try await performOpen() }
                try await services.clock.sleep(for: Self.lookEvery)
            }
        }
    }

    private func performOpen() async throws {
        for (placed, id) in try await services.openReconciliations() {
            try await minding("a reconciliation ended early") {
                _ = try await services.performReconciliation(id, of: placed)
                services.news.ring(for: placed.organization.scope)
            }
        }
    }

    /// One's trouble is written down and keeps nothing else from being done.
    private func minding(_ what: Logger.Message, _ deed: () async throws -> Void) async throws {
        do {
            try await deed()
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            let code = (error as? any ExplainedError)?.code ?? String(describing: type(of: error))
            services.logger.warning(what, metadata: ["code": "\(code)"])
        }
    }
}
