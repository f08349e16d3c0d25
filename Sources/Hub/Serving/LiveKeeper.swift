import Basics
import Logging
import Operations
import Records
import ServiceLifecycle
import Sync
import Synchronization

/// Sees to it that this node hears of the changes of every active connection for which that is turned on. Nodes that share
/// a database share the work by the leases of the inbox.
struct LiveKeeper: Service {
    /// Between two looks at the list of connections.
    private static let lookEvery = Duration.seconds(2)
    private static let restAfterFailure = Duration.seconds(30)

    let services: Services
    private let roster = Roster()

    init(services: Services) { self.services = services }

    func run() async throws {
        // A run that is cancelled gives back what it has claimed before it ends.
        try? await cancelWhenGracefulShutdown { try await watch() }
    }

    private func watch() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while true {
                let due = await connections()
                let now = services.clock.now()
                roster.recall(allBut: Dictionary(due.map { ($0.placed.connection.id, $0.credential) }) { $1 })
                for (placed, credential) in due {
                    guard let recall = roster.begin(placed.connection.id, with: credential, at: now) else { continue }
                    group.addTask { await hear(placed, until: recall) }
                }
                try await services.clock.sleep(for: Self.lookEvery)
            }
        }
    }

    private func connections() async -> [(placed: PlacedConnection, credential: CredentialMark)] {
        do {
            return try await services.connectionsToHear()
        } catch {
            note("connections not listed", error)
            return []
        }
    }

    private func hear(_ placed: PlacedConnection, until recall: AsyncStream<Void>) async {
        let id = placed.connection.id
        var restUntil = services.clock.now()
        do {
            let run = try await services.liveRun(placed)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await run.follow() }
                group.addTask { for await _ in recall {} }
                // Turned off, called back, or failed: whichever comes first ends the other.
                try await group.next()
                group.cancelAll()
            }
        } catch is CancellationError {
        } catch {
            restUntil = services.clock.now() + Self.restAfterFailure
            note("a connection is no longer heard", error, ["connection": "\(id)"])
        }
        roster.end(id, restUntil: restUntil)
    }

    private func note(_ what: Logger.Message, _ error: any Error, _ more: Logger.Metadata = [:]) {
        let code = (error as? any ExplainedError)?.code ?? String(describing: type(of: error))
        services.logger.warning(what, metadata: more.merging(["code": "\(code)"]) { $1 })
    }

    /// Who is heard with which credential.
    private final class Roster: Sendable {
        private struct Entry {
            var credential: CredentialMark
            /// Nil while it is not heard.
            var recall: AsyncStream<Void>.Continuation?
            var restUntil = Instant.distantPast
        }

        private let entries = Mutex<[ConnectionID: Entry]>([:])

        /// Calls back whoever is not to be heard any more, or with another credential.
        func recall(allBut due: [ConnectionID: CredentialMark]) {
            entries.withLock { entries in
                for (id, entry) in entries where due[id] != entry.credential { entry.recall?.finish() }
            }
        }

        /// Nil when it is heard already, or rests.
        func begin(_ id: ConnectionID, with credential: CredentialMark, at now: Instant) -> AsyncStream<Void>? {
            entries.withLock { entries in
                if let entry = entries[id] {
                    guard entry.recall == nil, entry.credential != credential || entry.restUntil <= now else {
                        return nil
                    }
                }
                let (stream, continuation) = AsyncStream<Void>.makeStream()
                entries[id] = Entry(credential: credential, recall: continuation)
                return stream
            }
        }

        func end(_ id: ConnectionID, restUntil: Instant) {
            entries.withLock { entries in
                entries[id]?.recall = nil
                entries[id]?.restUntil = restUntil
            }
        }
    }
}
