import Basics
import Commerce
import Foundation
import Records

/// One change of an order's log, as a person reads it.
struct TimelineEntry: Sendable {
    struct Step: Sendable {
        let name: String
        let before: String?
        let after: String?
    }

    let what: String
    let when: String
    let whenISO: String
    let recorded: String
    let cause: String
    let steps: [Step]
    let number: String

    init(_ change: Change, for reader: Reader) {
        let created = change.facts.contains { $0.field == "created" }
        let status = change.facts.first { $0.field == "status" }
        if created {
            what = reader.say(TimelineWords.created)
        } else if let now = status?.to {
            what = reader.say(TimelineWords.becomes(StatusText.text(now, in: reader.language)))
        } else {
            what = reader.say(TimelineWords.changed)
        }
        when = reader.moment(change.occurredAt)
        whenISO = change.occurredAt.iso8601
        recorded = reader.say(TimelineWords.recorded(reader.exactMoment(change.recordedAt)))
        cause = reader.say(TimelineWords.cause(change.cause))
        steps = change.facts.filter { $0.field != "created" }.map { Self.step($0, for: reader) }
        number = reader.say(TimelineWords.number(change.number))
    }

    /// `credit_card 585.91 BRL, gift_card 10.00 BRL` in the reader's words.
    private static func payments(_ text: String, for reader: Reader) -> String {
        text.split(separator: ", ").map { part in
            let cut = part.split(separator: " ", maxSplits: 1).map(String.init)
            guard cut.count == 2, let method = OrderPayment.Method(rawValue: cut[0]) else { return String(part) }
            return reader.say(OrderWords.method(method)) + " "
                + (MoneyReading.money(cut[1]).map(reader.money) ?? cut[1])
        }.joined(separator: ", ")
    }

    private static func step(_ fact: Change.Fact, for reader: Reader) -> Step {
        func text(_ value: String?) -> String? {
            guard let value else { return nil }
            if fact.field == "status" { return StatusText.text(value, in: reader.language) }
            if fact.field.hasSuffix("At"), let instant = Instant(iso8601: value) { return reader.moment(instant) }
            if fact.field == "payments" { return payments(value, for: reader) }
            return MoneyReading.money(value).map(reader.money) ?? value
        }
        return Step(
            name: TimelineWords.field(fact.field).map(reader.say) ?? fact.field, before: text(fact.from),
            after: fact.field == "person" ? reader.say(TimelineWords.personChanged) : text(fact.to))
    }
}

/// Reads money as facts write it: `129.90 BRL`.
enum MoneyReading {
    static func money(_ text: String) -> Money? {
        guard let match = text.wholeMatch(of: /(-?)([0-9]{1,15})(?:\.([0-9]{1,4}))? ([A-Z]{3})/) else { return nil }
        let decimals = match.3.map(String.init) ?? ""
        guard let amount = Int64(match.2 + decimals) else { return nil }
        return Money(amount: match.1.isEmpty ? amount : -amount, currency: String(match.4), scale: decimals.count)
    }
}

enum TimelineWords {
    static let created = Phrase(pt: "Pedido recebido", es: "Pedido recibido", en: "Order came in")
    static let changed = Phrase(pt: "Pedido alterado", es: "Pedido modificado", en: "Order changed")
    static let personChanged = Phrase(pt: "alterados", es: "modificados", en: "changed")

    static func becomes(_ status: String) -> Phrase {
        Phrase(pt: "Passou a: \(status)", es: "Pasó a: \(status)", en: "Became: \(status)")
    }

    static func recorded(_ moment: String) -> Phrase {
        Phrase(pt: "registrado em \(moment)", es: "registrado el \(moment)", en: "recorded \(moment)")
    }

    static func number(_ number: Int64) -> Phrase {
        Phrase(pt: "mudança nº \(number)", es: "cambio n.º \(number)", en: "change no. \(number)")
    }

    static func cause(_ cause: Change.Cause) -> Phrase {
        switch cause {
        case .platform: Phrase(pt: "veio da plataforma", es: "vino de la plataforma", en: "came from the platform")
        case .remap:
            Phrase(pt: "leitura melhorada do Ponte", es: "lectura mejorada de Ponte", en: "better reading by Ponte")
        case .merge: Phrase(pt: "união de registros", es: "unión de registros", en: "merged records")
        case .erase: Phrase(pt: "dados pessoais apagados", es: "datos personales borrados", en: "personal data erased")
        case .app: Phrase(pt: "por um produto", es: "por un producto", en: "by an app")
        }
    }

    /// Nil for a field without a word of its own.
    static func field(_ name: String) -> Phrase? {
        switch name {
        case "status": Phrase(pt: "status", es: "estado", en: "status")
        case "platformStatus":
            Phrase(pt: "status na plataforma", es: "estado en la plataforma", en: "platform's status")
        case "total": Phrase(pt: "total", es: "importe total", en: "total")
        case "items": Phrase(pt: "itens", es: "artículos", en: "items")
        case "authorizedAt": Phrase(pt: "autorizado em", es: "autorizado el", en: "authorized")
        case "invoicedAt": Phrase(pt: "faturado em", es: "facturado el", en: "invoiced")
        case "canceledAt": Phrase(pt: "cancelado em", es: "cancelado el", en: "canceled")
        case "deliveredAt": Phrase(pt: "entregue em", es: "entregado el", en: "delivered")
        case "shipments": Phrase(pt: "notas", es: "facturas", en: "shipments")
        case "payments": Phrase(pt: "pagamentos", es: "pagos", en: "payments")
        case "coupon": Phrase(pt: "cupom", es: "cupón", en: "coupon")
        case "person": Phrase(pt: "dados do cliente", es: "datos del cliente", en: "customer's data")
        case let name where name.hasSuffix(".trackingNumber"):
            Phrase(pt: "rastreamento", es: "seguimiento", en: "tracking")
        default: nil
        }
    }
}
