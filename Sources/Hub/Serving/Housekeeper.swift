import Basics
import Logging
import Operations
import ServiceLifecycle

/// What has to be done now and then: filling in what lies beside orders and customers from before it did, ended sessions, audit chains
/// to be walked, keys to be looked at.
struct Housekeeper: Service {
    private static let tidyEvery = Duration.seconds(300)

    let services: Services

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                do {
                    while try await services.fillOrders() { try Task.checkCancellation() }
                    while try await services.fillPeople() { try Task.checkCancellation() }
                    try await services.tidyAccess()
                    try await services.checkAuditsDue()
                    try await services.recheckKeysDue()
                } catch let error as any ExplainedError {
                    services.logger.warning("housekeeping put off", metadata: ["code": "\(error.code)"])
                }
                try await services.clock.sleep(for: Self.tidyEvery)
            }
        }
    }
}
