import Apps
import Basics
import Logging
import Operations
import Records
import ServiceLifecycle
import Sync

/// Lets the apps read every organization's log.
struct LogKeeper: Service {
    private static let lookEvery = Duration.seconds(2)

    let services: Services

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                await readAll()
                try await services.clock.sleep(for: Self.lookEvery)
            }
        }
    }

    /// One organization's trouble does not keep the others' apps from reading.
    private func readAll() async {
        do {
            for organization in try await services.organizations() {
                let runner = LogReaderRunner(
                    database: services.database, scope: organization.scope, reader: DailyTotalsReader(),
                    clock: services.clock, logger: services.logger)
                do { _ = try await runner.runToHead() } catch { note(error) }
            }
        } catch {
            note(error)
        }
    }

    private func note(_ error: any Error) {
        guard !(error is CancellationError) else { return }
        let code = (error as? any ExplainedError)?.code ?? String(describing: type(of: error))
        services.logger.warning("a log was not read", metadata: ["code": "\(code)"])
    }
}
