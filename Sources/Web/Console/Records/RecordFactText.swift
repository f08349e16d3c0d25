import Basics
import Commerce

/// Facts of records besides orders, in a reader's words.
enum RecordFactText {
    /// Nil for a field without a word of its own.
    static func field(_ name: String) -> Phrase? {
        // `available[1_1]`, `fixed[2]`: one word, with what it is of behind it.
        if let cut = name.firstIndex(of: "["), name.hasSuffix("]") {
            let of = name[name.index(after: cut)...].dropLast()
            return words[String(name[..<cut])].map { word in
                Phrase(pt: "\(word.portuguese) (\(of))", es: "\(word.spanish) (\(of))", en: "\(word.english) (\(of))")
            }
        }
        return words[name]
    }

    /// Moments, money and answers as they are read; all else as it stands.
    static func value(_ value: String, of field: String, for reader: Reader) -> String {
        switch value {
        case "true": return reader.say(Phrase(pt: "sim", es: "sí", en: "yes"))
        case "false": return reader.say(Phrase(pt: "não", es: "no", en: "no"))
        case "unlimited": return reader.say(Phrase(pt: "sem limite", es: "sin límite", en: "without limit"))
        default: break
        }
        if field == "step", let step = AbandonedCart.Step(rawValue: value) { return reader.say(self.step(step)) }
        if field == "source", let source = Subscriber.Source(rawValue: value) { return reader.say(self.source(source)) }
        if field == "joinedBy" { return PersonWords.kinds(value.split(separator: " ").map(String.init), for: reader) }
        if field == "kind", let kind = Address.Kind(rawValue: value) { return reader.say(address(kind)) }
        if field.hasSuffix("At") || field == "since", let instant = Instant(iso8601: value) {
            return reader.moment(instant)
        }
        return MoneyReading.money(value).map(reader.money) ?? value
    }

    /// Whether a list can do without it: it is so of nearly every record.
    static func isUsual(_ fact: RecordFact) -> Bool {
        switch (fact.field, fact.value) {
        case ("isCorporate", "false"), ("isArchived", "false"), ("salesChannel", _): true
        default: false
        }
    }

    private static func address(_ kind: Address.Kind) -> Phrase {
        switch kind {
        case .residential: Phrase(pt: "residencial", es: "de vivienda", en: "residential")
        case .commercial: Phrase(pt: "comercial", es: "de negocio", en: "commercial")
        case .pickup: Phrase(pt: "retirada", es: "de retiro", en: "pickup")
        case .other: Phrase(pt: "outro", es: "otro", en: "other")
        }
    }

    private static func step(_ step: AbandonedCart.Step) -> Phrase {
        switch step {
        case .cart: Phrase(pt: "no carrinho", es: "en el carrito", en: "at the cart")
        case .profile: Phrase(pt: "nos dados pessoais", es: "en los datos personales", en: "at the personal data")
        case .address: Phrase(pt: "na entrega", es: "en la entrega", en: "at the delivery")
        case .payment: Phrase(pt: "no pagamento", es: "en el pago", en: "at the payment")
        case .finished: Phrase(pt: "terminado", es: "ya terminado", en: "finished")
        case .other: Phrase(pt: "noutro passo", es: "en otro paso", en: "at another step")
        }
    }

    private static func source(_ source: Subscriber.Source) -> Phrase {
        switch source {
        case .profile: Phrase(pt: "cadastro na loja", es: "registro en la tienda", en: "profile at the store")
        case .order: Phrase(pt: "marcado ao comprar", es: "marcado al comprar", en: "ticked while buying")
        }
    }

    private static let words: [String: Phrase] = [
        "isSubscribed": Phrase(pt: "inscrito", es: "suscrito", en: "subscribed"),
        "source": Phrase(pt: "origem", es: "origen", en: "source"),
        "kind": Phrase(pt: "tipo de endereço", es: "tipo de dirección", en: "kind of address"),
        "country": Phrase(pt: "país", es: "su país", en: "country"),
        "isCorporate": Phrase(pt: "empresa", es: "es empresa", en: "company"),
        "isApproved": Phrase(pt: "aprovado", es: "aprobado", en: "approved"),
        "customerClass": Phrase(pt: "grupo", es: "grupo de clientes", en: "group"),
        "salesChannel": Phrase(pt: "canal de venda", es: "canal de venta", en: "sales channel"),
        "priceTables": Phrase(pt: "tabelas de preço", es: "tablas de precio", en: "price tables"),
        "acceptsNewsletter": Phrase(pt: "aceita newsletter", es: "acepta el boletín", en: "accepts the newsletter"),
        "leftAt": Phrase(pt: "deixado em", es: "dejado el", en: "left"),
        "value": Phrase(pt: "valor", es: "importe", en: "value"),
        "lines": Phrase(pt: "itens", es: "artículos", en: "items"),
        "step": Phrase(pt: "parou", es: "se detuvo", en: "stopped"),
        "closedBy": Phrase(pt: "pedido", es: "pedido que lo cerró", en: "order"),
        "joinedBy": Phrase(pt: "em comum", es: "en común", en: "in common"),
        "name": Phrase(pt: "nome", es: "nombre", en: "name"),
        "parentId": Phrase(pt: "dentro de", es: "dentro de la categoría", en: "within"),
        "isActive": Phrase(pt: "ativo", es: "activo", en: "active"),
        "isVisible": Phrase(pt: "visível", es: "visible en la tienda", en: "visible"),
        "isArchived": Phrase(pt: "arquivado", es: "archivado", en: "archived"),
        "brand": Phrase(pt: "marca", es: "su marca", en: "brand"),
        "categories": Phrase(pt: "categorias", es: "categorías", en: "categories"),
        "ean": Phrase(same: "EAN"),
        "reference": Phrase(pt: "referência", es: "referencia", en: "reference"),
        "sellers": Phrase(pt: "vendedores", es: "quiénes venden", en: "sellers"),
        "base": Phrase(pt: "preço", es: "precio", en: "price"),
        "list": Phrase(pt: "preço de lista", es: "precio de lista", en: "list price"),
        "fixed": Phrase(pt: "preço fixo", es: "precio fijo", en: "fixed price"),
        "available": Phrase(pt: "disponível", es: "disponible", en: "available"),
        "beginsAt": Phrase(pt: "começa", es: "empieza", en: "begins"),
        "endsAt": Phrase(pt: "termina", es: "se acaba", en: "ends"),
        "utmSource": Phrase(same: "utm_source"),
        "utmCampaign": Phrase(same: "utm_campaign"),
        "maxUsage": Phrase(pt: "usos no máximo", es: "usos como máximo", en: "uses at most"),
        "deleted": Phrase(
            pt: "excluído na plataforma", es: "eliminado en la plataforma", en: "deleted at the platform"),
        "person": Phrase(pt: "dados pessoais", es: "datos personales", en: "personal data"),
    ]
}
