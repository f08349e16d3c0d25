import Basics
import Commerce

/// A client's records of one kind besides orders, what changed last first, with search.
package struct RecordsPage: ConsolePage {
    /// What the reader looks for.
    package struct Query: Sendable, Hashable {
        package var kind: RecordKind
        package var text: String
        package var isWithDeleted: Bool
        /// Where the page before ended; nil for the first.
        package var after: String?

        package init(_ kind: RecordKind, text: String = "", isWithDeleted: Bool = false, after: String? = nil) {
            self.kind = kind
            self.text = text
            self.isWithDeleted = isWithDeleted
            self.after = after
        }

        var isNarrow: Bool { !text.isEmpty || isWithDeleted }

        func path(_ client: String, after: String?) -> String {
            ConsolePath.query(
                ConsolePath.records(client, kind.rawValue),
                [("q", text), ("deleted", isWithDeleted ? "too" : nil), ("after", after)])
        }
    }

    package var records: [RecordListing]
    package var query: Query
    /// Where the next page begins; nil on the last.
    package var next: String?
    /// How many of each kind are stored and not deleted.
    package var counts: [RecordKind: Int]

    package init(records: [RecordListing], query: Query, next: String? = nil, counts: [RecordKind: Int]) {
        self.records = records
        self.query = query
        self.next = next
        self.counts = counts
    }

    package static let template = Template.records
    package static let words = WordList(RecordsWords())

    package func title(for reader: Reader) -> String { reader.say(RecordKindWords.many(query.kind)) }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        let client = frame.client?.id ?? ""
        let isFirst = query.after == nil
        return Content(
            heading: reader.say(RecordsWords.heading),
            kinds: RecordKind.allCases.map { kind in
                RecordKindEntry(
                    kind, count: counts[kind] ?? 0, client: client, isHere: kind == query.kind, for: reader)
            },
            action: ConsolePath.records(client, query.kind.rawValue), search: searchField(reader),
            filters: [deletedField(reader)], isNarrow: query.isNarrow,
            clearPath: ConsolePath.records(client, query.kind.rawValue), title: title(for: reader),
            records: records.map { RecordRow($0, client: client, for: reader) }, hasRecords: !records.isEmpty,
            isNoResult: records.isEmpty && (query.isNarrow || !isFirst),
            isEmpty: records.isEmpty && !query.isNarrow && isFirst,
            pager: Pager(
                shown: reader.say(OrdersWords.shown(records.count)),
                firstPath: isFirst ? nil : query.path(client, after: nil),
                nextPath: next.map { query.path(client, after: $0) }))
    }

    private func searchField(_ reader: Reader) -> Field {
        var field = Field("q", reader.say(RecordsWords.search), .search, value: query.text.isEmpty ? nil : query.text)
        field.isRequired = false
        field.autocomplete = "off"
        return field
    }

    private func deletedField(_ reader: Reader) -> Field {
        var field = Field("deleted", reader.say(RecordsWords.withDeleted))
        field.options = [
            Field.Option(value: "", title: reader.say(RecordsWords.hidden), isChosen: !query.isWithDeleted),
            Field.Option(value: "too", title: reader.say(RecordsWords.shownToo), isChosen: query.isWithDeleted),
        ]
        return field
    }

    private struct Content: Sendable {
        let heading: String
        let kinds: [RecordKindEntry]
        let action: String
        let search: Field
        let filters: [Field]
        let isNarrow: Bool
        let clearPath: String
        let title: String
        let records: [RecordRow]
        let hasRecords: Bool
        let isNoResult: Bool
        let isEmpty: Bool
        let pager: Pager
    }
}
