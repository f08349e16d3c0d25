/// How many repeated questions a connection may ask: so many at first, and one more for every answer it gets.
///
/// A platform that fails here and there is asked again at once; one that fails all the time is left in peace after the
/// first `capacity` repetitions, for then the slices are given back and wait.
package struct RetryBudget: Hashable, Sendable {
    package let capacity: Int
    package private(set) var left: Int

    package init(capacity: Int) {
        self.capacity = capacity
        left = capacity
    }

    package mutating func earn() { left = min(capacity, left + 1) }

    /// Takes one repetition, or says that there is none.
    package mutating func spend() -> Bool {
        guard left > 0 else { return false }
        left -= 1
        return true
    }
}
