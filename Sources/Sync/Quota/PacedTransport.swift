import Basics
import ConnectorKit

/// A transport that waits for the account's quota before each request and stops the account when it is told to.
package struct PacedTransport: Transport {
    /// The pause after a 429 that does not say how long. Source: VTEX's guide to orders asks for one minute.
    static let unnamedStop: Duration = .seconds(60)

    private let base: any Transport
    private let gate: QuotaGate
    private let traffic: Traffic
    private let clock: any WallClock

    package init(_ base: any Transport, gate: QuotaGate, traffic: Traffic, clock: any WallClock) {
        self.base = base
        self.gate = gate
        self.traffic = traffic
        self.clock = clock
    }

    package func send(_ request: TransportRequest) async throws -> TransportResponse {
        try await gate.admit(group: request.quotaGroup, lane: QuotaLane.current)
        traffic.countRequest()
        let response = try await base.send(request)
        if let stop = QuotaHeaders.stop(status: response.status, headers: response.headers, at: clock.now()) {
            if response.status == 429 { traffic.countRefusal() }
            try await gate.stop(for: stop)
        }
        return response
    }
}
