import Basics
import ConnectorKit
import Synchronization
import Testing

/// A transport that answers from a script and keeps what it was asked. A request that no line of the script covers fails
/// the test by name.
///
/// ```swift
/// let transport = ScriptedTransport()
/// transport.answer("/api/orders?page=1", body: "{}")
/// ```
package final class ScriptedTransport: Transport {
    /// What a line of the script does with a request.
    package enum Outcome: Sendable {
        case response(TransportResponse)
        case failure(PlatformError)
    }

    /// A request that the script does not cover.
    package struct Unscripted: Error, CustomStringConvertible {
        package let description: String
    }

    private struct Line {
        let method: TransportRequest.Method
        let pathPrefix: String
        /// The last one is given again and again.
        var outcomes: [Outcome]
    }

    private struct State {
        var lines: [Line] = []
        var requests: [TransportRequest] = []
        var underWay = 0
        var mostUnderWay = 0
    }

    private let state = Mutex(State())

    package init() {}

    /// Everything asked so far, in order.
    package var requests: [TransportRequest] { state.withLock(\.requests) }

    /// The most requests that were under way at a time.
    package var mostUnderWay: Int { state.withLock(\.mostUnderWay) }

    /// Answers requests whose path and query begin with `path`. Of several lines the longest fits; lines with the same
    /// path answer one after the other, the last one for good.
    package func answer(
        _ path: String, method: TransportRequest.Method = .get, status: Int = 200,
        headers: [String: String] = ["content-type": "application/json"], body: String = "{}"
    ) {
        let response = TransportResponse(status: status, headers: headers, body: Array(body.utf8))
        add(path, method: method, .response(response))
    }

    /// Fails requests whose path and query begin with `path`.
    package func fail(_ path: String, method: TransportRequest.Method = .get, with error: PlatformError) {
        add(path, method: method, .failure(error))
    }

    private func add(_ path: String, method: TransportRequest.Method, _ outcome: Outcome) {
        state.withLock { state in
            let known = state.lines.firstIndex { $0.method == method && $0.pathPrefix == path }
            if let known {
                state.lines[known].outcomes.append(outcome)
            } else {
                state.lines.append(Line(method: method, pathPrefix: path, outcomes: [outcome]))
            }
        }
    }

    package func send(_ request: TransportRequest) async throws -> TransportResponse {
        let outcome = begin(request)
        // Lets requests that are sent at a time overlap, so that `mostUnderWay` tells.
        await Task.yield()
        state.withLock { $0.underWay -= 1 }
        switch outcome {
        case .response(let response): return response
        case .failure(let error): throw error
        case nil:
            let error = Unscripted(description: "\(request.method.rawValue) \(request.url) is not in the script")
            Issue.record(error)
            throw error
        }
    }

    private func begin(_ request: TransportRequest) -> Outcome? {
        let path = WebAddress(request.url)?.path ?? request.url
        return state.withLock { state in
            state.requests.append(request)
            state.underWay += 1
            state.mostUnderWay = max(state.mostUnderWay, state.underWay)
            let fitting = state.lines.indices
                .filter { state.lines[$0].method == request.method && path.hasPrefix(state.lines[$0].pathPrefix) }
                .max { state.lines[$0].pathPrefix.utf8.count < state.lines[$1].pathPrefix.utf8.count }
            guard let fitting else { return nil }
            let outcomes = state.lines[fitting].outcomes
            return outcomes.count > 1 ? state.lines[fitting].outcomes.removeFirst() : outcomes.first
        }
    }
}
