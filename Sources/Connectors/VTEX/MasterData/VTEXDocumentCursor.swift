import Basics

/// Where a walk through an entity's documents stands. It outlives the process: the window of a scroll that nobody can go on
/// with is begun again.
struct VTEXDocumentCursor: Hashable, Sendable {
    /// By which moment of a document the walk goes.
    enum Field: String { case createdIn, updatedIn }
    enum Way: String { case scroll, search }

    var way: Way
    var field: Field
    /// The window under way, both ends included.
    var from: Instant
    var until: Instant
    /// Where the last window ends.
    var end: Instant
    /// Rows of the window that were read; of a search, the first row of its next page.
    var read = 0
    /// What the scroll said it has.
    var total = 0
    /// How often the window was begun again because rows were missing.
    var tries = 0
    /// How often a scroll of the walk broke off before its window's end. The windows get smaller, so that a bad day's walk
    /// comes to its end too.
    var breaks = 0
    /// Nil when the window's scroll is still to be opened.
    var token: String?

    init(way: Way, field: Field, from: Instant, until: Instant, end: Instant) {
        self.way = way
        self.field = field
        self.from = from
        self.until = until
        self.end = end
    }

    /// As the database keeps it.
    var text: String {
        let numbers = [
            from.microseconds, until.microseconds, end.microseconds, Int64(read), Int64(total), Int64(tries),
            Int64(breaks),
        ]
        return ([way.rawValue, field.rawValue] + numbers.map { String($0) } + [token ?? ""]).joined(separator: " ")
    }

    /// Nil for what is no such text, as of another version of Ponte: the walk is begun again then.
    init?(_ text: String) {
        let parts = text.split(separator: " ", maxSplits: 9, omittingEmptySubsequences: false)
        let numbers = parts.dropFirst(2).prefix(7).compactMap { Int64($0) }
        guard parts.count == 10, numbers.count == 7, let way = Way(rawValue: String(parts[0])),
            let field = Field(rawValue: String(parts[1]))
        else { return nil }
        self.init(
            way: way, field: field, from: Instant(microseconds: numbers[0]), until: Instant(microseconds: numbers[1]),
            end: Instant(microseconds: numbers[2]))
        read = Int(numbers[3])
        total = Int(numbers[4])
        tries = Int(numbers[5])
        breaks = Int(numbers[6])
        token = parts[9].isEmpty ? nil : String(parts[9])
    }

    /// Goes to the second, which every account's filter reads: widened, a window shows a document twice at worst.
    var filter: String {
        let window = "\(field.rawValue) between \(Self.floor(from)) AND \(Self.ceiling(until))"
        // Documents that were never changed since they were made.
        return way == .search && field == .createdIn ? window + " AND updatedIn is null" : window
    }

    private static func floor(_ instant: Instant) -> String { instant.wholeSecond.iso8601 }

    private static func ceiling(_ instant: Instant) -> String {
        let floor = instant.wholeSecond
        return (floor == instant ? floor : floor + .seconds(1)).iso8601
    }
}

extension Instant {
    /// The second that it is in.
    var wholeSecond: Instant {
        let rest = microseconds % 1_000_000
        return Instant(microseconds: microseconds - (rest < 0 ? rest + 1_000_000 : rest))
    }
}
