import Basics
import Logging

/// Writes Ponte's log as lines to the screen's standard error, where no answer is.
struct ScreenLogHandler: LogHandler {
    let screen: Screen
    var logLevel = Logger.Level.warning
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// What Hummingbird calls errors when a server that is told to end does end.
    private static let farewells = [
        "Waiting on child channel: CancellationError()", "Server shutdown error: Already closed",
    ]

    func log(event: LogEvent) {
        guard !Self.farewells.contains(event.message.description) else { return }
        let all = metadata.merging(event.metadata ?? [:]) { $1 }
        let details = all.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        screen.note("\(SystemClock().now().iso8601) \(event.level) \(event.message)\(details)")
    }
}
