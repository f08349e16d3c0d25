import HTTPTypes
import NIOCore

/// Who is at the other end, past the proxies that the settings trust.
package struct ClientAddress: Sendable {
    private let trusted: [NetworkRange]

    package init(trusted: [NetworkRange]) { self.trusted = trusted }

    /// Where a request comes from.
    package struct Origin: Sendable {
        fileprivate let peer: SocketAddress?
        /// By the word of a trusted proxy.
        fileprivate var forwarded: String?
        /// By the word of a trusted proxy; nil when there is none.
        package fileprivate(set) var isSecure: Bool?

        /// Written out when it is asked for: few requests need it.
        package var address: String { forwarded ?? peer?.ipAddress ?? "-" }
    }

    /// - Parameter peer: the connection's other end.
    package func origin(of peer: SocketAddress?, headers: HTTPFields) -> Origin {
        var origin = Origin(peer: peer)
        guard !trusted.isEmpty, isTrusted(origin.address) else { return origin }
        let scheme = headers[Self.forwardedProto]?.split(separator: ",").last.map { String($0).trimmingBlanks }
        origin.forwarded = nearest(headers)
        origin.isSecure = scheme.map { $0.lowercased() == "https" }
        return origin
    }

    /// The last address of the chain that no trusted proxy has: what stands before it anybody could have written.
    private func nearest(_ headers: HTTPFields) -> String? {
        let hops = headers[values: Self.forwardedFor].flatMap { $0.split(separator: ",") }
            .map { String($0).trimmingBlanks }
        var last: String?
        for hop in hops.reversed() {
            guard NetworkRange.bytes(hop) != nil else { return last }
            last = hop
            if !isTrusted(hop) { return hop }
        }
        return last
    }

    private func isTrusted(_ address: String) -> Bool { trusted.contains { $0.contains(address) } }

    private static let forwardedFor = HTTPField.Name.known("X-Forwarded-For")
    private static let forwardedProto = HTTPField.Name.known("X-Forwarded-Proto")
}

extension HTTPField.Name {
    /// A name that is known to be valid where it is written.
    static func known(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("not a header name: \(text)") }
        return name
    }

    static let requestID = known("X-Request-Id")
    static let idempotencyKey = known("Idempotency-Key")
    static let formToken = known("X-CSRF-Token")
    static let fetchSite = known("Sec-Fetch-Site")
}
