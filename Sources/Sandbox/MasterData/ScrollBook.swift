import Basics
import Synchronization

/// The scrolls that are open. Source: facts on VTEX §5.3.
final class ScrollBook: Sendable {
    struct Scroll: Sendable {
        let rows: [IndexedDocument]
        let fields: FieldChoice
        var position = 0
        var used: Instant
    }

    /// At once, in an account.
    static let most = 10
    /// A token dies when nobody uses it for so long.
    static let patience = Duration.seconds(20 * 60)

    private let scrolls = Mutex<[String: Scroll]>([:])

    func reset() { scrolls.withLock { $0 = [:] } }

    /// A new scroll's token; nil when ten are open that have not come to their end.
    func open(_ rows: [IndexedDocument], fields: FieldChoice, at now: Instant) -> String? {
        scrolls.withLock { scrolls in
            scrolls = scrolls.filter { $0.value.used + Self.patience > now }
            guard scrolls.values.count(where: { $0.position < $0.rows.count }) < Self.most else { return nil }
            let token = Tokens.hexadecimal(bytes: 24)
            scrolls[token] = Scroll(rows: rows, fields: fields, used: now)
            return token
        }
    }

    /// The next rows; none at the end, nil for a token that is dead or was never given out.
    func next(_ token: String, size: Int, at now: Instant) -> (rows: ArraySlice<IndexedDocument>, scroll: Scroll)? {
        scrolls.withLock { scrolls in
            guard var scroll = scrolls[token], scroll.used + Self.patience > now else { return nil }
            let rows = scroll.rows[scroll.position...].prefix(size)
            scroll.position += rows.count
            scroll.used = now
            scrolls[token] = scroll
            return (rows, scroll)
        }
    }
}
