import Basics
import Synchronization

/// A right that makes a stream better and that it does without: asked anew an hour after a refusal, since roles change.
final class VTEXOptionalRight: Sendable {
    private static let patience = Duration.seconds(3600)

    private let refusedAt = Mutex<Instant?>(nil)

    func isWorthAsking(at now: Instant) -> Bool {
        refusedAt.withLock { refused in refused.map { now - $0 >= Self.patience } ?? true }
    }

    func refuse(at now: Instant) { refusedAt.withLock { $0 = now } }
}
