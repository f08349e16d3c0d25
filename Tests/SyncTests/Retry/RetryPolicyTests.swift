import Basics
import ConnectorKit
import Sync
import TestSupport
import Testing

struct RetryPolicyTests {
    private let policy = RetryPolicy()

    @Test func `the pause is random below a limit that doubles and is capped`() {
        var random = SeededGenerator(seed: 1)
        let ceilings: [Int: Double] = [1: 0.25, 2: 0.5, 5: 4, 8: 30, 60: 30]

        for (attempt, ceiling) in ceilings {
            let pauses = (0..<500).map { _ in policy.backoff(after: attempt, using: &random).seconds }

            #expect(pauses.allSatisfy { (0...ceiling).contains($0) })
            #expect(pauses.contains { $0 > ceiling * 0.9 })
            #expect(pauses.contains { $0 < ceiling * 0.1 })
        }
    }

    @Test func `what the platform asks for is the least`() throws {
        var random = SeededGenerator(seed: 2)
        let error = PlatformError.scripted(.throttled, retryAfter: .seconds(40))

        let said = policy.pause(after: error, attempt: 1, using: &random)
        let pause = try #require(said)

        #expect((40...41).contains(pause.seconds))
    }

    @Test func `a refusal without a time is a minute`() throws {
        var random = SeededGenerator(seed: 3)

        let said = policy.pause(after: PlatformError.scripted(.throttled), attempt: 1, using: &random)
        let pause = try #require(said)

        #expect((60...61).contains(pause.seconds))
    }

    @Test(arguments: [
        (PlatformError.Kind.failing, 8), (.unreachable, 8), (.timedOut, 8), (.throttled, 8), (.unreadable, 3),
        (.unauthorised, 1), (.forbidden, 1), (.refused, 1), (.tooLarge, 3), (.wrongAccount, 1), (.notFound, 1),
    ])
    func `every kind of failure has its number of attempts`(kind: PlatformError.Kind, attempts: Int) {
        var random = SeededGenerator(seed: 4)
        let error = PlatformError.scripted(kind)

        let allowed = (1...20).first { policy.pause(after: error, attempt: $0, using: &random) == nil }

        #expect(allowed == attempts)
    }

    @Test func `a budget ends, and answers fill it up to where it began`() {
        var budget = RetryBudget(capacity: 2)

        let spent = (0..<3).map { _ in budget.spend() }
        for _ in 0..<5 { budget.earn() }

        #expect(spent == [true, true, false])
        #expect(budget.left == 2)
    }
}
