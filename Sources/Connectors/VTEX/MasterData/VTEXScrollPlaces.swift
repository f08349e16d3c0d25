import Synchronization

/// Where the scrolls stand that this process goes on with.
///
/// A scroll's token goes on behind the last answer that was sent, whether or not somebody got it and kept what was in it.
/// So it is good only for whoever knows that the answer before was the last: not for another process, nor after an answer
/// that was lost on its way or whose rows were never committed. Those begin the window again.
final class VTEXScrollPlaces: Sendable {
    /// An account has ten scrolls at a time; what was left behind goes.
    private static let most = 50

    private let rows = Mutex<[String: Int]>([:])

    /// Notes that the platform's next answer to `token` begins behind so many rows.
    func put(_ token: String, at read: Int) {
        rows.withLock { rows in
            if rows.count >= Self.most { rows = [:] }
            rows[token] = read
        }
    }

    /// Whether the next answer to `token` begins behind the first `read` rows. Told once: what was asked for after that,
    /// nobody knows before it is put again.
    func take(_ token: String, at read: Int) -> Bool {
        rows.withLock { $0.removeValue(forKey: token) == read }
    }
}
