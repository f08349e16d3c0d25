import Basics
import HTTPTypes
import NIOCore

/// One request as handlers see it: matched, bounded, its body read whole.
package struct WebRequest: Sendable {
    /// On the answer and in every line of the log.
    package let id: String
    package let method: HTTPRequest.Method
    /// As it was asked for: path and query.
    package let target: String
    /// Percent-encoded, without the query.
    package let path: String
    /// The route's own path, as in `/orders/{id}`: what logs and figures name.
    package let pattern: String
    package let parameters: PathParameters
    package let query: QueryItems
    /// The host, with its port, that the reader asked.
    package let authority: String?
    package let headers: HTTPFields
    package let body: ByteBuffer
    /// The reader's, by `Accept-Language` or what the member chose.
    package var language: Language
    /// Who asks, past proxies that are trusted: for throttling, never for rights.
    package var client: String { origin.address }
    package let origin: ClientAddress.Origin
    /// Whether the reader's own connection is HTTPS, by the public address or a trusted proxy's word.
    package let isSecure: Bool
    package let receivedAt: Instant

    /// A cookie's value.
    func cookie(_ name: String) -> String? { Cookies.value(name, in: headers) }
}
