import Basics
import Commerce
import Operations
import Records

/// One change of a record besides orders, for a person who watches and for a program. Nothing of a person is in it.
enum RecordChangeText {
    /// `10:15:32  estoque 17             available: 4 → 3`; what changed is cut off at `width` columns.
    static func line(
        _ changed: ChangedRecord, language: Language, paint: Paint, width: Int, zone: DateText.Zone = .machine
    ) -> String {
        let time = DateText.time(changed.change.recordedAt, zone: zone)
        let name = changed.record.map { $0.title ?? $0.externalID } ?? changed.change.recordID
        let whole = kind(changed.kind)[language] + " " + name
        let subjectMax = max(subjectWidth, width / 2)
        let subject = whole.count <= subjectMax ? whole : whole.prefix(subjectMax - 1) + "…"
        let padding = String(repeating: " ", count: max(0, subjectWidth - subject.count))
        let room = max(8, width - time.count - 2 - max(subjectWidth, subject.count) - 2)
        let what = what(changed.change)[language]
        let shown = what.count <= room ? what : what.prefix(room - 1) + "…"
        return paint.quiet(time) + "  " + subject + padding + "  " + shown
    }

    static func json(_ changed: ChangedRecord) -> [UInt8] {
        ChangeText.json(changed.change, externalID: changed.record?.externalID)
    }

    /// As wide as an order's id and total, so that what changed stands below what changed.
    private static let subjectWidth = 34

    private static func what(_ change: Change) -> Phrase {
        if change.facts.contains(.created) { return Phrase(pt: "novo", es: "nuevo", en: "new") }
        if change.facts.contains(.deleted) { return Phrase(pt: "excluído", es: "eliminado", en: "deleted") }
        if change.facts.contains(.restored) {
            return Phrase(pt: "está de volta", es: "está de vuelta", en: "is back")
        }
        if let closing = change.facts.first(where: { $0.field == "closedBy" }) {
            guard let order = closing.to else {
                return Phrase(pt: "aberto de novo", es: "abierto de nuevo", en: "open again")
            }
            return Phrase(
                pt: "fechado pelo pedido \(order)", es: "cerrado por el pedido \(order)", en: "closed by order \(order)"
            )
        }
        let facts = change.facts.filter { $0 != .person }.map { fact in
            fact.field + ": " + (fact.from.map { $0 + " " } ?? "") + "→ " + (fact.to ?? "–")
        }
        guard facts.isEmpty else { return Phrase(same: facts.joined(separator: ", ")) }
        return change.facts.contains(.person)
            ? Phrase(pt: "dados pessoais", es: "datos personales", en: "personal data")
            : Phrase(pt: "outros campos", es: "otros campos", en: "other fields")
    }

    private static func kind(_ kind: RecordKind) -> Phrase {
        switch kind {
        case .customer: Phrase(pt: "cliente", es: "cliente", en: "customer")
        case .address: Phrase(pt: "endereço", es: "dirección", en: "address")
        case .subscriber: Phrase(pt: "inscrição", es: "suscripción", en: "subscription")
        case .cart: Phrase(pt: "carrinho", es: "carrito", en: "cart")
        case .category: Phrase(pt: "categoria", es: "categoría", en: "category")
        case .product: Phrase(pt: "produto", es: "producto", en: "product")
        case .sku: Phrase(same: "SKU")
        case .price: Phrase(pt: "preço", es: "precio", en: "price")
        case .stock: Phrase(pt: "estoque", es: "inventario", en: "stock")
        case .promotion: Phrase(pt: "promoção", es: "promoción", en: "promotion")
        case .coupon: Phrase(pt: "cupom", es: "cupón", en: "coupon")
        }
    }
}
