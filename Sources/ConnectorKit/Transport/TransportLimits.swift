/// Bounds of one request.
package struct TransportLimits: Hashable, Sendable {
    /// Bytes of an answer's body after decompression; a larger one is `.tooLarge`.
    package var bodyBytes: Int
    /// The same for a request that says it expects a longer one.
    package var longestBodyBytes: Int
    package var connect: Duration
    /// The longest silence while an answer arrives.
    package var read: Duration
    /// From the call to the last byte, redirects included.
    package var whole: Duration
    package var redirects: Int
    /// Connections to one host at a time; more requests wait for one of them.
    package var connectionsPerHost: Int

    package init(
        bodyBytes: Int = 8 * 1024 * 1024, longestBodyBytes: Int? = nil, connect: Duration = .seconds(10),
        read: Duration = .seconds(30),
        whole: Duration = .seconds(90), redirects: Int = 3, connectionsPerHost: Int = 32
    ) {
        self.bodyBytes = bodyBytes
        self.longestBodyBytes = max(bodyBytes, longestBodyBytes ?? 64 * 1024 * 1024)
        self.connect = connect
        self.read = read
        self.whole = whole
        self.redirects = redirects
        self.connectionsPerHost = connectionsPerHost
    }
}
