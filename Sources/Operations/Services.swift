import AccessControl
import Basics
import ConnectorKit
import Logging
import Secrets
import Storage
import Sync

/// What can be done with an open installation: the one place where the rules of a deed live, so that the command line,
/// the console and the API all do it alike.
package struct Services: Sendable {
    /// Ponte's own version, as it tells platforms and people.
    package static let version = "0.1.0"

    package let database: any Database
    package let keyring: Keyring
    package let platforms: Platforms
    package let clock: any WallClock
    package let logger: Logger
    /// Where commits of this process are noted, for those who wait for changes.
    package let news = NewsBoard()
    /// How fast this node's runs go.
    package let liveProgress = LiveProgress()
    package let passwords: PasswordHasher
    package let keyVerifier: AppKeyVerifier
    let keyCheckDesk = KeyCheckDesk()
    let transport: any Transport
    let syncOptions: SyncOptions
    /// Requests a minute to one group of a platform account's endpoints in place of the documented limit; 0 for none.
    let quotaPerMinute: Int?
    let quotaGates: QuotaGates

    /// - Parameter database: at this program's schema.
    package init(
        database: any Database, keyring: Keyring, transport: any Transport, clock: any WallClock,
        syncOptions: SyncOptions, quotaPerMinute: Int?, passwordCost: PasswordCost = .recommended, logger: Logger
    ) {
        self.database = database
        self.keyring = keyring
        self.transport = transport
        self.clock = clock
        self.syncOptions = syncOptions
        self.quotaPerMinute = quotaPerMinute
        self.logger = logger
        platforms = Platforms(transport: transport, clock: clock)
        quotaGates = QuotaGates(database: database, clock: clock)
        passwords = PasswordHasher(cost: passwordCost)
        keyVerifier = AppKeyVerifier(database: database, clock: clock, logger: logger)
    }

    package func close() async {
        await stopKeyChecks()
        await keyVerifier.flushUses()
        await database.close()
    }
}
