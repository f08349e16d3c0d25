import Basics
import ConnectorKit

extension VTEXStore: EventfulStore {
    var feed: (any EventFeed)? { VTEXEventFeed(client: client) }
    var hooks: (any EventReceiver)? { VTEXEventHook(client: client) }
}

extension VTEXClient {
    /// One request that may change something, whatever its answer's status. Never sent twice by itself.
    func send(
        _ method: TransportRequest.Method, _ path: String, body: [UInt8]? = nil, quotaGroup: String
    ) async throws -> TransportResponse {
        try await transport.send(
            TransportRequest(
                method: method, url: VTEXHost.account.baseURL(of: credential) + path,
                headers: [("accept", "application/json"), ("content-type", "application/json")],
                secretHeaders: [
                    ("x-vtex-api-appkey", Secret(credential.key)), ("x-vtex-api-apptoken", credential.token),
                ], body: body, quotaGroup: quotaGroup))
    }

    /// - Throws: `PlatformError` of kind `.unreadable` that names the field.
    func reading<Value>(
        _ response: TransportResponse, _ subject: Phrase, _ body: (JSONView) throws -> Value
    ) throws -> Value {
        do {
            return try body(JSONDocument(parsing: response.body).root)
        } catch let error as JSONError {
            throw PlatformError.vtexUnreadable(subject, error)
        }
    }
}
