import Basics
import Sync

/// The newest run as the page tells of it: under way with its progress, done with its verdict, or failed with the reason.
struct StatementRun: Sendable {
    let notice: NoticeContent
    let isRunning: Bool
    /// As in `120 de 730 dias`; nil before it is known how many there are.
    let progress: String?
    let daysDone: Int
    let daysTotal: Int
    let isDone: Bool
    let span: String?
    let comparedUntil: String?
    let sampled: String
    let requests: String
    let beyond: String?
    let when: String
    let whenISO: String

    init(_ run: Reconciliation, for reader: Reader) {
        notice = NoticeContent(Self.notice(run, reader), for: reader)
        isRunning = run.state.isOpen
        isDone = run.state == .done
        daysDone = run.daysDone
        daysTotal = run.daysTotal
        progress =
            run.daysTotal > 0
            ? reader.say(StatementWords.progress(reader.number(run.daysDone), reader.number(run.daysTotal))) : nil
        if let from = run.span.from, let until = run.span.until {
            span = reader.say(StatementWords.range(reader.day(from), reader.day(until)))
        } else {
            span = nil
        }
        comparedUntil = run.comparedUntil.map { reader.moment($0) }
        sampled = reader.number(run.sampled)
        requests = reader.number(run.requests)
        beyond =
            run.beyond > 0
            ? run.reachesFrom.map {
                reader.say(StatementWords.beyondReach(reader.number(run.beyond), String(reader.moment($0).prefix(10))))
            } : nil
        let at = run.finishedAt ?? run.requestedAt
        when = reader.moment(at)
        whenISO = at.iso8601
    }

    private static func notice(_ run: Reconciliation, _ reader: Reader) -> Notice {
        switch (run.state, run.verdict) {
        case (.queued, _): Notice(.info, reader.say(StatementWords.queued))
        case (.running, _): Notice(.info, reader.say(StatementWords.running))
        case (.failed, _):
            Notice(
                .bad, reader.say(StatementWords.failed), remedy: run.trouble.map { reader.say($0.explanation) })
        case (.done, .repaired): Notice(.good, reader.say(StatementWords.allRepaired))
        case (.done, .differs): Notice(.bad, reader.say(StatementWords.left))
        case (.done, .incomplete): Notice(.warn, reader.say(StatementWords.incomplete))
        case (.done, _): Notice(.good, reader.say(StatementWords.agrees))
        }
    }
}
