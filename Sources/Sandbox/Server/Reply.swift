import HTTPTypes

/// An answer before it goes out.
struct Reply: Sendable {
    var status: HTTPResponse.Status
    var headers = HTTPFields()
    var body: [UInt8]
    /// What answers in place of this reply, for the few handlers that have to ask somebody else first.
    var later: (@Sendable () async -> Reply)?

    static let jsonType = "application/json; charset=utf-8"

    /// JSON bytes that are finished already.
    init(_ status: HTTPResponse.Status = .ok, jsonBytes: [UInt8]) {
        self.status = status
        body = jsonBytes
        headers[.contentType] = Reply.jsonType
    }

    init(_ status: HTTPResponse.Status = .ok, json: JSON) {
        self.init(status, jsonBytes: json.bytes)
    }

    init(_ status: HTTPResponse.Status, text: String, type: String = "text/plain; charset=utf-8") {
        self.status = status
        body = Array(text.utf8)
        headers[.contentType] = type
    }

    init(empty status: HTTPResponse.Status) {
        self.status = status
        body = []
    }

    func with(_ name: HTTPField.Name, _ value: String) -> Reply {
        var copy = self
        copy.headers[name] = value
        return copy
    }
}

/// A handler's way to end with another answer than it promises.
struct Refusal: Error {
    let reply: Reply

    init(_ reply: Reply) { self.reply = reply }
    init(_ status: HTTPResponse.Status, _ json: JSON) { reply = Reply(status, json: json) }
}

extension HTTPField.Name {
    /// A name that is known to be valid where it is written.
    static func named(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("not a header name: \(text)") }
        return name
    }

    static let hostName = named("Host")
    static let appKey = named("X-VTEX-API-AppKey")
    static let appToken = named("X-VTEX-API-AppToken")
    static let userToken = named("VtexIdclientAutCookie")
    static let restRange = named("REST-Range")
    static let restContentRange = named("REST-Content-Range")
    static let rateLimit = named("Ratelimit-Limit")
    static let rateRemaining = named("Ratelimit-Remaining")
    static let rateReset = named("Ratelimit-Reset")
    /// How many of all a search's answer shows.
    static let resources = named("resources")
}
