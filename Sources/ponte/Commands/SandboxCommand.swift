import ArgumentParser
import Basics
import Logging
import Sandbox
import ServiceLifecycle

/// `ponte sandbox`: store platforms on this machine.
struct SandboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sandbox", abstract: "Serves a made-up VTEX store on this machine.",
        discussion: """
            Example: ponte sandbox --port 8090 --orders 500 --credentials-file /tmp/sandbox.json

            The credentials file says where the store is and which keys it has.
            """)

    @Option(help: "Port to listen on; 0 takes a free one.")
    var port = 0

    @Option(help: "Address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "VTEX account name.")
    var account = "lojademo"

    @Option(help: "The same seed gives the same store.")
    var seed: UInt64 = 1

    @Option(help: "How many orders to make.")
    var orders = 2000

    @Option(help: "Folder with real orders in the layout of the Olist data set.")
    var ordersFrom: String?

    @Option(help: "Orders that appear or take a step, per minute.")
    var pace: Double = 0

    @Flag(help: "Serve without VTEX's request limits.")
    var noLimits = false

    @Option(help: "Where to write address and keys once the store is open.")
    var credentialsFile: String?

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port is between 0 and 65535") }
        guard (0...1_000_000).contains(orders) else { throw ValidationError("--orders is between 0 and 1000000") }
        guard pace >= 0, pace <= 60_000 else { throw ValidationError("--pace is between 0 and 60000") }
    }

    func run() async throws {
        let logger = Logger(label: "ponte.sandbox")
        let server = try SandboxServer(
            configuration: SandboxConfiguration(
                host: host, port: port, seed: seed, orders: orders, ordersFrom: ordersFrom, account: account,
                limits: !noLimits, credentialsFile: credentialsFile, pace: pace), clock: SystemClock(), logger: logger)
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: server)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }
}
