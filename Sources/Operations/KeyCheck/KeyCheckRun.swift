import Basics
import ConnectorKit
import Records

/// One check of one key: the questions of its matrix, then how much there is to read.
struct KeyCheckRun: Sendable {
    /// Longer than any platform should take; a check that runs still has lost its node.
    static let limit = Duration.seconds(60)

    struct Result: Sendable {
        let matrix: KeyMatrix
        /// Nil when it was not asked or not answered: then the import finds out.
        let survey: KeyCheckRecord.Survey?

        var outcome: KeyCheckRecord.Outcome { matrix.standing == .accepted ? .accepted : .refused }

        var trouble: KeyCheckRecord.Trouble? {
            guard case .refused(let reason, let remedy) = matrix.standing else { return nil }
            return KeyCheckRecord.Trouble(code: "platform.unauthorised", reason: reason, remedy: remedy)
        }
    }

    let store: any Store
    let probe: any CredentialProbe
    let recipe: Recipe
    let clock: any WallClock

    /// - Parameter told: with each answer as it comes.
    /// - Throws: `PlatformError` when the platform cannot be asked, `OperationsError` when it takes longer than `limit`, what
    ///   `told` throws.
    func run(
        limit: Duration = Self.limit,
        told: @escaping @Sendable (KeyCheckRecord.Answer) async throws -> Void = { _ in }
    ) async throws -> Result {
        try await withThrowingTaskGroup(of: Result.self) { group in
            group.addTask {
                let matrix = try await probe.check(recipe) { capability, answer in
                    try await told(KeyCheckRecord.Answer(capability, answer))
                }
                return Result(matrix: matrix, survey: matrix.canBegin ? try await survey() : nil)
            }
            group.addTask {
                try await clock.sleep(for: limit)
                throw OperationsError.checkTooSlow
            }
            defer { group.cancelAll() }
            guard let result = try await group.next() else { throw OperationsError.checkTooSlow }
            return result
        }
    }

    /// Nil when the platform does not tell: a number that is not known keeps nobody from starting.
    private func survey() async throws -> KeyCheckRecord.Survey? {
        do {
            guard let survey = try await store.orders?.survey() else { return nil }
            return KeyCheckRecord.Survey(total: survey.total, oldestAt: survey.oldestPlacedAt)
        } catch is PlatformError {
            return nil
        }
    }
}

extension KeyCheckRecord.Answer {
    init(_ capability: Capability, _ answer: KeyMatrix.Answer) {
        self.init(capability: capability.name, verdict: answer.verdict.rawValue, evidence: answer.evidence)
    }
}

extension KeyCheckRecord.Trouble {
    /// What people are told of an error. Of the database's own nothing: it names files and servers.
    init(_ error: any Error) {
        let told: any ExplainedError
        switch error {
        case let error as PlatformError: told = error
        case let error as OperationsError: told = error
        case is CancellationError: told = OperationsError.checkInterrupted
        default: told = OperationsError.checkFailed
        }
        self.init(code: told.code, reason: told.explanation, remedy: told.remedy)
    }
}
