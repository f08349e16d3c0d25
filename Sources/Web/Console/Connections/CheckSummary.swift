import Basics
import ConnectorKit
import Operations
import Records

/// A key's last check in short: what came of it, and the lines that matter. Its own page has the rest.
struct CheckSummary: Sendable {
    let verdict: NoticeContent
    let when: String
    let whenISO: String
    let lines: [CheckProgress.Line]
    let recipe: String

    init(_ report: KeyCheckReport, for reader: Reader) {
        let instant = report.record.finishedAt ?? report.record.startedAt
        when = reader.ago(instant)
        whenISO = instant.iso8601
        let progress = CheckProgress(report, isRunning: report.record.isRunning(at: reader.now), for: reader)
        recipe = progress.recipe
        verdict = NoticeContent(CheckVerdict.notice(report, isDraft: false, for: reader), for: reader)
        let order = ["missing", "optional", "waiting", "granted", "unknown"]
        let needed = progress.needed.sorted {
            (order.firstIndex(of: $0.verdict) ?? 0) < (order.firstIndex(of: $1.verdict) ?? 0)
        }
        lines = report.record.outcome == .accepted ? needed + progress.others.filter { $0.verdict == "excess" } : []
    }
}
