import Basics

/// All orders of a shop, oldest first. A value: its owner guards it.
struct OrderBook: Sendable {
    private(set) var states: [OrderState]
    /// The number of the first order; the others of the start follow without gap.
    private let firstNumber: Int64
    private let startCount: Int
    private var live: [Int64: Int] = [:]

    init(states: [OrderState]) {
        self.states = states
        firstNumber = states.first?.number ?? 0
        startCount = states.count
    }

    /// Puts back what an earlier run made and moved.
    mutating func restore(_ kept: [OrderState]) {
        for state in kept.sorted(by: { ($0.created, $0.number) < ($1.created, $1.number) }) {
            if let position = position(of: state.number) {
                states[position] = state
            } else {
                append(state)
            }
        }
    }

    /// Where the order with `number` stands.
    func position(of number: Int64) -> Int? {
        if let position = live[number] { return position }
        let position = number - firstNumber
        return position >= 0 && position < Int64(startCount) ? Int(position) : nil
    }

    /// A number for a new order that no other has.
    func freeNumber(at now: Instant) -> Int64 {
        var number = now.microseconds / 1000
        while live[number] != nil { number += 1 }
        return number
    }

    mutating func append(_ state: OrderState) {
        live[state.number] = states.count
        states.append(state)
    }

    mutating func replace(at position: Int, with state: OrderState) { states[position] = state }

    /// Positions of the orders placed within the two instants, both included.
    func range(from: Instant, through: Instant) -> Range<Int> {
        let low = firstPosition { $0 >= from }
        return low..<max(low, firstPosition { $0 > through })
    }

    private func firstPosition(where isPast: (Instant) -> Bool) -> Int {
        var low = 0
        var high = states.count
        while low < high {
            let middle = (low + high) / 2
            if isPast(states[middle].created) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
