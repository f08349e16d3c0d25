import Basics
import Logging
import Operations
import Records
import ServiceLifecycle
import Storage
import Sync
import Synchronization

/// Sees to it that every active connection is followed by this node: new ones within seconds, stopped ones not, those
/// that were put right again from then on. Nodes that share a database share the work by the leases of the slices.
struct ConnectionKeeper: Service {
    /// Between two looks at the list of connections.
    static let lookEvery = Duration.seconds(2)
    /// Between two looks at a store for news.
    static let newsEvery = Duration.seconds(60)
    private static let restMax = 300

    let services: Services
    private let roster = Roster()

    init(services: Services) { self.services = services }

    func run() async throws {
        // A run that is cancelled gives its slices back before it ends.
        try? await cancelWhenGracefulShutdown { try await watch() }
    }

    private func watch() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                for placed in await active() where roster.begin(placed.connection.id, at: services.clock.now()) {
                    group.addTask { await follow(placed) }
                }
                try await services.clock.sleep(for: Self.lookEvery)
            }
        }
    }

    private func active() async -> [PlacedConnection] {
        do {
            return try await services.connections().filter { $0.connection.state == .active }
        } catch {
            note("connections not listed", error)
            return []
        }
    }

    private func follow(_ placed: PlacedConnection) async {
        let id = placed.connection.id
        do {
            let run = try await services.syncRun(placed, stream: .orders)
            try await withThrowingTaskGroup(of: Void.self) { group in
                let scope = placed.organization.scope
                group.addTask {
                    for await progress in run.progress {
                        services.liveProgress.note(progress, of: id, at: services.clock.now())
                        services.news.ring(for: scope)
                    }
                }
                try await run.follow(every: Self.newsEvery)
            }
            roster.end(id, restUntil: services.clock.now())
        } catch is CancellationError {
            return
        } catch {
            let failures = roster.failures(of: id) + 1
            let rest = min(Self.restMax, 1 << min(failures, 9))
            roster.end(id, restUntil: services.clock.now() + .seconds(rest), failures: failures)
            note("a connection is no longer followed", error, ["connection": "\(id)", "again_in_seconds": "\(rest)"])
        }
    }

    private func note(_ what: Logger.Message, _ error: any Error, _ more: Logger.Metadata = [:]) {
        let code = (error as? any ExplainedError)?.code ?? String(describing: type(of: error))
        services.logger.warning(what, metadata: more.merging(["code": "\(code)"]) { $1 })
    }

    /// Who is followed, and who has to rest after a failure.
    private final class Roster: Sendable {
        private struct Entry {
            var isRunning = true
            var restUntil = Instant.distantPast
            var failures = 0
        }

        private let entries = Mutex<[ConnectionID: Entry]>([:])

        /// False when it runs already, or has to rest.
        func begin(_ id: ConnectionID, at now: Instant) -> Bool {
            entries.withLock { entries in
                var entry = entries[id] ?? Entry(isRunning: false)
                guard !entry.isRunning, entry.restUntil <= now else { return false }
                entry.isRunning = true
                entries[id] = entry
                return true
            }
        }

        func end(_ id: ConnectionID, restUntil: Instant, failures: Int = 0) {
            entries.withLock { $0[id] = Entry(isRunning: false, restUntil: restUntil, failures: failures) }
        }

        func failures(of id: ConnectionID) -> Int { entries.withLock { $0[id]?.failures ?? 0 } }
    }
}
