import Basics
import Commerce
import Hub
import Operations
import Records

/// One change of an order, for a person who watches and for a program.
enum ChangeText {
    /// `10:15:32  v123lojd-01           R$ 129,90  em manuseio → faturado`; within `width` columns, if need be without what
    /// the status was before.
    static func line(
        _ changed: ChangedOrder, language: Language, paint: Paint, width: Int, zone: DateText.Zone = .machine
    ) -> String {
        let time = DateText.time(changed.change.recordedAt, zone: zone)
        let id = changed.order?.order.externalID ?? changed.change.recordID
        let total = changed.order.map { NumberText.money($0.order.total, in: language) } ?? ""
        let taken = 8 + 2 + max(idWidth, id.count) + max(totalWidth, total.count) + 2
        func padding(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count))
        }
        return paint.quiet(time) + "  " + id + padding(id, idWidth) + padding(total, totalWidth) + paint.strong(total)
            + "  " + what(changed.change, room: width - taken, language: language, paint: paint)
    }

    /// As wide as an order that a marketplace sold, and as R$ 99.999,99 with two blanks before it.
    private static let idWidth = 20
    private static let totalWidth = 14

    private static func what(_ change: Change, room: Int, language: Language, paint: Paint) -> String {
        guard let status = change.facts.first(where: { $0.field == "status" }), let now = status.to else {
            return other(change, room: room, language: language)
        }
        let after = StatusText.text(now, in: language)
        guard let before = status.from else {
            return paint.good(Phrase(pt: "novo", es: "nuevo", en: "new")[language]) + " · " + after
        }
        let whole = StatusText.text(before, in: language) + " → " + after
        return whole.count <= room ? whole : "→ " + after
    }

    /// A step that only the platform tells apart is shown by its words, other changes by their fields.
    private static func other(_ change: Change, room: Int, language: Language) -> String {
        guard let step = change.facts.first(where: { $0.field == "platformStatus" }), let to = step.to else {
            return change.facts.map(\.field).joined(separator: ", ")
        }
        let now = PlatformStepText.text(to, in: language)
        let whole = (step.from.map { PlatformStepText.text($0, in: language) + " " } ?? "") + "→ " + now
        return whole.count <= room ? whole : "→ " + now
    }

    static func json(_ changed: ChangedOrder) -> [UInt8] {
        json(changed.change, externalID: changed.order?.order.externalID) { writer in
            writer.money("total", changed.order?.order.total)
        }
    }

    /// A change of whatever record as one line for programs, with what `more` says of the record.
    static func json(_ change: Change, externalID: String?, more: (inout JSONWriter) -> Void = { _ in }) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("number", change.number)
            writer.member("record", change.recordKind)
            writer.member("id", change.recordID)
            writer.member("externalId", externalID)
            writer.member("version", change.version)
            writer.member("cause", change.cause.rawValue)
            writer.array("facts") { writer in
                for fact in change.facts {
                    writer.elementObject { writer in
                        writer.member("field", fact.field)
                        writer.member("from", fact.from)
                        writer.member("to", fact.to)
                    }
                }
            }
            more(&writer)
            writer.member("occurredAt", change.occurredAt)
            writer.member("recordedAt", change.recordedAt)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
