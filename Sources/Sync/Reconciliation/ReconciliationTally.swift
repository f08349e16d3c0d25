import Basics
import ConnectorKit

/// Adds up what a run finds, day by day. Pure.
struct ReconciliationTally {
    let stream: StreamKind
    private(set) var lines: [CivilDate: StatementLine] = [:]
    private(set) var sampled = 0

    init(stream: StreamKind) { self.stream = stream }

    /// Takes a compared day, before its suspects are settled.
    mutating func open(_ day: DayComparison.Day) {
        var line = StatementLine(
            stream: stream, day: day.date, there: day.listed, here: day.held + day.beyond)
        line.beyond = day.beyond
        // Nothing of the day is within reach: there is nothing to hold it against.
        if day.beyond > 0, day.listed == 0, day.held == 0 { line.there = nil }
        if day.isSuspicious {
            line.there = nil
            line.trouble = Trouble(ReconciliationError.listDropped(listed: day.listed, held: day.held))
        }
        lines[day.date] = line
    }

    /// Takes a day that could not be compared.
    mutating func fail(_ day: CivilDate, held: Int, because trouble: Trouble) {
        var line = StatementLine(stream: stream, day: day, there: nil, here: held)
        line.trouble = trouble
        lines[day] = line
    }

    mutating func take(_ verdict: SuspectReader.Verdict, of suspect: DayComparison.Suspect, on day: CivilDate) {
        guard var line = lines[day] else { return }
        if suspect.reason == .sampled {
            line.sampled += 1
            sampled += 1
        }
        switch verdict {
        case .same: break
        case .unlisted: line.there = line.there.map { $0 + 1 }
        case .beyond: line.beyond += 1
        case .difference(let difference):
            line.differences += 1
            if difference.outcome == .repaired { line.repaired += 1 }
            let isThere = difference.kind != .missingThere && difference.kind != .day
            if suspect.reason == .unlisted, isThere { line.there = line.there.map { $0 + 1 } }
        }
        lines[day] = line
    }

    var verdict: Reconciliation.Verdict {
        let verdicts = Set(lines.values.map(\.verdict))
        if verdicts.contains(.different) { return .differs }
        if verdicts.contains(.notCompared) { return .incomplete }
        return verdicts.contains(.repaired) ? .repaired : .agrees
    }
}
