import Basics

/// Ends what takes too long.
enum TimeWatch {
    /// - Throws: 408 when `body` is not done in time; it is cancelled then.
    static func run<Value: Sendable>(
        seconds: Int, _ clock: any WallClock, _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask(operation: body)
            group.addTask {
                try await clock.sleep(for: .seconds(seconds))
                throw Problem.tooSlow
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw Problem.tooSlow }
            return value
        }
    }
}
