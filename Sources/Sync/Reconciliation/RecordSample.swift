import Basics

/// Chooses which of the records that seem to agree are read in full all the same: one in so many, and some at least.
package struct RecordSample<Element: Sendable>: Sendable {
    private let oneIn: Int
    private let least: Int
    private var random: SeededGenerator
    private var seen = 0
    private var chosen = 0
    /// Records that were passed over, each with the same chance: for the end, should too few have been chosen.
    private var reserve: [Element] = []

    /// - Parameter seed: the same seed chooses the same.
    package init(oneIn: Int, atLeast least: Int, seed: UInt64) {
        self.oneIn = max(1, oneIn)
        self.least = least
        random = SeededGenerator(seed: seed)
    }

    package mutating func choose(from records: [Element]) -> [Element] {
        records.filter { record in
            guard Int.random(in: 0..<oneIn, using: &random) != 0 else {
                chosen += 1
                return true
            }
            seen += 1
            if reserve.count < least {
                reserve.append(record)
            } else if least > 0 {
                let place = Int.random(in: 0..<seen, using: &random)
                if place < least { reserve[place] = record }
            }
            return false
        }
    }

    /// What is missing to the least number, of all that were passed over.
    package mutating func remainder() -> [Element] {
        defer { reserve = [] }
        return Array(reserve.prefix(max(0, least - chosen)))
    }
}
