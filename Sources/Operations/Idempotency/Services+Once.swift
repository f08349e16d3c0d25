import Basics
import Journal
import Storage

extension Services {
    private static let onceWait = Duration.seconds(10)
    private static let onceLook = Duration.milliseconds(50)

    /// Does a deed once, however often it is asked for by the same name: who comes later gets the first answer, who comes
    /// meanwhile waits for it.
    ///
    /// - Parameter body: what it throws is answered and not kept: nothing was done then.
    /// - Throws: `idempotency.mismatch` when the name was given to another request, `idempotency.running` when the first is
    ///   not done after ten seconds, which may help to try again; what `body` throws.
    package func once(
        _ deed: IdempotentDeed, of scope: OrganizationScope, _ body: () async throws -> KeptAnswer
    ) async throws -> KeptAnswer {
        let deeds = IdempotentDeeds(scope)
        let patience = clock.now() + Self.onceWait
        while true {
            let now = clock.now()
            switch try await database.write({ try deeds.claim(deed, at: now, in: $0) }) {
            case .done(let answer): return answer
            case .mismatched: throw OperationsError.deedMismatched
            case .running:
                guard now < patience else { throw OperationsError.deedRunning }
                try await clock.sleep(for: Self.onceLook)
            case .yours:
                let answer: KeptAnswer
                do {
                    answer = try await body()
                } catch {
                    // Safe because it is awaited: a cancelled request must not keep the name for itself.
                    try await Task { try await database.write { try deeds.forget(deed, in: $0) } }.value
                    throw error
                }
                try await Task { try await database.write { try deeds.finish(deed, answer, in: $0) } }.value
                return answer
            }
        }
    }
}
