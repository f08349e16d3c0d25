import Basics
import ConnectorKit

/// What a stream is called, for people.
enum StreamWords {
    static func name(_ stream: StreamKind) -> Phrase {
        switch stream {
        case .orders: Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders")
        case .customers: Phrase(pt: "Clientes", es: "Clientes", en: "Customers")
        case .addresses: Phrase(pt: "Endereços", es: "Direcciones", en: "Addresses")
        case .catalogue: Phrase(pt: "Catálogo", es: "Catálogo", en: "Catalogue")
        case .prices: Phrase(pt: "Preços", es: "Precios", en: "Prices")
        case .stock: Phrase(pt: "Estoque", es: "Inventario", en: "Stock")
        case .promotions: Phrase(pt: "Promoções e cupons", es: "Promociones y cupones", en: "Promotions and coupons")
        }
    }

    /// What its records are called where they are counted.
    static func records(_ stream: StreamKind) -> Phrase {
        let name = name(stream)
        return Phrase(
            pt: "registros (\(name.portuguese.lowercased()))", es: "registros (\(name.spanish.lowercased()))",
            en: "records (\(name.english.lowercased()))")
    }

    /// What one and what many of its records are called that were read.
    static func read(_ stream: StreamKind) -> (one: Phrase, many: Phrase) {
        guard stream != .orders else {
            return (
                Phrase(pt: "pedido lido", es: "pedido leído", en: "order read"),
                Phrase(pt: "pedidos lidos", es: "pedidos leídos", en: "orders read")
            )
        }
        let name = name(stream)
        return (
            Phrase(
                pt: "registro lido (\(name.portuguese.lowercased()))",
                es: "registro leído (\(name.spanish.lowercased()))", en: "record read (\(name.english.lowercased()))"),
            Phrase(
                pt: "registros lidos (\(name.portuguese.lowercased()))",
                es: "registros leídos (\(name.spanish.lowercased()))", en: "records read (\(name.english.lowercased()))"
            )
        )
    }
}

extension Phrase {
    var lowercased: Phrase {
        Phrase(pt: portuguese.lowercased(), es: spanish.lowercased(), en: english.lowercased())
    }
}
