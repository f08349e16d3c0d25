import Hummingbird
import NIOCore

/// What Hummingbird tells beside the request: the connection's other end.
package struct WebContext: InitializableFromSource, Sendable {
    let peer: SocketAddress?

    package init(source: ApplicationRequestContextSource) { peer = source.channel.remoteAddress }
}
