import ConnectorKit
import Records
import Storage

/// Whether a person, or Ponte itself, has stopped a stream or its connection.
enum StoppedStream {
    /// Why nobody may work on the stream now; nil when they may.
    static func error(_ key: StreamKey, in transaction: any Transaction) throws -> SyncError? {
        guard let connection = try Connections(key.scope).find(key.connectionID, in: transaction) else {
            return .connectionMissing
        }
        switch connection.state {
        case .draft: return .connectionUnfinished
        case .paused: return .connectionPaused
        case .needsAttention(_, let reason, let remedy): return .connectionStopped(reason, remedy: remedy)
        case .active:
            let isPaused = try StreamTable(key).find(in: transaction)?.isPaused ?? false
            return isPaused ? .streamPaused : nil
        }
    }
}
