import Basics

/// Sends one HTTP request and returns the whole answer, bounded in size and time. Retries and pace are above it.
package protocol Transport: Sendable {
    /// - Throws: `PlatformError` of kind `.unreachable`, `.timedOut` or `.tooLarge`, `.refused` for an address that
    ///   requests may not go to; `CancellationError`. An HTTP status is not an error here.
    func send(_ request: TransportRequest) async throws -> TransportResponse
}

/// One HTTP request. Printing it shows no secret.
package struct TransportRequest: Sendable {
    package enum Method: String, Sendable {
        case get = "GET", post = "POST", put = "PUT", patch = "PATCH", delete = "DELETE"
    }
    package var method: Method
    package var url: String
    package var headers: [(name: String, value: String)]
    /// Sent as headers and never printed.
    package var secretHeaders: [(name: String, value: Secret)]
    package var body: [UInt8]?
    /// Which budget the request draws on, as in `oms`; the account's budgets are one per group.
    package var quotaGroup: String
    /// For an answer that is known to be longer than `TransportLimits.bodyBytes` lets answers be; nil for that.
    package var bodyBytesMax: Int?

    package init(
        method: Method = .get, url: String, headers: [(name: String, value: String)] = [],
        secretHeaders: [(name: String, value: Secret)] = [], body: [UInt8]? = nil, quotaGroup: String,
        bodyBytesMax: Int? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.secretHeaders = secretHeaders
        self.body = body
        self.quotaGroup = quotaGroup
        self.bodyBytesMax = bodyBytesMax
    }
}

/// A whole answer, whatever its status.
package struct TransportResponse: Sendable {
    package var status: Int
    /// Names in lower case.
    package var headers: [String: String]
    package var body: [UInt8]

    package init(status: Int, headers: [String: String], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
