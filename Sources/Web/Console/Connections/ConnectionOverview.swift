import Basics
import ConnectorKit
import Records
import Sync

/// A connection as lists and its own page show it.
package struct ConnectionOverview: Sendable {
    package var connection: Connection
    /// Orders that are stored.
    package var stored: Int
    /// Of the past, what has been read since its reading began; nil when none is on its way.
    package var read: Int?
    /// Nil when the stream was never begun.
    package var stream: StreamState?
    package var parkedOrders: Int
    package var parkedWindows: Int
    /// Orders a second that arrive now; nil when nobody is importing.
    package var rate: Double?
    package var quota: QuotaUse?

    package init(
        connection: Connection, stored: Int, read: Int? = nil, stream: StreamState?, parkedOrders: Int = 0,
        parkedWindows: Int = 0,
        rate: Double? = nil, quota: QuotaUse? = nil
    ) {
        self.connection = connection
        self.stored = stored
        self.read = read
        self.stream = stream
        self.parkedOrders = parkedOrders
        self.parkedWindows = parkedWindows
        self.rate = rate
        self.quota = quota
    }

    /// Whether the past is on its way: known to be there and not all stored.
    var isImporting: Bool { stream?.isSurveyed == true && stream?.backfillDoneAt == nil && !isStopped }

    var isStopped: Bool {
        if case .active = connection.state { return stream?.isPaused ?? false }
        return true
    }

    /// As in `vtex · lojademo`.
    var account: String { Self.account(of: connection) }

    static func account(of connection: Connection) -> String {
        "\(PlatformName.text(of: connection.platform)) · \(connection.account)"
    }
}

/// How much of the platform's allowance is taken.
package struct QuotaUse: Sendable, Hashable {
    /// Requests of the last minute.
    package let usedPerMinute: Int
    package let limitPerMinute: Int
    /// Nil unless the platform asked for a pause.
    package let stoppedUntil: Instant?
    /// Whether what is told is this node's part alone.
    package let isSharedByNodes: Bool

    package init(usedPerMinute: Int, limitPerMinute: Int, stoppedUntil: Instant?, isSharedByNodes: Bool = false) {
        self.usedPerMinute = usedPerMinute
        self.limitPerMinute = limitPerMinute
        self.stoppedUntil = stoppedUntil
        self.isSharedByNodes = isSharedByNodes
    }
}

/// A platform's name as its owner writes it; names are the same in all languages.
enum PlatformName {
    static func text(of platform: String) -> String {
        platform.count <= 4 ? platform.uppercased() : platform.prefix(1).uppercased() + platform.dropFirst()
    }
}
