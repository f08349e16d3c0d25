import Basics
import ConnectorKit
import Logging
import Storage
import Synchronization

/// Reads a platform's queue into the inbox, and acknowledges an event once its order is written.
///
/// What was read and is not acknowledged yet is held in memory only: after a crash the platform tells it again, and it is
/// found to be known.
final class FeedReader: Sendable {
    /// The most lots of one poll; what is left comes with the next.
    private static let lotsPerPoll = 20
    /// The most handles that the platforms take at once.
    private static let handlesAtOnce = 10

    private struct Held: Sendable {
        let externalID: String
        let handle: String
        /// From then on the handle does nothing: the event comes again with another.
        let until: Instant
    }

    private let database: any Database
    private let key: StreamKey
    private let feed: any EventFeed
    private let worker: LiveWorker
    private let clock: any WallClock
    private let logger: Logger
    private let held = Mutex<[Held]>([])

    init(
        database: any Database, key: StreamKey, feed: any EventFeed, worker: LiveWorker, clock: any WallClock,
        logger: Logger
    ) {
        self.database = database
        self.key = key
        self.feed = feed
        self.worker = worker
        self.clock = clock
        self.logger = logger
    }

    /// Empties the queue as far as it goes.
    ///
    /// - Returns: false when the queue is not set up any more.
    /// - Throws: as `EventFeed` and `LiveWorker`.
    func poll() async throws -> Bool {
        for _ in 0..<Self.lotsPerPoll {
            guard let events = try await feed.read() else { return false }
            guard !events.isEmpty else { break }
            try await take(events)
            _ = try await worker.drain()
            try await acknowledge()
        }
        return true
    }

    private func take(_ events: [FeedEvent]) async throws {
        let now = clock.now()
        try await database.write { [key] transaction in
            let inbox = EventInbox(key)
            for event in events.compactMap(\.event) {
                _ = try inbox.take(event, from: .feed, at: now, in: transaction)
            }
            try LiveTable(key).noteFeed(at: now, in: transaction)
        }
        let until = now + feed.invisibleFor
        let mute = events.filter { $0.event == nil }
        if !mute.isEmpty { logger.warning("events without an order", metadata: ["events": "\(mute.count)"]) }
        held.withLock { held in
            for event in events {
                // An event of no order is nothing to wait for.
                held.append(Held(externalID: event.event?.externalID ?? "", handle: event.handle, until: until))
            }
        }
    }

    /// Acknowledges the events whose orders do not wait any more: they are written, set aside, or were known.
    func acknowledge() async throws {
        let now = clock.now()
        let current = held.withLock { held in
            held.removeAll { $0.until <= now }
            return held
        }
        guard !current.isEmpty else { return }
        let ids = Array(Set(current.map(\.externalID)))
        let waiting = try await database.read { [key] in try EventInbox(key).waiting(ids, in: $0) }
        var settled = current.filter { !waiting.contains($0.externalID) }[...]
        while !settled.isEmpty {
            let lot = settled.prefix(Self.handlesAtOnce)
            try await feed.acknowledge(lot.map(\.handle))
            settled = settled.dropFirst(lot.count)
            let done = Set(lot.map(\.handle))
            held.withLock { $0.removeAll { done.contains($0.handle) } }
        }
    }
}
