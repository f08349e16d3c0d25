import Basics
import Commerce
import ConnectorKit
import Operations
import Sync

/// What of a store is read beside its orders: each stream with how far it has come. Partial `connection_streams`.
struct StreamsCard: Sendable {
    let rows: [Row]

    /// - Parameter standings: of all streams; orders have a card of their own.
    init?(_ standings: [StreamStanding], client: String, for reader: Reader) {
        rows = standings.filter { $0.stream != .orders }.map { Row($0, client: client, for: reader) }
        if rows.isEmpty { return nil }
    }

    struct Row: Sendable {
        let title: String
        let state: Badge
        /// When it was looked at last.
        let note: String?
        /// What to tick, where the key lacks the right.
        let remedy: String?
        let kinds: [RecordKindEntry]
        let hasKinds: Bool

        init(_ standing: StreamStanding, client: String, for reader: Reader) {
            title = reader.say(Words.title(of: standing.stream))
            kinds = RecordKind.allCases.compactMap { kind in
                standing.counts[kind].map { RecordKindEntry(kind, count: $0, client: client, for: reader) }
            }
            hasKinds = !kinds.isEmpty
            let state = standing.state
            remedy = state?.refusal.map { reader.say($0.remedy ?? $0.explanation) }
            note = remedy == nil ? state?.sweptUntil.map { reader.say(Words.seen(reader.ago($0))) } : nil
            self.state =
                if remedy != nil {
                    Badge(.quiet, reader.say(Words.refused))
                } else if state?.backfillDoneAt != nil {
                    Badge(.good, reader.say(Words.upToDate))
                } else if state?.isSurveyed == true {
                    Badge(.info, reader.say(Self.progress(standing)))
                } else {
                    Badge(.quiet, reader.say(Words.notYet))
                }
        }

        private static func progress(_ standing: StreamStanding) -> Phrase {
            guard let total = standing.state?.knownTotal, total > 0 else { return Words.reading }
            return Words.reading(percent: min(99, standing.stored * 100 / total))
        }
    }

    private enum Words {
        static let refused = Phrase(
            pt: "a chave não permite", es: "la clave no lo permite", en: "the key does not allow it")
        static let upToDate = Phrase(pt: "em dia", es: "al día", en: "up to date")
        static let notYet = Phrase(pt: "ainda não lido", es: "aún no leído", en: "not read yet")
        static let reading = Phrase(pt: "lendo", es: "leyendo", en: "reading")

        static func reading(percent: Int) -> Phrase {
            Phrase(pt: "lendo, \(percent) %", es: "leyendo, \(percent) %", en: "reading, \(percent) %")
        }

        static func seen(_ ago: String) -> Phrase {
            Phrase(pt: "visto \(ago)", es: "visto por última vez \(ago)", en: "looked \(ago)")
        }

        static func title(of stream: StreamKind) -> Phrase {
            switch stream {
            case .orders: Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders")
            case .customers:
                Phrase(
                    pt: "Clientes, newsletter e carrinhos", es: "Clientes, boletín y carritos",
                    en: "Customers, newsletter and carts")
            case .addresses: Phrase(pt: "Endereços", es: "Direcciones", en: "Addresses")
            case .catalogue: Phrase(pt: "Catálogo de produtos", es: "Catálogo de productos", en: "Catalogue")
            case .prices: Phrase(pt: "Preços", es: "Precios", en: "Prices")
            case .stock: Phrase(pt: "Estoque", es: "Inventario", en: "Stock")
            case .promotions:
                Phrase(pt: "Promoções e cupons", es: "Promociones y cupones", en: "Promotions and coupons")
            }
        }
    }
}
