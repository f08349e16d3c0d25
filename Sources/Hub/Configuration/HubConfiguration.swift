import Basics
import Logging
import Secrets
import Storage
import Sync
import Web

/// How an installation is set up: defaults that work, then `PONTE_*` variables; flags are laid over it by the commands.
///
/// No room below reads the environment: what it needs arrives as a parameter, from here.
package struct HubConfiguration: Sendable {
    /// Nil until somebody says; there is no default that would suit both a demo and a shop.
    package var database: DatabaseURL?
    /// Where the master key is, and is made on the first run; nil for the place that suits the database.
    package var masterKeyFile: String?
    /// The master key itself, for installations that keep it in a secret store; goes before the file.
    package var masterKey: Secret?
    package var logLevel: Logger.Level = .warning
    package var sync = SyncOptions()
    /// Requests a minute to one group of a platform account's endpoints in place of the documented limit; 0 for no limit
    /// of ours, as for a server that has none.
    package var quotaPerMinute: Int?
    /// Whether stores may be on this machine, as a sandbox is. Who may connect stores can otherwise have this machine's own
    /// ports asked.
    package var allowsLocalStores = true
    /// What a guess at a password costs. Not a setting: tests alone make it cheap.
    package var passwordCost = PasswordCost.recommended
    /// Folders for what has no place beside a database file.
    package var home: String?
    package var configHome: String?
    /// Folders with other programs, with colons between: where `pg_dump` and `pg_restore` are looked for.
    package var toolPath: String?

    /// How the console and the API face the world.
    package var web = WebSettings()

    package init() {}

    /// - Throws: `HubError` with code `configuration.bad_value` that names the variable, or `storage.bad_url`.
    package init(environment: [String: String]) throws {
        let reader = SettingReader(environment: environment)
        database = try reader.text("PONTE_DATABASE_URL").map { try DatabaseURL(parsing: $0) }
        masterKeyFile = reader.text("PONTE_MASTER_KEY_FILE")
        masterKey = reader.text("PONTE_MASTER_KEY").map(Secret.init)
        home = reader.text("HOME")
        configHome = reader.text("XDG_CONFIG_HOME")
        toolPath = reader.text("PATH")
        if let level = try reader.level("PONTE_LOG_LEVEL") { logLevel = level }
        if let workers = try reader.integer("PONTE_SYNC_WORKERS", 1...64) { sync.workers = workers }
        if let fetches = try reader.integer("PONTE_SYNC_FETCHES", 1...512) { sync.fetches = fetches }
        if let batch = try reader.integer("PONTE_SYNC_BATCH", 1...5000) { sync.batchSize = batch }
        sync.sliceOrders = try reader.integer("PONTE_SYNC_SLICE_ORDERS", 1...1_000_000)
        if let lease = try reader.integer("PONTE_SYNC_LEASE_SECONDS", 1...3600) { sync.lease = .seconds(lease) }
        if let patience = try reader.integer("PONTE_SYNC_PATIENCE_SECONDS", 0...86_400) {
            sync.patience = .seconds(patience)
        }
        if let days = try reader.integer("PONTE_PAYLOAD_HISTORY_DAYS", 0...36_500) { sync.payloadHistoryDays = days }
        web = try WebSettings(reading: reader)
        if let allows = try reader.choice("PONTE_LOCAL_STORES", ["refuse": false, "allow": true]) {
            allowsLocalStores = allows
        }
        quotaPerMinute = try reader.integer("PONTE_QUOTA_PER_MINUTE", 0...1_000_000)
    }
}
