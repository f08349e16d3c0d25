import Basics
import Storage
import Sync
import Synchronization

/// The gates of a process: one for each account at a platform, however many runs ask it.
package final class QuotaGates: Sendable {
    private let database: any Database
    private let clock: any WallClock
    private let gates = Mutex<[QuotaAccount: QuotaGate]>([:])

    package init(database: any Database, clock: any WallClock) {
        self.database = database
        self.clock = clock
    }

    /// The account's gate, made with these limits when it is not there: one for all who ask, so that what the process
    /// sends is counted together.
    package func gate(for account: QuotaAccount, limits: @autoclosure () -> QuotaLimits) -> QuotaGate {
        gates.withLock { gates in
            if let gate = gates[account] { return gate }
            let gate = QuotaGate(database: database, account: account, limits: limits(), clock: clock)
            gates[account] = gate
            return gate
        }
    }
}
