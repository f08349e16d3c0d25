import Basics
import Commerce
import Records

/// A client's overview: what needs somebody first, then the connections, then what came last.
package struct HomePage: ConsolePage {
    package var connections: [ConnectionOverview]
    package var recentOrders: [OrderListing]
    /// Of today in the store's zone, one for each currency; nil when there is no connection.
    package var today: DayFigures?
    /// How many records of each other kind are stored; empty for a reader who may not see them.
    package var records: [RecordKind: Int]

    package struct DayFigures: Sendable {
        package let orders: Int
        package let amounts: [Money]

        package init(orders: Int, amounts: [Money]) {
            self.orders = orders
            self.amounts = amounts
        }
    }

    package init(
        connections: [ConnectionOverview], recentOrders: [OrderListing], today: DayFigures?,
        records: [RecordKind: Int] = [:]
    ) {
        self.connections = connections
        self.recentOrders = recentOrders
        self.today = today
        self.records = records
    }

    package static let template = Template.home
    package static let words = WordList(HomeWords())

    package func title(for reader: Reader) -> String { HomeWords.heading[reader.language] }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader
        let client = frame.client?.id ?? ""
        let troubled = connections.filter { Self.needsSomebody($0) }
        let calm = connections.filter { !Self.needsSomebody($0) }
        return Content(
            heading: frame.client?.name ?? title(for: reader),
            noConnections: connections.isEmpty ? ConnectionsPage.words.spoken(in: reader.language) : nil,
            hasConnections: !connections.isEmpty,
            livePath: ConsolePath.client(client) + "/live",
            troubled: troubled.map { ConnectionRow($0, client: client, for: reader) },
            hasTrouble: !troubled.isEmpty,
            isCalm: troubled.isEmpty && !connections.isEmpty && !connections.contains { $0.connection.isDraft },
            connections: calm.map { ConnectionRow($0, client: client, for: reader) },
            hasCalm: !calm.isEmpty,
            figures: figures(reader),
            orders: recentOrders.map { OrderRow($0, client: client, for: reader) }, hasOrders: !recentOrders.isEmpty,
            kinds: RecordKind.allCases.compactMap { kind in
                records[kind].map { RecordKindEntry(kind, count: $0, client: client, for: reader) }
            }, hasRecords: records.values.contains { $0 > 0 },
            showsPeople: frame.abilities.contains(.seePeople))
    }

    private static func needsSomebody(_ overview: ConnectionOverview) -> Bool {
        if case .needsAttention = overview.connection.state { return true }
        return overview.parkedOrders + overview.parkedWindows > 0
    }

    private func figures(_ reader: Reader) -> [Figure] {
        let stored = connections.reduce(0) { $0 + $1.stored }
        var figures = [Figure(title: reader.say(HomeWords.stored), value: reader.number(stored))]
        guard let today else { return figures }
        figures.append(Figure(title: reader.say(HomeWords.ordersToday), value: reader.number(today.orders)))
        for amount in today.amounts {
            figures.append(Figure(title: reader.say(HomeWords.soldToday), value: reader.money(amount)))
        }
        return figures
    }

    private struct Content: Sendable {
        let heading: String
        let noConnections: SpokenWords?
        let hasConnections: Bool
        let livePath: String
        let troubled: [ConnectionRow]
        let hasTrouble: Bool
        let isCalm: Bool
        let connections: [ConnectionRow]
        let hasCalm: Bool
        let figures: [Figure]
        let orders: [OrderRow]
        let hasOrders: Bool
        let kinds: [RecordKindEntry]
        let hasRecords: Bool
        let showsPeople: Bool
    }
}

/// A number that stands for itself.
struct Figure: Sendable {
    let title: String
    let value: String
}

struct HomeWords: PageWords {
    let attention = Phrase(pt: "Precisa de você", es: "Requiere su atención", en: "Needs you")
    let calm = Phrase(
        pt: "Tudo em ordem: nenhuma conexão precisa de você.",
        es: "Todo en orden: ninguna conexión requiere su atención.",
        en: "All is well: no connection needs you.")
    let connections = Phrase(pt: "Conexões", es: "Conexiones", en: "Connections")
    let add = Phrase(pt: "Conectar loja", es: "Conectar tienda", en: "Connect a store")
    let keys = KeysWords.heading
    let orders = Phrase(pt: "Últimos pedidos", es: "Últimos pedidos", en: "Latest orders")
    let allOrders = Phrase(pt: "Ver todos", es: "Ver todos", en: "See all")
    let storeData = RecordsWords.heading
    let order = Phrase(pt: "Pedido", es: "Pedido", en: "Order")
    let customer = Phrase(pt: "Cliente", es: "Cliente", en: "Customer")
    let status = Phrase(pt: "Status", es: "Estado", en: "Status")
    let placed = Phrase(pt: "Feito em", es: "Hecho el", en: "Placed")
    let total = Phrase(pt: "Total", es: "Importe", en: "Total")

    static let heading = Phrase(pt: "Início", es: "Inicio", en: "Home")
    static let stored = Phrase(pt: "pedidos guardados", es: "pedidos guardados", en: "orders stored")
    static let ordersToday = Phrase(pt: "pedidos hoje", es: "pedidos hoy", en: "orders today")
    static let soldToday = Phrase(pt: "vendidos hoje", es: "vendidos hoy", en: "sold today")
}
