import Basics
import Commerce
import ConnectorKit
import Operations
import Records
import Sync

/// How a connection agrees with its platform, day by day: to be read, and to be printed.
package struct StatementPage: ConsolePage {
    package var connection: Connection
    package var from: CivilDate
    package var until: CivilDate
    /// The last word about each day, newest first.
    package var lines: [StatementLine]
    package var differences: [NamedDifference]
    package var hasMoreDifferences: Bool
    /// The newest run; nil before the first.
    package var lastRun: Reconciliation?

    package init(
        connection: Connection, from: CivilDate, until: CivilDate, lines: [StatementLine] = [],
        differences: [NamedDifference] = [], hasMoreDifferences: Bool = false, lastRun: Reconciliation? = nil
    ) {
        self.connection = connection
        self.from = from
        self.until = until
        self.lines = lines
        self.differences = differences
        self.hasMoreDifferences = hasMoreDifferences
        self.lastRun = lastRun
    }

    package static let template = Template.statement
    package static let words = WordList(StatementWords())

    package var isRunning: Bool { lastRun?.state.isOpen ?? false }

    package func title(for reader: Reader) -> String {
        reader.say(StatementWords.heading) + " · " + connection.name
    }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader.at(connection.timeZone)
        let client = frame.client?.id ?? ""
        let path = ConsolePath.connection(client, connection.id.text, "statement")
        let span = [("from", from.description), ("until", until.description)].map { ($0.0, Optional($0.1)) }
        var first = Field("from", reader.say(StatementWords.from), .date, value: from.description)
        var last = Field("until", reader.say(StatementWords.until), .date, value: until.description)
        first.isRequired = false
        last.isRequired = false
        return Content(
            hasCrumbs: true,
            crumbs: [
                Crumb(reader.say(ConnectionsWords.heading), ConsolePath.connections(client)),
                Crumb(connection.name, ConsolePath.connection(client, connection.id.text)),
            ], heading: reader.say(StatementWords.heading), store: connection.name,
            range: reader.say(StatementWords.range(reader.day(from), reader.day(until))), action: path,
            livePath: ConsolePath.query(path + "/live", span), isRunning: isRunning, filters: [first, last],
            run: lastRun.map { StatementRun($0, for: reader) }, isNew: lastRun == nil,
            sum: lines.isEmpty ? nil : StatementWords.sum(of: lines, for: reader),
            lines: lines.map { StatementRow($0, for: reader) }, hasLines: !lines.isEmpty,
            isUntouched: lines.isEmpty && lastRun != nil,
            differences: differences.map { DifferenceRow($0, for: reader) }, hasDifferences: !differences.isEmpty,
            more: hasMoreDifferences ? reader.say(StatementWords.more(reader.number(differences.count))) : nil,
            printed: reader.say(StatementWords.printed(reader.moment(reader.now))))
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let store: String
        let range: String
        let action: String
        let livePath: String
        let isRunning: Bool
        let filters: [Field]
        let run: StatementRun?
        let isNew: Bool
        let sum: String?
        let lines: [StatementRow]
        let hasLines: Bool
        let isUntouched: Bool
        let differences: [DifferenceRow]
        let hasDifferences: Bool
        let more: String?
        let printed: String
    }
}

/// One day of a statement.
struct StatementRow: Sendable {
    let day: String
    let dayISO: String
    let there: String
    let here: String
    let verdict: Badge
    /// What else is to be said of the day.
    let note: String?

    init(_ line: StatementLine, for reader: Reader) {
        day = reader.day(line.day)
        dayISO = line.day.description
        there = line.there.map(reader.number) ?? "—"
        here = reader.number(line.here)
        switch line.verdict {
        case .equal: verdict = Badge(.good, reader.say(StatementWords.equal))
        case .repaired: verdict = Badge(.info, reader.say(StatementWords.repaired))
        case .different: verdict = Badge(.bad, reader.say(StatementWords.different))
        case .notCompared: verdict = Badge(.warn, reader.say(StatementWords.notCompared))
        case .beyond: verdict = Badge(.quiet, reader.say(StatementWords.beyond))
        }
        if let trouble = line.trouble {
            note = reader.say(trouble.explanation)
        } else if line.differences > 0 {
            note = reader.say(
                StatementWords.differences(reader.number(line.differences), reader.number(line.repaired)))
        } else if line.beyond > 0, line.there != nil {
            note = reader.say(StatementWords.ofThemBeyond(reader.number(line.beyond)))
        } else {
            note = nil
        }
    }
}

/// One difference by name: what stood there, what stood here, what was done.
struct DifferenceRow: Sendable {
    let day: String
    let what: String
    let kind: String
    let there: String
    let here: String
    let deed: Badge
    let reason: String?

    init(_ difference: NamedDifference, for reader: Reader) {
        day = reader.day(difference.day)
        what = difference.externalID
        kind = reader.say(DifferenceText.kind(difference.kind))
        there = Self.text(of: difference.there, difference, reader)
        here = Self.text(of: difference.here, difference, reader)
        let deed = reader.say(DifferenceText.outcome(difference.outcome))
        switch difference.outcome {
        case .repaired: self.deed = Badge(.good, deed)
        case .kept: self.deed = Badge(.warn, deed)
        case .failed: self.deed = Badge(.bad, deed)
        }
        reason = difference.trouble.map { reader.say($0.explanation) }
    }

    private static func text(
        of side: NamedDifference.Side?, _ difference: NamedDifference, _ reader: Reader
    ) -> String {
        guard let side else { return reader.say(StatementWords.nothing) }
        var parts: [String] = []
        if difference.kind == .day, let day = side.day { parts.append(reader.day(day)) }
        if let status = side.outline.platformStatus, !status.isEmpty { parts.append(status) }
        if let amount = side.outline.amount, let currency = difference.currency, let scale = difference.scale {
            parts.append(reader.money(Money(amount: amount, currency: currency, scale: scale)))
        }
        if let units = side.outline.units { parts.append(reader.say(StatementWords.units(reader.number(Int(units))))) }
        return parts.joined(separator: " · ")
    }
}
