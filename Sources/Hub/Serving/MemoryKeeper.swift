import Basics
import ServiceLifecycle

/// Gives back to the machine what memory the server holds and does not need: a small server is mostly idle, and often
/// not alone on its machine (docs/decisions/0016).
struct MemoryKeeper: Service {
    /// By then everything that only a start needs has run.
    private static let startEnds = Duration.seconds(4)
    private static let trimEvery = Duration.seconds(60)

    let clock: any WallClock

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            try await clock.sleep(for: Self.startEnds)
            ResidentMemory.releaseCode()
            while true {
                ResidentMemory.releaseHeap()
                try await clock.sleep(for: Self.trimEvery)
            }
        }
    }
}
