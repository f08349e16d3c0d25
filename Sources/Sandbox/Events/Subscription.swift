import Basics

/// One key's feed, or its hook: a key has at most one of each, so whoever shares the key shares the queue.
struct Subscription: PlainlyKept {
    static let kind = "subscription"

    enum Face: String, Codable, Sendable { case feed, hook }

    let face: Face
    let keyID: String
    let keyName: String
    let filter: EventFilter
    let target: Target
    let configured: Instant
    /// The last event that came; one that hears of none for too long is taken away.
    var heard: Instant

    enum Target: Codable, Sendable, Equatable {
        /// Seconds that an event stays hidden once read, and that it is kept.
        case feed(visibility: Int64, retention: Int64)
        case hook(url: String, headers: [String: String])
    }

    static func id(_ face: Face, _ keyID: String) -> String { "\(face.rawValue)/\(keyID)" }

    var keptID: String { Self.id(face, keyID) }

    /// How long an event is kept, and how long the subscription stays without one.
    var retention: Duration {
        switch target {
        case .feed(_, let retention): .seconds(retention)
        case .hook: .seconds(3 * 86_400)
        }
    }
}
