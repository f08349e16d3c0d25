import Basics
import Dispatch
import Foundation
import Synchronization

/// Hashes and checks passwords away from the threads that answer requests, few at a time: a flood of sign-ins waits in
/// a short line and is then refused, and neither eats the machine's memory nor stops the work of others.
package final class PasswordHasher: Sendable {
    package let cost: PasswordCost
    private let line: WorkLine
    private let queue = DispatchQueue(label: "ponte.passwords", qos: .utility, attributes: .concurrent)
    private let count = Atomic(0)

    /// - Parameters:
    ///   - width: how many are worked on at the same time; nil for half of the machine's processors.
    ///   - waitingMax: how many may wait; more are refused at once.
    package init(cost: PasswordCost = .recommended, width: Int? = nil, waitingMax: Int = 32) {
        self.cost = cost
        line = WorkLine(
            width: width ?? max(1, ProcessInfo.processInfo.activeProcessorCount / 2), waitingMax: waitingMax)
    }

    /// Hashes a password with a new salt.
    /// - Throws: `secrets.busy` when too many wait already; trying again helps.
    package func hash(_ password: Secret) async throws -> PasswordHash {
        let cost = cost
        return try await run { try PasswordHash(of: password, cost: cost) }
    }

    /// Whether the hash is the password's. With no hash it takes the time of a check, and says no: so that nobody can
    /// tell an unknown account from a wrong password by a clock.
    /// - Throws: `secrets.busy` when too many wait already; trying again helps.
    package func verify(_ password: Secret, against hash: PasswordHash?) async throws -> Bool {
        let hash = hash ?? PasswordHash(ofNothing: cost)
        return try await run { try hash.isOf(password) }
    }

    /// Whether the hash was made when guesses were cheaper than now: whoever has the password at hand hashes it anew.
    package func isOutdated(_ hash: PasswordHash) -> Bool { hash.cost != cost }

    /// How many derivations were done since the start.
    package var derivations: Int { count.load(ordering: .relaxed) }

    private func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await line.enter()
        let result = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: Result { try work() }) }
        }
        count.add(1, ordering: .relaxed)
        await line.leave()
        return try result.get()
    }
}
