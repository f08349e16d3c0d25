import Basics
import Hub
import Logging
import Storage
import Sync
import Testing

struct HubConfigurationTests {
    @Test func `without variables the defaults hold`() throws {
        let configuration = try HubConfiguration(environment: [:])

        #expect(configuration.database == nil)
        #expect(configuration.logLevel == .warning)
        #expect(configuration.quotaPerMinute == nil)
        #expect(configuration.sync.workers == SyncOptions().workers)
    }

    @Test func `variables go before defaults`() throws {
        let configuration = try HubConfiguration(environment: [
            "PONTE_DATABASE_URL": "sqlite:///tmp/a.db", "PONTE_LOG_LEVEL": "DEBUG", "PONTE_SYNC_WORKERS": "4",
            "PONTE_SYNC_BATCH": "50", "PONTE_SYNC_LEASE_SECONDS": "3", "PONTE_QUOTA_PER_MINUTE": "0",
        ])

        #expect(configuration.database?.description == "/tmp/a.db")
        #expect(configuration.logLevel == .debug)
        #expect(configuration.sync.workers == 4)
        #expect(configuration.sync.batchSize == 50)
        #expect(configuration.sync.lease == .seconds(3))
        #expect(configuration.quotaPerMinute == 0)
    }

    @Test(arguments: [
        ("PONTE_SYNC_WORKERS", "0"), ("PONTE_SYNC_WORKERS", "many"), ("PONTE_SYNC_LEASE_SECONDS", "1.5"),
        ("PONTE_LOG_LEVEL", "loud"), ("PONTE_QUOTA_PER_MINUTE", "-1"),
        ("PONTE_LOCAL_STORES", "maybe"),
    ])
    func `a value that will not do names its variable`(_ name: String, _ value: String) throws {
        let error = #expect(throws: HubError.self) { _ = try HubConfiguration(environment: [name: value]) }

        #expect(error?.code == "configuration.bad_value")
        #expect(error?.explanation[.english] == "The value of \(name) will not do.")
    }

    @Test func `an empty variable is as good as none`() throws {
        let configuration = try HubConfiguration(environment: ["PONTE_DATABASE_URL": "", "PONTE_SYNC_WORKERS": ""])

        #expect(configuration.database == nil)
        #expect(configuration.sync.workers == SyncOptions().workers)
    }

    @Test func `the master key does not show when the configuration is printed`() throws {
        let configuration = try HubConfiguration(environment: ["PONTE_MASTER_KEY": "planted-master-key"])

        #expect(!String(describing: configuration).contains("planted"))
        #expect(!String(reflecting: configuration).contains("planted"))
    }
}
