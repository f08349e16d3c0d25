import Basics
import ConnectorKit
import Operations
import Records
import Sync

/// One connection: its state, how far its stream has come, its key, what could not be read, its sales by day.
package struct ConnectionPage: ConsolePage {
    package var overview: ConnectionOverview
    package var parked: [ParkedRead]
    /// The last key check, on whatever node; nil before the first.
    package var lastCheck: KeyCheckReport?
    package var days: DayPlot?
    /// How it hears of changes; nil for by sweep.
    package var live: LiveStanding?
    /// Of every stream that the platform offers.
    package var standings: [StreamStanding]

    package init(
        overview: ConnectionOverview, parked: [ParkedRead] = [], lastCheck: KeyCheckReport? = nil,
        days: DayPlot? = nil, live: LiveStanding? = nil, standings: [StreamStanding] = []
    ) {
        self.overview = overview
        self.parked = parked
        self.lastCheck = lastCheck
        self.days = days
        self.live = live
        self.standings = standings
    }

    package static let template = Template.connection
    package static let words = WordList(ConnectionWords())

    package func title(for reader: Reader) -> String { overview.connection.name }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader.at(overview.connection.timeZone)
        let client = frame.client?.id ?? ""
        let connection = overview.connection
        let id = connection.id.text
        func path(_ part: String) -> String { ConsolePath.connection(client, id, part) }
        var isPaused = false
        if case .paused = connection.state { isPaused = true }
        return Content(
            hasCrumbs: true,
            crumbs: [Crumb(reader.say(ConnectionsWords.heading), ConsolePath.connections(client))],
            heading: connection.name, account: overview.account, state: Badge(connection.state, for: reader),
            livePath: path("live"), daysPath: path("days"), areDaysSettled: areDaysSettled,
            streamsPath: path("streams"), streams: StreamsCard(standings, client: client, for: reader),
            attention: ConnectionRow.attention(connection.state, for: reader).map {
                NoticeContent($0, for: reader)
            }, progress: StreamProgress(overview, for: reader), isLive: !overview.isStopped,
            freshness: freshness(reader), since: overview.stream?.backfillFrom.map { reader.moment($0) },
            quota: overview.quota.map { QuotaGauge($0, for: reader) }, key: connection.key,
            address: connection.baseURL, timeZone: StoreZones.title(of: connection.timeZone),
            madeAt: reader.moment(connection.createdAt),
            check: lastCheck.map { CheckSummary($0, for: reader) }, checkPath: path("check"),
            credentialPath: path("credential"), isPaused: isPaused, pausePath: path("pause"),
            resumePath: path("resume"), rerunPath: path("rerun"),
            statementPath: path("statement"), retryPath: path("retry"),
            parked: parked.map { ParkedRow($0, for: reader) }, hasParked: !parked.isEmpty,
            days: days.map { DayPlotContent($0, for: reader) },
            noDays: reader.say(overview.stored > 0 ? ConnectionWords.daysAhead : ConnectionWords.noDays),
            events: LiveCard(live, of: connection, client: client, for: reader))
    }

    /// Whether the plot is what it will be: nothing of the past is on its way, and the days have been added up.
    private var areDaysSettled: Bool {
        overview.isStopped || (overview.stream?.backfillDoneAt != nil && (days != nil || overview.stored == 0))
    }

    private func freshness(_ reader: Reader) -> String {
        guard let stream = overview.stream, stream.isSurveyed else { return reader.say(ConnectionWords.notYet) }
        return stream.sweptUntil.map(reader.ago) ?? reader.say(ConnectionWords.notYet)
    }

    private struct ParkedRow: Sendable {
        let what: String
        let reason: String
        let attempts: String
        let next: String?

        init(_ read: ParkedRead, for reader: Reader) {
            switch read.what {
            case .order(let id): what = id
            case .window(let from, let until): what = reader.moment(from) + " – " + reader.moment(until)
            }
            reason = reader.say(read.reason)
            attempts = reader.say(ConnectionWords.attempts(read.attempts))
            next = read.retryAt.map { reader.say(ConnectionWords.nextTry(reader.ahead($0))) }
        }
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let account: String
        let state: Badge
        let livePath: String
        let daysPath: String
        let areDaysSettled: Bool
        let streamsPath: String
        let streams: StreamsCard?
        let attention: NoticeContent?
        let progress: StreamProgress
        let isLive: Bool
        let freshness: String
        let since: String?
        let quota: QuotaGauge?
        let key: String
        let address: String
        let timeZone: String
        let madeAt: String
        let check: CheckSummary?
        let checkPath: String
        let credentialPath: String
        let isPaused: Bool
        let pausePath: String
        let resumePath: String
        let rerunPath: String
        let statementPath: String
        let retryPath: String
        let parked: [ParkedRow]
        let hasParked: Bool
        let days: DayPlotContent?
        let noDays: String
        let events: LiveCard
    }
}

/// Something of the platform that could not be read, and is tried again.
package struct ParkedRead: Sendable {
    package enum What: Sendable {
        /// By the platform's id.
        case order(String)
        case window(from: Instant, until: Instant)
    }

    package let what: What
    package let reason: Phrase
    package let attempts: Int
    /// Nil for the next sweep, whenever it comes.
    package let retryAt: Instant?

    package init(what: What, reason: Phrase, attempts: Int, retryAt: Instant?) {
        self.what = what
        self.reason = reason
        self.attempts = attempts
        self.retryAt = retryAt
    }
}

/// A quota as a gauge.
struct QuotaGauge: Sendable {
    let text: String
    let used: Int
    let limit: Int

    init(_ quota: QuotaUse, for reader: Reader) {
        text = QuotaText.line(quota, for: reader)
        used = min(quota.usedPerMinute, quota.limitPerMinute)
        limit = max(1, quota.limitPerMinute)
    }
}
