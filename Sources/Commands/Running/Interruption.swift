import Basics
import Synchronization
import UnixSignals

/// Lets Ctrl-C and `kill` end a command's work in order.
enum Interruption {
    /// What became of the work.
    enum Outcome<Value: Sendable>: Sendable {
        case finished(Value)
        /// The signal's number, by which shells count the exit status.
        case interrupted(signal: Int32)
    }

    /// Runs `work` until it ends or somebody stops it; then cancels it and waits for it to come to a clean end.
    static func watching<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Outcome<Value> {
        try await withThrowingTaskGroup(of: Outcome<Value>?.self) { group in
            group.addTask { .finished(try await work()) }
            group.addTask {
                for await signal in await UnixSignalsSequence(trapping: .sigint, .sigterm) {
                    return .interrupted(signal: signal.rawValue)
                }
                return nil
            }
            defer { group.cancelAll() }
            while let outcome = try await group.next() {
                guard let outcome else { continue }
                if case .interrupted = outcome { await end(&group) }
                return outcome
            }
            throw CancellationError()
        }
    }

    /// What the work throws while it is being stopped is the stopping itself.
    private static func end<Value: Sendable>(_ group: inout ThrowingTaskGroup<Outcome<Value>?, any Error>) async {
        group.cancelAll()
        while let result = await group.nextResult() { _ = result }
    }
}
