import Basics
import ConnectorKit
import Records
import Storage

/// Looks at a connection's set-up for events at its platform, and puts it there.
package struct LiveSetUp: Sendable {
    /// The header in which a platform hands the secret of its door back.
    package static let header: StaticString = "X-Ponte-Hook-Secret"

    private let database: any Database
    private let scope: OrganizationScope
    private let connection: Connection
    private let store: any EventfulStore
    private let clock: any WallClock

    package init(
        database: any Database, scope: OrganizationScope, connection: Connection, store: any EventfulStore,
        clock: any WallClock
    ) {
        self.database = database
        self.scope = scope
        self.connection = connection
        self.store = store
        self.clock = clock
    }

    // MARK: Looking

    /// How the platform's queue stands.
    /// - Throws: `CancellationError`, `StorageError`; what the platform does wrong is an answer.
    package func feedStanding() async throws -> LiveGuardian.Standing {
        guard let feed = store.feed else { return .none }
        return try await standing {
            guard let standing = try await feed.standing() else { return .absent }
            return standing.isOurs
                ? .ours(oldestAge: standing.oldestAge, quantity: standing.quantity) : .foreign
        }
    }

    /// How the platform's hook stands.
    package func hookStanding() async throws -> LiveGuardian.Standing {
        guard let hooks = store.hooks else { return .none }
        return try await standing {
            guard let hook = try await hooks.hook() else { return .absent }
            let doors = HookDoors(scope, connection: connection.id)
            guard try await database.read({ try doors.isOurs(url: hook.url, in: $0) }) else { return .foreign }
            // Ours by its address and not what we asked for: put right as if it had vanished.
            return hook.isWhole ? .ours : .absent
        }
    }

    private func standing(
        _ ask: () async throws -> LiveGuardian.Standing
    ) async throws -> LiveGuardian.Standing {
        do {
            return try await ask()
        } catch let error as PlatformError {
            switch error.kind {
            case .forbidden, .unauthorised, .refused: return .refused(LiveRefusal(error))
            default: return .unknown
            }
        }
    }

    // MARK: Putting there

    /// - Throws: `PlatformError`, `StorageError`.
    package func perform(_ deed: LiveGuardian.Deed, publicURL: String?) async throws {
        switch deed {
        case .configureFeed:
            try await store.feed?.configure()
            try await noteFeedSet(at: clock.now())
        case .removeFeed:
            try await store.feed?.remove()
            try await noteFeedSet(at: nil)
        case .registerHook:
            if let publicURL { try await registerHook(publicURL) }
        }
    }

    /// Takes away what is ours at the platform.
    package func removeAll(feed: Bool, hook: Bool) async throws {
        if feed { try await store.feed?.remove() }
        if hook { try await store.hooks?.remove() }
    }

    private func noteFeedSet(at instant: Instant?) async throws {
        try await database.write { [scope, connection] in
            try LiveTable(scope, connection: connection.id).noteFeedSet(at: instant, in: $0)
        }
    }

    /// The door is open before the platform tries it, and the old one until the platform has taken the new.
    private func registerHook(_ publicURL: String) async throws {
        guard let hooks = store.hooks else { return }
        let doors = HookDoors(scope, connection: connection.id)
        let key = HookDoors.Key()
        let now = clock.now()
        try await database.write { try doors.open(key, at: now, in: $0) }
        let url = key.path.reveal { "\(publicURL)/hooks/\(connection.platform)/\($0)" }
        do {
            try await hooks.register(url: url, header: Self.header, secret: key.header)
        } catch let error as PlatformError where error.kind == .refused || !error.isRetryable {
            try await database.write { try doors.close(key, in: $0) }
            throw error
        }
        try await database.write { try doors.keepOnly(key, in: $0) }
    }
}
