import Basics
import ConnectorKit

/// Cuts a window of time in two.
///
/// Both halves hold the border's millisecond. Platforms keep times to a tenth of a microsecond and take windows to the
/// millisecond, so that halves which only touch could lose an order between them; one that both halves list is stored
/// once all the same. The border is the last millisecond of a second where that is possible: platforms that keep whole
/// seconds never have an order there.
package enum SliceBisection {
    /// The halves, or nil when the window is a millisecond wide or less.
    package static func halves(of query: OrderQuery) -> (OrderQuery, OrderQuery)? {
        let from = query.from.flooredToMillisecond.microseconds / 1000
        let until = query.until.flooredToMillisecond.microseconds / 1000
        guard until - from > 1 else { return nil }
        let middle = from + (until - from) / 2
        let endOfSecond = middle - (middle % 1000 + 1000) % 1000 + 999
        let border = endOfSecond < until ? endOfSecond : middle
        var older = query
        var newer = query
        older.until = Instant(microseconds: border * 1000)
        newer.from = Instant(microseconds: border * 1000)
        return (older, newer)
    }
}
