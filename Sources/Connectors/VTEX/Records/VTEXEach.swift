import ConnectorKit

/// Asks for one thing after the other, some at a time: a store's other integrations draw on the same account.
enum VTEXEach {
    static let concurrency = 5

    /// The answers, in the order of what was asked for.
    static func map<Thing: Sendable, Answer: Sendable>(
        _ things: [Thing], asking patience: any Patience, _ ask: @escaping @Sendable (Thing) async throws -> Answer
    ) async throws -> [Answer] {
        try await withThrowingTaskGroup(of: (Int, Answer).self) { group in
            var answers = [Answer?](repeating: nil, count: things.count)
            var waiting = things.indices[...]
            for _ in 0..<min(concurrency, things.count) {
                let position = waiting.removeFirst()
                group.addTask { (position, try await patience.ask { try await ask(things[position]) }) }
            }
            while let (position, answer) = try await group.next() {
                answers[position] = answer
                if let next = waiting.popFirst() {
                    group.addTask { (next, try await patience.ask { try await ask(things[next]) }) }
                }
            }
            return answers.compactMap { $0 }
        }
    }
}
