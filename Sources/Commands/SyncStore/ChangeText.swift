import Basics
import Commerce
import Hub
import Records

/// One change of an order, for a person who watches and for a program.
enum ChangeText {
    /// `10:15:32  v123lojd-01  em manuseio → faturado  R$ 129,90`.
    static func line(
        _ changed: ChangedOrder, language: Language, paint: Paint, zone: DateText.Zone = .machine
    ) -> String {
        let status = changed.change.facts.first { $0.field == "status" }
        let what =
            switch (status?.from, status?.to) {
            case (.some(let from), .some(let to)):
                StatusText.text(from, in: language) + " → " + StatusText.text(to, in: language)
            case (.none, .some(let to)):
                paint.good(Phrase(pt: "novo", es: "nuevo", en: "new")[language]) + " · "
                    + StatusText.text(to, in: language)
            default: changed.change.facts.map(\.field).joined(separator: ", ")
            }
        let time = paint.quiet(DateText.time(changed.change.recordedAt, zone: zone))
        guard let order = changed.order?.order else { return "\(time)  \(changed.change.recordID)  \(what)" }
        let total = NumberText.money(order.total, in: language)
        let filling = String(repeating: " ", count: max(0, 14 - total.count))
        return "\(time)  \(order.externalID)  \(filling)\(paint.strong(total))  \(what)"
    }

    static func json(_ changed: ChangedOrder) -> [UInt8] {
        let change = changed.change
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("number", change.number)
            writer.member("record", change.recordKind)
            writer.member("id", change.recordID)
            writer.member("externalId", changed.order?.order.externalID)
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
            writer.money("total", changed.order?.order.total)
            writer.member("occurredAt", change.occurredAt)
            writer.member("recordedAt", change.recordedAt)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
