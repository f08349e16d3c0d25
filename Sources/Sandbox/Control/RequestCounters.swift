import Synchronization

/// How often each route was asked, and how it answered.
final class RequestCounters: Sendable {
    struct Count: Sendable {
        var total = 0
        var byStatus: [Int: Int] = [:]
    }

    private let counts = Mutex<[String: Count]>([:])

    func add(_ route: String, status: Int) {
        counts.withLock {
            $0[route, default: Count()].total += 1
            $0[route, default: Count()].byStatus[status, default: 0] += 1
        }
    }

    func all() -> [String: Count] { counts.withLock { $0 } }

    func reset() { counts.withLock { $0 = [:] } }
}
