import Basics
import ConnectorKit
import Records
import Storage

/// The work of one run, window by window: list, compare, read what is suspect, write the lines down.
struct ReconciliationWork {
    let run: ReconciliationRun
    let lease: ReconciliationLease
    let scope: ReconciliationScope
    let days: StoreDays
    let suspects: SuspectReader
    let list: WholeList
    private(set) var tally: ReconciliationTally
    private var sample: RecordSample<(OrderListEntry, CivilDate)>
    private var doubts = 0
    private var failures = 0
    private var lastFailure: Trouble?
    private var daysDone = 0

    init(
        run: ReconciliationRun, lease: ReconciliationLease, scope: ReconciliationScope, days: StoreDays,
        suspects: SuspectReader, list: WholeList, seed: UInt64
    ) {
        self.run = run
        self.lease = lease
        self.scope = scope
        self.days = days
        self.suspects = suspects
        self.list = list
        tally = ReconciliationTally(stream: run.key.kind)
        sample = RecordSample(
            oneIn: run.options.sampleOneIn, atLeast: run.options.sampleAtLeast, seed: seed)
    }

    /// Several days that are asked about together.
    private struct Window {
        let dates: [CivilDate]
        let query: OrderQuery
    }

    mutating func compareAll() async throws {
        var next = scope.from
        while next <= scope.until {
            try Task.checkCancellation()
            let window = try await window(from: next)
            guard let last = window.dates.last else { break }
            try await compare(window)
            next = last.advanced(by: 1)
        }
        let rest = sample.remainder().map { entry, day in
            (suspect: Self.sampled(entry), day: day)
        }
        try await settle(rest, writing: Set(rest.map(\.day)).sorted())
    }

    private static func sampled(_ entry: OrderListEntry) -> DayComparison.Suspect {
        DayComparison.Suspect(externalID: entry.externalID, reason: .sampled, entry: entry)
    }

    /// As many whole days as hold what one question may list; one day at least, which is cut where it is too much.
    private func window(from first: CivilDate) async throws -> Window {
        let start = days.start(of: first)
        let edge = try await run.database.read { [key = run.key, orders = run.options.windowOrders] in
            try OrderRecords(key.scope).placedAt(after: orders, since: start, of: key.connectionID, in: $0)
        }
        // The day of the first order that is too much is the next window's.
        let last = edge.map { max(first, days.date(of: $0).advanced(by: -1)) } ?? scope.until
        let dates = (first.daysSince1970...min(last, scope.until).daysSince1970).map(CivilDate.init(daysSince1970:))
        // Inclusive at both ends, and wider by a millisecond, for platforms keep finer times than they list by; what the
        // next day lists too is told apart by its own time.
        let end = min(days.start(of: min(last, scope.until).advanced(by: 1)), scope.comparedUntil)
        return Window(dates: dates, query: OrderQuery(from: start, until: end))
    }

    private mutating func compare(_ window: Window) async throws {
        let held = try await run.database.read { [key = run.key, query = window.query] in
            // Up to the end of the last day, not into the next.
            try OrderRecords(key.scope).held(
                of: key.connectionID, from: query.from, until: query.until, in: $0)
        }
        guard window.query.from < window.query.until else {
            // The day is younger than what is left out.
            daysDone += window.dates.count
            return
        }
        let answer: WholeList.Answer
        do {
            answer = try await ask(window.query)
        } catch let error as PlatformError where !error.stopsConnection {
            return try await fail(window, held, because: Trouble(error))
        }
        let outlines = try await outlines(answer.entries, held)
        let compared = DayComparison.compare(
            window.dates, in: days, listed: answer.entries.filter { $0.placedAt <= scope.comparedUntil },
            held: held + outlines.elsewhere, outlines: outlines.told,
            reachesFrom: scope.reachesFrom ?? .distantPast)
        var pending: [(suspect: DayComparison.Suspect, day: CivilDate)] = []
        for day in compared {
            if let trouble = trouble(of: day.date, in: answer) {
                tally.fail(day.date, held: day.held + day.beyond, because: trouble)
                continue
            }
            tally.open(day)
            guard !day.isSuspicious else { continue }
            pending += worthReading(day.suspects).map { ($0, day.date) }
            pending += sample.choose(from: day.agreed.map { ($0, day.date) }).map { (Self.sampled($0), $1) }
        }
        daysDone += window.dates.count
        try await settle(pending, writing: window.dates)
    }

    /// Where the list is too ill to be asked, the rest of the run asks it no more.
    private mutating func ask(_ query: OrderQuery) async throws -> WholeList.Answer {
        if failures >= run.options.failuresMax, let lastFailure {
            return WholeList.Answer(unusable: [(query, lastFailure)])
        }
        do {
            let answer = try await list.read(query)
            failures = 0
            return answer
        } catch let error as PlatformError where !error.stopsConnection {
            failures += 1
            lastFailure = Trouble(error)
            throw error
        }
    }

    private func trouble(of day: CivilDate, in answer: WholeList.Answer) -> Trouble? {
        let (start, end) = (days.start(of: day), days.start(of: day.advanced(by: 1)))
        return answer.unusable.first { $0.query.from < end && $0.query.until >= start }?.trouble
    }

    private mutating func fail(
        _ window: Window, _ held: [HeldOrder], because trouble: Trouble
    ) async throws {
        let counts = Dictionary(grouping: held) { days.date(of: $0.placedAt) }
        for date in window.dates { tally.fail(date, held: counts[date]?.count ?? 0, because: trouble) }
        daysDone += window.dates.count
        try await settle([], writing: window.dates)
    }

    /// What is stored of listed orders whose digest is another, and those that stand on days outside of the window.
    private func outlines(
        _ listed: [OrderListEntry], _ held: [HeldOrder]
    ) async throws -> (told: [String: OrderOutline], elsewhere: [HeldOrder]) {
        let digests = Dictionary(held.map { ($0.externalID, $0.listDigest) }, uniquingKeysWith: { first, _ in first })
        let strangers = listed.map(\.externalID).filter { digests[$0] == nil }
        let doubtful = listed.filter { entry in digests[entry.externalID].map { $0 != entry.digest } ?? false }
        guard !strangers.isEmpty || !doubtful.isEmpty else { return ([:], []) }
        return try await run.database.read { [key = run.key] transaction in
            let records = OrderRecords(key.scope)
            var told: [String: OrderOutline] = [:]
            for entry in doubtful {
                let order = try records.find(
                    externalID: entry.externalID, connection: key.connectionID, in: transaction)
                if let order { told[entry.externalID] = OrderOutline(order.order) }
            }
            return (told, try records.held(strangers, of: key.connectionID, in: transaction))
        }
    }

    /// All but the doubts that are too many.
    private mutating func worthReading(_ suspects: [DayComparison.Suspect]) -> [DayComparison.Suspect] {
        var chosen: [DayComparison.Suspect] = []
        for suspect in suspects {
            if suspect.reason == .doubtful { doubts += 1 }
            if suspect.reason != .doubtful || doubts <= run.options.doubtsMax { chosen.append(suspect) }
        }
        return chosen
    }

    // MARK: Settling and writing

    /// Reads the suspects in full, and writes the days' lines with what came of them.
    private mutating func settle(
        _ pending: [(suspect: DayComparison.Suspect, day: CivilDate)], writing dates: [CivilDate]
    ) async throws {
        var differences: [NamedDifference] = []
        var rest = pending[...]
        while !rest.isEmpty {
            let batch = Array(rest.prefix(SuspectReader.batchSize))
            rest = rest.dropFirst(batch.count)
            do {
                for (suspect, day, verdict) in try await suspects.settle(batch) {
                    tally.take(verdict, of: suspect, on: day)
                    if case .difference(let difference) = verdict { differences.append(difference) }
                }
            } catch let error as PlatformError where !error.stopsConnection {
                // The list was read, and the orders cannot be: nothing is said about their days.
                let held = Dictionary(grouping: batch + rest, by: \.day)
                for day in held.keys {
                    tally.fail(day, held: tally.lines[day]?.here ?? 0, because: Trouble(error))
                }
                break
            }
        }
        let lines = dates.compactMap { tally.lines[$0] }
        let failed = Set(lines.filter { $0.trouble != nil }.map(\.day))
        differences.removeAll { failed.contains($0.day) }
        let (done, sampled, requests) = (daysDone, tally.sampled, run.requests)
        try await run.database.write { [differences, lease, table = run.table, scope = run.key.scope] transaction in
            try table.note(lease, daysDone: done, requests: requests, sampled: sampled, in: transaction)
            try StatementTable(scope).write(lines, of: lease, in: transaction)
            try StatementTable(scope).write(differences, of: lease, in: transaction)
        }
    }
}
