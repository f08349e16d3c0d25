import Basics
import Records
import Storage

/// What the guardian found out about connections, kept until it is over.
package struct LiveFindings: Sendable {
    /// How long something that was put right is told.
    static let newsLasts = Duration.seconds(86_400)

    /// A finding with when it began.
    package struct Noted: Hashable, Sendable {
        package let code: String
        package let since: Instant
        package let explanation: Phrase
        package let remedy: Phrase?

        package init(code: String, since: Instant, explanation: Phrase, remedy: Phrase?) {
            self.code = code
            self.since = since
            self.explanation = explanation
            self.remedy = remedy
        }
    }

    private let scope: OrganizationScope
    private let connectionID: ConnectionID

    package init(_ scope: OrganizationScope, connection: ConnectionID) {
        self.scope = scope
        connectionID = connection
    }

    private var here: SQL { "organization_id = \(scope.organizationID) AND connection_id = \(connectionID)" }

    /// The oldest first.
    package func list(in transaction: any Transaction) throws -> [Noted] {
        try transaction.all(
            """
            SELECT code, since, text_pt, text_es, text_en, remedy_pt, remedy_es, remedy_en
            FROM live_findings WHERE \(here) ORDER BY since, code
            """
        ) { row in
            var remedy: Phrase?
            if let text = try row.optionalText(5) {
                remedy = Phrase(pt: text, es: try row.text(6), en: try row.text(7))
            }
            return Noted(
                code: try row.text(0), since: try row.instant(1),
                explanation: Phrase(pt: try row.text(2), es: try row.text(3), en: try row.text(4)), remedy: remedy)
        }
    }

    /// Notes what holds now. What does not hold any more goes; what holds still keeps its beginning.
    package func note(_ findings: [LiveFinding], at now: Instant, in transaction: any Transaction) throws {
        let current = Set(findings.map(\.code.rawValue))
        let news = Set(LiveFinding.Code.allCases.filter(\.isNews).map(\.rawValue))
        for noted in try list(in: transaction) where !current.contains(noted.code) {
            guard !news.contains(noted.code) || noted.since + Self.newsLasts <= now else { continue }
            try transaction.execute("DELETE FROM live_findings WHERE \(here) AND code = \(noted.code)")
        }
        for finding in findings { try write(finding, at: now, in: transaction) }
    }

    private func write(_ finding: LiveFinding, at now: Instant, in transaction: any Transaction) throws {
        let remedy = finding.remedy
        try transaction.execute(
            """
            INSERT INTO live_findings (organization_id, connection_id, code, since, text_pt, text_es, text_en,
                                       remedy_pt, remedy_es, remedy_en)
            VALUES (\(scope.organizationID), \(connectionID), \(finding.code.rawValue), \(now),
                    \(finding.explanation.portuguese), \(finding.explanation.spanish), \(finding.explanation.english),
                    \((remedy?.portuguese).sqlValue), \((remedy?.spanish).sqlValue), \((remedy?.english).sqlValue))
            ON CONFLICT (organization_id, connection_id, code) DO UPDATE
            SET text_pt = excluded.text_pt, text_es = excluded.text_es, text_en = excluded.text_en,
                remedy_pt = excluded.remedy_pt, remedy_es = excluded.remedy_es, remedy_en = excluded.remedy_en
            """)
    }
}
