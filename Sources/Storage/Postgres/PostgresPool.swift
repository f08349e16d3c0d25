import Basics
import Synchronization

/// A few connections, handed out to one caller at a time; callers wait in line when all are busy.
final class PostgresPool: Sendable {
    private struct Waiter {
        let number: Int
        let continuation: CheckedContinuation<PostgresConnection, any Error>
    }

    private struct State {
        var idle: [PostgresConnection]
        var busyCount = 0
        var waiters: [Waiter] = []
        var nextNumber = 0
        var cancelled: Set<Int> = []
        var isClosed = false
        var closing: [CheckedContinuation<Void, Never>] = []
    }

    private let address: String
    private let state: Mutex<State>

    init(url: Secret, address: String, size: Int) {
        self.address = address
        state = Mutex(State(idle: (0..<size).map { _ in PostgresConnection(url: url, address: address) }))
    }

    func withConnection<Value: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws -> Value
    ) async throws -> Value {
        let connection = try await acquire()
        defer { release(connection) }
        return try await connection.run(body)
    }

    /// Lets running bodies end, turns waiting ones away.
    func close() async {
        await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
            let (turnedAway, isDone) = state.withLock { state in
                state.isClosed = true
                defer { state.waiters = [] }
                if state.busyCount > 0 { state.closing.append(continuation) }
                return (state.waiters, state.busyCount == 0)
            }
            for waiter in turnedAway { waiter.continuation.resume(throwing: StorageError(.closed, address)) }
            if isDone { continuation.resume() }
        }
        for connection in state.withLock({ $0.idle }) {
            // Only the closing itself runs here, and it cannot fail.
            try? await connection.run { $0.disconnect() }
        }
    }

    private func acquire() async throws -> PostgresConnection {
        let number = state.withLock { state in
            state.nextNumber += 1
            return state.nextNumber
        }
        // A cancellation that came too late leaves nothing behind.
        defer { state.withLock { _ = $0.cancelled.remove(number) } }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let answer: Result<PostgresConnection, any Error>? = state.withLock { state in
                    if state.isClosed { return .failure(StorageError(.closed, address)) }
                    if state.cancelled.remove(number) != nil { return .failure(CancellationError()) }
                    // The most recently used first: its statements are prepared.
                    guard let connection = state.idle.popLast() else {
                        state.waiters.append(Waiter(number: number, continuation: continuation))
                        return nil
                    }
                    state.busyCount += 1
                    return .success(connection)
                }
                if let answer { continuation.resume(with: answer) }
            }
        } onCancel: {
            cancel(number)
        }
    }

    private func cancel(_ number: Int) {
        let waiter = state.withLock { state -> Waiter? in
            guard let position = state.waiters.firstIndex(where: { $0.number == number }) else {
                state.cancelled.insert(number)
                return nil
            }
            return state.waiters.remove(at: position)
        }
        waiter?.continuation.resume(throwing: CancellationError())
    }

    private func release(_ connection: PostgresConnection) {
        let (waiter, closing) = state.withLock { state -> (Waiter?, [CheckedContinuation<Void, Never>]) in
            if !state.waiters.isEmpty { return (state.waiters.removeFirst(), []) }
            state.busyCount -= 1
            state.idle.append(connection)
            guard state.isClosed, state.busyCount == 0 else { return (nil, []) }
            defer { state.closing = [] }
            return (nil, state.closing)
        }
        waiter?.continuation.resume(returning: connection)
        closing.forEach { $0.resume() }
    }
}
