import Basics
import ConnectorKit
import Testing

@Suite struct RetryPolicyTests {
    private func failing(retryAfter: Duration? = nil, kind: PlatformError.Kind = .failing) -> PlatformError {
        PlatformError(kind: kind, retryAfter: retryAfter, explanation: Phrase(same: "x"))
    }

    @Test func `waits are drawn between nothing and a bound that doubles up to the cap`() throws {
        let policy = RetryPolicy(attempts: 100)
        var random = SeededGenerator(seed: 7)
        let bounds: [Duration] = [.seconds(0.5), .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(16)]

        for (tried, bound) in zip(1..., bounds + [.seconds(32), .seconds(60), .seconds(60)]) {
            var longest = Duration.zero
            for _ in 0..<400 {
                let delay = try #require(policy.delay(afterTry: tried, error: failing(), using: &random))
                #expect(delay >= .zero && delay <= bound)
                longest = max(longest, delay)
            }
            #expect(longest > bound * 0.9)
        }
    }

    @Test func `the platform's own wait is never cut short`() throws {
        var random = SeededGenerator(seed: 1)

        let delay = RetryPolicy().delay(
            afterTry: 1, error: failing(retryAfter: .seconds(90), kind: .throttled), using: &random)

        #expect(delay == .seconds(90))
    }

    @Test func `a wait without end is cut`() throws {
        var random = SeededGenerator(seed: 1)

        let delay = RetryPolicy().delay(afterTry: 1, error: failing(retryAfter: .seconds(9_999_999)), using: &random)

        #expect(delay == .seconds(3600))
    }

    @Test func `tries are bounded`() {
        var random = SeededGenerator(seed: 1)
        let policy = RetryPolicy(attempts: 3)

        #expect(policy.delay(afterTry: 2, error: failing(), using: &random) != nil)
        #expect(policy.delay(afterTry: 3, error: failing(), using: &random) == nil)
    }

    @Test(arguments: [
        PlatformError.Kind.unauthorised, .forbidden, .notFound, .tooLarge, .unreadable, .wrongAccount, .refused,
    ])
    func `what would only repeat is not tried again`(kind: PlatformError.Kind) {
        var random = SeededGenerator(seed: 1)

        #expect(RetryPolicy().delay(afterTry: 1, error: failing(kind: kind), using: &random) == nil)
    }

    @Test func `the same seed gives the same waits`() {
        var one = SeededGenerator(seed: 42)
        var two = SeededGenerator(seed: 42)

        let first = (1..<8).map { RetryPolicy().delay(afterTry: $0, error: failing(), using: &one) }
        let second = (1..<8).map { RetryPolicy().delay(afterTry: $0, error: failing(), using: &two) }

        #expect(first == second)
    }
}
