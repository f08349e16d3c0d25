// swift-tools-version: 6.3
import PackageDescription

/// Flags of every target of ours. `NonisolatedNonsendingByDefault` stays off: docs/decisions/0005.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

// Products of other packages, named once.
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioCompression = Target.Dependency.product(name: "NIOHTTPCompression", package: "swift-nio-extras")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let csv = Target.Dependency.product(name: "SwiftCSV", package: "SwiftCSV")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "ponte",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "ponte", targets: ["ponte"])],
    // Exact versions: the resolved file is not kept (docs/decisions/0009).
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
    ],
    targets: [
        // MARK: 7 · the command

        // The program: hands its arguments to Commands.
        .executableTarget(name: "ponte", dependencies: ["Commands"], swiftSettings: strict),
        // What a person types: parse, call Hub or Sandbox, print.
        .target(
            name: "Commands",
            dependencies: [
                "Hub", "Web", "Operations", "Sandbox", "Basics", "Commerce", "Secrets", "Storage", "Journal",
                "ConnectorKit",
                "Connectors", "Records", "Sync", "Apps", "AccessControl", argumentParser, httpClient, nioCore, nioHTTP1,
                logging,
                unixSignals,
            ], swiftSettings: strict),

        // MARK: 6 · composition

        // The one place that knows every room: configuration, migrations in order, services.
        .target(
            name: "Hub",
            dependencies: [
                "Basics", "Commerce", "Secrets", "Storage", "Journal", "ConnectorKit", "Connectors", "Records", "Sync",
                "Apps", "AccessControl", "Operations", "Web", logging, lifecycle, unixSignals,
            ], swiftSettings: strict),

        // MARK: 5 · deeds and faces

        // The faces over HTTP: console, JSON API, health and figures.
        .target(
            name: "Web",
            dependencies: [
                "Basics", "Commerce", "Secrets", "Journal", "ConnectorKit", "Records", "Sync", "Apps", "AccessControl",
                "Operations", hummingbird, hummingbirdCore, httpTypes, nioCore, mustache, logging, lifecycle, crypto,
            ],
            // Templates, stylesheet and script travel within the program.
            resources: [.embedInCode("Console/Files")],
            swiftSettings: strict),
        // What can be done with an installation, by whatever face it is asked: command line, console, API.
        .target(
            name: "Operations",
            dependencies: [
                "Basics", "Commerce", "Secrets", "Storage", "Journal", "ConnectorKit", "Connectors", "Records", "Sync",
                "Apps", "AccessControl", logging,
            ], swiftSettings: strict),

        // MARK: 4 · apps

        // Readers of the change log, a folder each, strangers to one another.
        .target(
            name: "Apps", dependencies: ["Basics", "Commerce", "Storage", "Journal", "Records", "Sync", logging],
            swiftSettings: strict),

        // MARK: 3 · engine, platforms, memory

        // The engine: slices, leases, quota, backfill, sweep, log readers. Knows platforms by the port only.
        .target(
            name: "Sync",
            dependencies: [
                "Basics", "Commerce", "Secrets", "Storage", "Journal", "Records", "ConnectorKit", logging, lifecycle,
            ],
            swiftSettings: strict),
        // The store platforms, a folder each; only a platform's folder knows its names, units and quirks.
        .target(
            name: "Connectors", dependencies: ["Basics", "Commerce", "Secrets", "ConnectorKit", crypto, logging],
            swiftSettings: strict),
        // What the hub remembers: agencies, organizations, connections, canonical records, the change log, cursors.
        .target(
            name: "Records", dependencies: ["Basics", "Commerce", "Secrets", "Storage", "Journal", "CZstd", logging],
            swiftSettings: strict),

        // Who may do what: members, sign-in, app keys, one-time links, and the grants that handlers ask for by type.
        .target(
            name: "AccessControl", dependencies: ["Basics", "Secrets", "Storage", "Journal", logging],
            swiftSettings: strict),

        // MARK: 2 · what other rooms write into, and the port

        // The audit chain and the vault's rows.
        .target(
            name: "Journal", dependencies: ["Basics", "Storage", "Secrets", crypto, logging], swiftSettings: strict),
        // The port to store platforms: capabilities, transport, pace, failures, credential probes.
        .target(
            name: "ConnectorKit",
            dependencies: [
                "Basics", "Commerce", "Secrets", httpClient, nioCore, nioPosix, nioHTTP1, nioCompression, logging,
            ], swiftSettings: strict),

        // MARK: 1 · pure model, keys, SQL

        // Canonical values: orders, money, statuses. Pure.
        .target(name: "Commerce", dependencies: ["Basics"], swiftSettings: strict),
        // Envelope encryption, the master key, fingerprints of secrets, passwords, random tokens.
        .target(name: "Secrets", dependencies: ["Basics", crypto, cryptoExtras], swiftSettings: strict),
        // One portable SQL layer over SQLite and PostgreSQL; migrations.
        .target(name: "Storage", dependencies: ["Basics", "CPostgres", grdb, sqlite, logging], swiftSettings: strict),

        // MARK: 0 · words that every room shares

        // Typed ids, instants, clock, JSON reading and writing, redaction, languages. No domain nouns.
        .target(name: "Basics", dependencies: ["CSimdJSON", logging, lifecycle], swiftSettings: strict),
        // Debian's simdjson behind a plain C header.
        .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),
        // Debian's libpq.
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        // Debian's zstd, for kept source payloads.
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),

        // MARK: beside the house

        // Store platforms on this machine, written from the platforms' documents with nothing of Connectors or Commerce.
        .target(
            name: "Sandbox",
            dependencies: [
                "Basics", hummingbird, httpClient, httpTypes, nioCore, nioHTTP1, logging, lifecycle, csv, crypto,
                mustache,
            ],
            // Templates and the stylesheet travel within the program.
            resources: [.embedInCode("Admin/Files"), .embedInCode("Window/Files")],
            swiftSettings: strict),
        // Manual clock, scripted transport, fresh databases.
        .target(
            name: "TestSupport",
            dependencies: [
                "Basics", "Commerce", "Secrets", "Storage", "Journal", "Records", "ConnectorKit", "Sync", logging,
            ],
            swiftSettings: strict),

        // MARK: tests, one target a room
        .testTarget(name: "BasicsTests", dependencies: ["Basics", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "CommerceTests", dependencies: ["Basics", "Commerce", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "SecretsTests", dependencies: ["Basics", "Secrets", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Basics", "Storage", "CPostgres", grdb, sqlite, "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "JournalTests",
            dependencies: [
                "Basics", "Secrets", "Storage", "Journal", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "ConnectorKitTests",
            dependencies: [
                "Basics", "Commerce", "ConnectorKit", hummingbird, httpTypes, nioCore, logging, "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "ConnectorsTests",
            dependencies: [
                "Basics", "Commerce", "ConnectorKit", "Connectors", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "RecordsTests",
            dependencies: [
                "Basics", "Commerce", "Secrets", "Storage", "Journal", "Records", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "SyncTests",
            dependencies: [
                "Basics", "Commerce", "Secrets", "Storage", "Journal", "Records", "ConnectorKit", "Sync", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "AppsTests",
            dependencies: [
                "Basics", "Commerce", "Storage", "Journal", "Records", "Sync", "Apps", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "AccessControlTests",
            dependencies: ["Basics", "Secrets", "Storage", "Journal", "AccessControl", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SandboxTests",
            dependencies: [
                "Basics", "Sandbox", httpClient, nioCore, nioPosix, nioHTTP1, logging, "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "OperationsTests",
            dependencies: [
                "Basics", "Secrets", "Storage", "Journal", "ConnectorKit", "Records", "Sync", "AccessControl",
                "Operations", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Basics", "Commerce", "Secrets", "Storage", "Journal", "ConnectorKit", "Records", "AccessControl",
                "Sync",
                "Apps", "Operations", "Web", hummingbird, hummingbirdTesting, httpTypes, nioCore, logging,
                "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "HubTests",
            dependencies: [
                "Basics", "Commerce", "Secrets", "Storage", "Journal", "ConnectorKit", "Connectors", "Records", "Sync",
                "Apps", "AccessControl", "Operations", "Hub", "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Basics", "Commerce", "ConnectorKit", "AccessControl", "Hub", "Operations", "Records", "Sandbox",
                "Commands",
                argumentParser,
                "TestSupport",
            ], swiftSettings: strict),
        .testTarget(
            name: "EndToEndTests",
            dependencies: [
                "Basics", "Commerce", "Secrets", "Storage", "Journal", "ConnectorKit", "Connectors", "Records", "Sync",
                "Apps", "Operations", "Web", "Hub", "Sandbox", "Commands", httpClient, nioCore, nioHTTP1,
                "TestSupport",
            ], swiftSettings: strict),
        .testTarget(name: "TidyTests", dependencies: ["Basics", "TestSupport"], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
