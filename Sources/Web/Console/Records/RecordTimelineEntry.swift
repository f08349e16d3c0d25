import Basics
import Records

/// One change of a record's log, as a person reads it.
struct RecordTimelineEntry: Sendable {
    let what: String
    let when: String
    let whenISO: String
    let recorded: String
    let cause: String
    let steps: [TimelineEntry.Step]
    let number: String

    init(_ change: Change, for reader: Reader) {
        let fields = Set(change.facts.map(\.field))
        if fields.contains("created") {
            what = reader.say(Words.created)
        } else if fields.contains("deleted") {
            let isGone = change.facts.first { $0.field == "deleted" }?.to == "true"
            what = reader.say(isGone ? Words.deleted : Words.restored)
        } else if let closing = change.facts.first(where: { $0.field == "closedBy" }) {
            what = reader.say(closing.to == nil ? Words.reopened : Words.closed)
        } else if let person = change.facts.first(where: { $0.field == "personId" }) {
            what = reader.say(person.to == change.recordID ? PersonWords.parted : PersonWords.joined)
        } else {
            what = reader.say(Words.changed)
        }
        when = reader.moment(change.occurredAt)
        whenISO = change.occurredAt.iso8601
        recorded = reader.say(TimelineWords.recorded(reader.exactMoment(change.recordedAt)))
        cause = reader.say(TimelineWords.cause(change.cause))
        steps = change.facts.filter { !Self.isSaid.contains($0.field) }.map { fact in
            func text(_ value: String?) -> String? {
                value.map { RecordFactText.value($0, of: fact.field, for: reader) }
            }
            return TimelineEntry.Step(
                name: RecordFactText.field(fact.field).map(reader.say) ?? fact.field, before: text(fact.from),
                after: fact.field == "person" ? reader.say(TimelineWords.personChanged) : text(fact.to))
        }
        number = reader.say(TimelineWords.number(change.number))
    }

    /// Facts that `what` says already.
    private static let isSaid: Set<String> = ["created", "deleted", "personId"]

    private enum Words {
        static let created = Phrase(pt: "Chegou ao Ponte", es: "Llegó a Ponte", en: "Came in")
        static let deleted = Phrase(
            pt: "Sumiu da plataforma", es: "Desapareció de la plataforma", en: "Gone from the platform")
        static let restored = Phrase(
            pt: "Voltou à plataforma", es: "Volvió a la plataforma", en: "Back at the platform")
        static let closed = Phrase(
            pt: "Fechado por um pedido", es: "Cerrado por un pedido", en: "Closed by an order")
        static let reopened = Phrase(pt: "Aberto de novo", es: "Abierto de nuevo", en: "Open again")
        static let changed = Phrase(pt: "Mudou", es: "Cambió", en: "Changed")
    }
}
