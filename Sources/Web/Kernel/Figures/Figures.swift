import Basics
import HTTPTypes
import Synchronization

/// Counts of requests, for `/metrics`.
package final class Figures: Sendable {
    /// Upper bounds in microseconds; what takes longer falls into the last, open one.
    static let bounds: [Int64] = [500, 1_000, 2_500, 5_000, 10_000, 25_000, 100_000, 500_000, 2_500_000]

    struct Key: Hashable, Sendable {
        let method: HTTPRequest.Method
        let pattern: String
        /// 2 for 200 to 299.
        let statusClass: Int
    }

    struct Tally: Sendable {
        var count = 0
        var microseconds: Int64 = 0
        var buckets = [Int](repeating: 0, count: Figures.bounds.count + 1)

        mutating func note(_ duration: Int64, _ bucket: Int) {
            count += 1
            microseconds += duration
            buckets[bucket] += 1
        }
    }

    /// A method that somebody made up must not grow the table.
    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete, .options]

    package init() {}

    private let tallies = Mutex<[Key: Tally]>([:])

    func note(method: HTTPRequest.Method, pattern: String, status: Int, duration: Duration) {
        let key = Key(
            method: Self.methods.contains(method) ? method : .trace, pattern: pattern, statusClass: status / 100)
        let microseconds = max(0, duration.microseconds)
        let bucket = Self.bounds.firstIndex { microseconds <= $0 } ?? Self.bounds.count
        tallies.withLock { tallies in
            tallies[key, default: Tally()].note(microseconds, bucket)
        }
    }

    /// In a fixed order.
    func all() -> [(key: Key, tally: Tally)] {
        tallies.withLock { Array($0) }.map { (key: $0.key, tally: $0.value) }.sorted { left, right in
            let (a, b) = (left.key, right.key)
            return (a.pattern, a.method.rawValue, a.statusClass) < (b.pattern, b.method.rawValue, b.statusClass)
        }
    }
}
