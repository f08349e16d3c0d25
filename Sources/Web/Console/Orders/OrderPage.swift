import Basics
import Commerce
import Records

/// One order: what was bought, by whom, how it is paid and sent, what became of it, and the source it came from.
package struct OrderPage: ConsolePage {
    package enum Tab: String, Sendable, CaseIterable { case order, source, canonical }

    /// A text that the source tab shows.
    package struct Source: Sendable {
        /// Pretty-printed JSON.
        package let text: String
        package let fetchedAt: Instant
        /// How many older states are kept.
        package let older: Int

        package init(text: String, fetchedAt: Instant, older: Int) {
            self.text = text
            self.fetchedAt = fetchedAt
            self.older = older
        }
    }

    package var id: String
    package var version: Int64
    /// Without its person when the reader may not see people.
    package var order: Order
    package var connection: Connection
    /// The order's changes, oldest first.
    package var changes: [Change]
    package var tab: Tab
    /// What the platform sent; nil on other tabs, and when it is not kept any more.
    package var source: Source?
    /// The order in Ponte's own words, pretty-printed; nil on other tabs.
    package var canonical: String?

    package init(
        id: String, version: Int64, order: Order, connection: Connection, changes: [Change], tab: Tab = .order,
        source: Source? = nil, canonical: String? = nil
    ) {
        self.id = id
        self.version = version
        self.order = order
        self.connection = connection
        self.changes = changes
        self.tab = tab
        self.source = source
        self.canonical = canonical
    }

    package static let template = Template.order
    package static let words = WordList(OrderWords())

    package func title(for reader: Reader) -> String { reader.say(OrderWords.heading(number)) }

    /// The short number that the shop's people use; else the platform's id.
    private var number: String { order.sequence ?? order.externalID }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader.at(connection.timeZone)
        let client = frame.client?.id ?? ""
        let seesPeople = frame.abilities.contains(.seePeople)
        return Content(
            hasCrumbs: true, crumbs: [Crumb(reader.say(OrdersWords.heading), ConsolePath.orders(client))],
            heading: title(for: reader), externalID: order.externalID, status: Badge(order.status, for: reader),
            platformStatus: order.platformStatus, placed: reader.moment(order.placedAt),
            placedISO: order.placedAt.iso8601, connection: connection.name,
            connectionPath: ConsolePath.connection(client, connection.id.text), total: reader.money(order.total),
            tabs: Tab.allCases.filter { $0 != .source || seesPeople }.map { tabEntry($0, client, reader) },
            isOrder: tab == .order, items: order.items.map { OrderItemRow($0, for: reader) },
            totals: order.totals.map {
                TotalRow(title: reader.say(OrderWords.total($0.kind)), amount: reader.money($0.amount))
            },
            person: seesPeople ? order.person.map { PersonBlock($0, for: reader) } : nil,
            isPersonHidden: !seesPeople, isPersonGone: seesPeople && order.person == nil,
            payments: order.payments.map { PaymentRow($0, for: reader) }, hasPayments: !order.payments.isEmpty,
            shipments: order.shipments.map { ShipmentRow($0, for: reader) }, hasShipments: !order.shipments.isEmpty,
            facts: OrderWords.facts(of: order, reader),
            timeline: changes.reversed().map { TimelineEntry($0, for: reader) },
            sourceText: tab == .source ? source?.text : tab == .canonical ? canonical : nil,
            sourceNote: tab == .source ? source.map { reader.say(OrderWords.source($0, reader)) } : nil,
            isSourceGone: tab == .source && source == nil,
            isSourceTab: tab != .order, version: reader.say(OrderWords.version(version)))
    }

    private func tabEntry(_ entry: Tab, _ client: String, _ reader: Reader) -> TabEntry {
        let path =
            switch entry {
            case .order: ConsolePath.order(client, id)
            case .source: ConsolePath.orderSource(client, id)
            case .canonical: ConsolePath.order(client, id) + "/canonical"
            }
        return TabEntry(path: path, title: reader.say(OrderWords.tab(entry)), isHere: entry == tab)
    }

    private struct TabEntry: Sendable {
        let path: String
        let title: String
        let isHere: Bool
    }
    private struct TotalRow: Sendable {
        let title: String
        let amount: String
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let externalID: String
        let status: Badge
        let platformStatus: String
        let placed: String
        let placedISO: String
        let connection: String
        let connectionPath: String
        let total: String
        let tabs: [TabEntry]
        let isOrder: Bool
        let items: [OrderItemRow]
        let totals: [TotalRow]
        let person: PersonBlock?
        let isPersonHidden: Bool
        let isPersonGone: Bool
        let payments: [PaymentRow]
        let hasPayments: Bool
        let shipments: [ShipmentRow]
        let hasShipments: Bool
        let facts: [NamedText]
        let timeline: [TimelineEntry]
        let sourceText: String?
        let sourceNote: String?
        let isSourceGone: Bool
        let isSourceTab: Bool
        let version: String
    }
}

/// A name and what it stands for, for lists of facts.
struct NamedText: Sendable {
    let name: String
    let text: String
}
