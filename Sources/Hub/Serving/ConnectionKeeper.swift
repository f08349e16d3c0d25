import Basics
import ConnectorKit
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
                for (placed, credential) in await active() {
                    switch roster.look(placed.connection.id, with: credential, at: services.clock.now()) {
                    case .begin(let recall): group.addTask { await follow(placed, until: recall) }
                    case .leave: continue
                    }
                }
                try await services.clock.sleep(for: Self.lookEvery)
            }
        }
    }

    private func active() async -> [(placed: PlacedConnection, credential: CredentialMark)] {
        do {
            return try await services.connectionsToFollow()
        } catch {
            note("connections not listed", error)
            return []
        }
    }

    private func follow(_ placed: PlacedConnection, until recall: AsyncStream<Void>) async {
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
                group.addTask { try await run.follow(every: Self.newsEvery) }
                group.addTask {
                    for await _ in recall {}
                    // Ends the run, which gives its slices back; the next look begins one with the new credential.
                    throw Recalled()
                }
                for try await _ in group {}
            }
            roster.end(id, restUntil: services.clock.now())
        } catch is CancellationError {
            roster.end(id, restUntil: services.clock.now())
        } catch is Recalled {
            roster.end(id, restUntil: services.clock.now())
        } catch {
            let failures = roster.failures(of: id) + 1
            let rest = min(Self.restMax, 1 << min(failures, 9))
            roster.end(id, restUntil: services.clock.now() + .seconds(rest), failures: failures)
            note("a connection is no longer followed", error, ["connection": "\(id)", "again_in_seconds": "\(rest)"])
        }
    }

    /// The credential that a run was begun with is not the connection's any more.
    private struct Recalled: Error {}

    private func note(_ what: Logger.Message, _ error: any Error, _ more: Logger.Metadata = [:]) {
        let code = (error as? any ExplainedError)?.code ?? String(describing: type(of: error))
        services.logger.warning(what, metadata: more.merging(["code": "\(code)"]) { $1 })
    }

    /// Who is followed with which credential, and who has to rest after a failure.
    private final class Roster: Sendable {
        enum Step {
            /// Follow it, until the stream ends.
            case begin(AsyncStream<Void>)
            case leave
        }

        private struct Entry {
            var credential: CredentialMark?
            /// Nil while it is not followed.
            var recall: AsyncStream<Void>.Continuation?
            var restUntil = Instant.distantPast
            var failures = 0
        }

        private let entries = Mutex<[ConnectionID: Entry]>([:])

        /// A run with an old credential is called back. A new credential is tried at once, whatever came of the old one.
        func look(_ id: ConnectionID, with credential: CredentialMark, at now: Instant) -> Step {
            entries.withLock { entries in
                var entry = entries[id] ?? Entry()
                let isNew = entry.credential != credential
                if let recall = entry.recall {
                    if isNew { recall.finish() }
                    return .leave
                }
                guard isNew || entry.restUntil <= now else { return .leave }
                let (stream, continuation) = AsyncStream<Void>.makeStream()
                if isNew { entry.failures = 0 }
                entry.credential = credential
                entry.recall = continuation
                entries[id] = entry
                return .begin(stream)
            }
        }

        func end(_ id: ConnectionID, restUntil: Instant, failures: Int = 0) {
            entries.withLock { entries in
                entries[id]?.recall = nil
                entries[id]?.restUntil = restUntil
                entries[id]?.failures = failures
            }
        }

        func failures(of id: ConnectionID) -> Int { entries.withLock { $0[id]?.failures ?? 0 } }
    }
}
