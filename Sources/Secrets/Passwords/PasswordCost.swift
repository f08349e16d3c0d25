/// What one guess at a password costs: scrypt's parameters.
package struct PasswordCost: Hashable, Sendable {
    /// Base-2 logarithm of N, which time and memory grow with.
    package let logRounds: Int
    /// r: memory is 128 · N · r bytes.
    package let blockSize: Int
    /// p: time grows with it, memory does not.
    package let parallelism: Int

    /// Nil for what would take no time at all, or a machine's whole memory: a damaged row must not do either.
    package init?(logRounds: Int, blockSize: Int, parallelism: Int) {
        guard (1...20).contains(logRounds), (1...32).contains(blockSize), (1...16).contains(parallelism) else {
            return nil
        }
        self.init(trusted: logRounds, blockSize, parallelism)
    }

    private init(trusted logRounds: Int, _ blockSize: Int, _ parallelism: Int) {
        self.logRounds = logRounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// N = 2^15, r = 8, p = 3: 32 MiB and about a quarter of a second on a small server.
    ///
    /// Source: OWASP Password Storage Cheat Sheet, scrypt, one of the settings given there as equal in strength to
    /// N = 2^17, p = 1; this one takes the least memory of those that a server of 1 GB can bear.
    package static let recommended = PasswordCost(trusted: 15, 8, 3)

    /// A thousandth of a second: for tests, which sign in by the hundred. Never for people.
    package static let forTests = PasswordCost(trusted: 4, 8, 1)
}
