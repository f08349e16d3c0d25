import Basics

/// How the server faces the world.
package struct WebSettings: Sendable {
    package var host = "127.0.0.1"
    /// 0 takes a free one.
    package var port = 8080
    package var publicURL: PublicURL?
    package var trustedProxies: [NetworkRange] = []
    /// Lets `/metrics` be read from elsewhere than this machine, with this as a bearer token.
    package var metricsToken: Secret?
    /// How many migrations this program knows: a database with another number is not ready. Nil to leave that aside.
    package var schemaNumber: Int?
    package var limits = Limits()

    package init() {}

    /// What one request or client may take.
    package struct Limits: Sendable {
        package var bodyBytes = 1 << 20
        /// Path and query.
        package var targetBytes = 8_192
        package var headerBytes = 16_384
        package var headerCount = 100
        package var connections = 1_000
        /// A connection on which nothing is sent for so long is closed.
        package var idleSeconds = 75
        /// For a body to arrive whole.
        package var bodySeconds = 20

        package init() {}
    }
}
