import Basics

/// What was done to access, credentials and connections, and by whom: the client's audit chain.
package struct ActivityPage: ConsolePage {
    package struct Entry: Sendable {
        package struct Detail: Sendable {
            package let field: String
            package let before: String?
            package let after: String?

            package init(field: String, before: String?, after: String?) {
                self.field = field
                self.before = before
                self.after = after
            }
        }

        package let number: Int64
        package let at: Instant
        /// As the chain has it, as in `member:mem_01k…`.
        package let actor: String
        /// The actor's name where he is known and may be told.
        package let actorName: String?
        /// As in `connection.created`.
        package let action: String
        /// The id of what it was done to, and its name where it is known.
        package let subject: String
        package let subjectName: String?
        package let details: [Detail]

        package init(
            number: Int64, at: Instant, actor: String, actorName: String?, action: String, subject: String,
            subjectName: String?, details: [Detail]
        ) {
            self.number = number
            self.at = at
            self.actor = actor
            self.actorName = actorName
            self.action = action
            self.subject = subject
            self.subjectName = subjectName
            self.details = details
        }
    }

    /// What the last walk along the chain found.
    package enum Verdict: Sendable, Hashable {
        case unchecked
        case whole(entries: Int64)
        case broken(Phrase)
    }

    /// What the reader looks for.
    package struct Query: Sendable, Hashable {
        /// The part of an action before its dot, as in `connection`; nil for all.
        package var object: String?
        package var actor: String?
        /// Older than this entry; nil for the newest.
        package var before: Int64?

        package init(object: String? = nil, actor: String? = nil, before: Int64? = nil) {
            self.object = object
            self.actor = actor
            self.before = before
        }
    }

    /// Newest first.
    package var entries: [Entry]
    package var query: Query
    /// Where the next page begins; nil on the last.
    package var next: Int64?
    package var verdict: Verdict
    /// When that was; nil when it never was.
    package var checkedAt: Instant?
    /// Entries since then.
    package var newEntries: Int64
    /// Those who did something, to filter by: as the chain has them, with a name where one is known.
    package var actors: [(id: String, name: String)]

    package init(
        entries: [Entry], query: Query = Query(), next: Int64? = nil, verdict: Verdict,
        checkedAt: Instant? = nil, newEntries: Int64 = 0, actors: [(id: String, name: String)] = []
    ) {
        self.entries = entries
        self.query = query
        self.next = next
        self.verdict = verdict
        self.checkedAt = checkedAt
        self.newEntries = newEntries
        self.actors = actors
    }

    package static let template = Template.activity
    package static let words = WordList(ActivityWords())

    package func title(for reader: Reader) -> String { ActivityWords.heading[reader.language] }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        let path = ConsolePath.activity(frame.client?.id ?? "")
        func link(before number: Int64?) -> String {
            ConsolePath.query(
                path, [("object", query.object), ("actor", query.actor), ("before", number.map { String($0) })])
        }
        let badge: Badge =
            switch verdict {
            case .whole(let count): Badge(.good, reader.say(ActivityWords.whole(reader.number(Int(count)))))
            case .unchecked: Badge(.quiet, reader.say(ActivityWords.unchecked))
            case .broken: Badge(.bad, reader.say(ActivityWords.broken))
            }
        var flaw: NoticeContent?
        if case .broken(let why) = verdict {
            flaw = NoticeContent(
                Notice(.bad, reader.say(why), remedy: reader.say(ActivityWords.brokenRemedy)), for: reader)
        }
        return Content(
            heading: title(for: reader), verdict: badge, flaw: flaw, checked: checked(reader),
            checkPath: path + "/check",
            action: path, filters: filters(reader),
            isNarrow: query.object != nil || query.actor != nil, clearPath: path,
            entries: entries.map { Row($0, for: reader) }, hasEntries: !entries.isEmpty, isEmpty: entries.isEmpty,
            pager: Pager(
                shown: reader.say(OrdersWords.shown(entries.count)),
                firstPath: query.before == nil ? nil : link(before: nil), nextPath: next.map { link(before: $0) }))
    }

    private func checked(_ reader: Reader) -> String? {
        guard let checkedAt else { return nil }
        let ago = reader.ago(checkedAt)
        let new = reader.number(Int(newEntries))
        return reader.say(newEntries == 0 ? ActivityWords.checked(ago) : ActivityWords.checked(ago, new: new))
    }

    private func filters(_ reader: Reader) -> [Field] {
        let all = Field.Option(value: "", title: reader.say(ActivityWords.all), isChosen: false)
        var object = Field("object", reader.say(ActivityWords.object))
        object.options =
            [all]
            + ActivityWords.objects.map {
                Field.Option(value: $0.key, title: reader.say($0.title), isChosen: query.object == $0.key)
            }
        var actor = Field("actor", reader.say(ActivityWords.actor))
        actor.options =
            [all] + actors.map { Field.Option(value: $0.id, title: $0.name, isChosen: query.actor == $0.id) }
        return [object, actor]
    }

    private struct Row: Sendable {
        struct Detail: Sendable {
            let field: String
            let before: String?
            let after: String?
        }
        let number: String
        let when: String
        let whenISO: String
        let actor: String
        let action: String
        let subject: String
        let details: [Detail]

        init(_ entry: Entry, for reader: Reader) {
            number = String(entry.number)
            when = reader.exactMoment(entry.at)
            whenISO = entry.at.iso8601
            actor = entry.actorName ?? ActivityWords.actorName(entry.actor, reader)
            action = ActivityWords.action(entry.action).map(reader.say) ?? entry.action
            subject = entry.subjectName ?? entry.subject
            details = entry.details.compactMap { detail in
                let before = detail.before.flatMap { $0.isEmpty ? nil : ActivityWords.value($0, reader) }
                let after = detail.after.flatMap { $0.isEmpty ? nil : ActivityWords.value($0, reader) }
                guard before != nil || after != nil else { return nil }
                return Detail(
                    field: ActivityWords.field(detail.field).map(reader.say) ?? detail.field, before: before,
                    after: after)
            }
        }
    }

    private struct Content: Sendable {
        let heading: String
        let verdict: Badge
        let flaw: NoticeContent?
        let checked: String?
        let checkPath: String
        let action: String
        let filters: [Field]
        let isNarrow: Bool
        let clearPath: String
        let entries: [Row]
        let hasEntries: Bool
        let isEmpty: Bool
        let pager: Pager
    }
}
