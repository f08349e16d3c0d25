/// Asks a platform a question until it answers or asking is no use.
///
/// A page of a walk may take a hundred questions. Each is asked with patience of its own: those that were answered are not
/// asked again because one was not, which on a bad day would never come to an end.
package protocol Patience: Sendable {
    /// - Throws: what the last attempt threw.
    func ask<Answer: Sendable>(_ question: @Sendable () async throws -> Answer) async throws -> Answer
}

/// Asks once.
package struct NoPatience: Patience {
    package init() {}

    package func ask<Answer: Sendable>(_ question: @Sendable () async throws -> Answer) async throws -> Answer {
        try await question()
    }
}
