import Basics
import Commerce
import Records

/// One record besides orders: what is known of it, of whom, what became of it, and how the API hands it out.
package struct RecordPage: ConsolePage {
    /// Without its person when the reader may not see people.
    package var listing: RecordListing
    /// What belongs to it, each kind together.
    package var children: [RecordListing]
    /// The last orders of a customer and of those who are the same person, the newest first.
    package var orders: [OrderSummary]
    /// The SKUs of a cart's lines that are stored, by the platform's id.
    package var skus: [String: StoredRecord]
    /// Of a customer, who else is the same person, and who was said not to be.
    package var same: [RecordListing]
    package var apart: [RecordListing]
    /// The record's changes, oldest first.
    package var changes: [Change]
    /// Pretty-printed.
    package var canonical: String

    package init(
        listing: RecordListing, children: [RecordListing] = [], orders: [OrderSummary] = [],
        skus: [String: StoredRecord] = [:], same: [RecordListing] = [], apart: [RecordListing] = [],
        changes: [Change], canonical: String
    ) {
        self.listing = listing
        self.children = children
        self.orders = orders
        self.skus = skus
        self.same = same
        self.apart = apart
        self.changes = changes
        self.canonical = canonical
    }

    package static let template = Template.record
    package static let words = WordList(RecordPageWords())

    package func title(for reader: Reader) -> String { listing.name }

    package func content(in frame: Frame) -> any Sendable {
        let record = listing.record
        let reader = frame.reader.at(listing.timeZone)
        let client = frame.client?.id ?? ""
        let seesPeople = frame.abilities.contains(.seePeople)
        let person = seesPeople ? RecordPerson(record.person) : nil
        let lines = CartLineEntry.entries(of: record, skus, client: client, for: reader)
        return Content(
            hasCrumbs: true,
            crumbs: [
                Crumb(
                    reader.say(RecordKindWords.many(record.kind)), ConsolePath.records(client, record.kind.rawValue))
            ],
            heading: listing.name,
            deleted: record.deletedAt.map { _ in Badge(.quiet, reader.say(RecordsWords.deleted)) },
            closing: record.closing.map { Closing($0, client, reader) },
            connection: listing.connectionName,
            connectionPath: ConsolePath.connection(client, record.connectionID.text),
            changed: reader.moment(record.changedAt), changedISO: record.changedAt.iso8601,
            facts: facts(reader), hasLines: !lines.isEmpty, lines: lines, hasOrders: !orders.isEmpty,
            orders: orders.map { OrderEntry($0, store: otherStore(of: $0), client, reader) },
            relatives: relatives(client, reader),
            person: person.map { person in
                Person(
                    name: person.name ?? "",
                    facts: person.facts.map { NamedText(name: reader.say($0.name), text: $0.text) })
            },
            people: PeopleCard(of: listing, same: same, apart: apart, client: client, for: reader),
            mayManagePeople: frame.abilities.contains(.managePeople),
            timeline: changes.reversed().map { RecordTimelineEntry($0, for: reader) },
            canonical: canonical, version: reader.say(OrderWords.version(record.version)))
    }

    /// Where the same person placed an order, nil for this record's own store.
    private func otherStore(of order: OrderSummary) -> String? {
        guard order.connectionID != listing.record.connectionID else { return nil }
        return same.first { $0.record.connectionID == order.connectionID }?.connectionName
    }

    /// What it belongs to, then what belongs to it: each kind a list of its own.
    private func relatives(_ client: String, _ reader: Reader) -> [Relatives] {
        let parent = listing.parent.map { record in
            RecordListing(record: record, connectionName: listing.connectionName, timeZone: listing.timeZone)
        }
        let all = [parent].compactMap { $0 } + children
        return RecordKind.allCases.compactMap { kind in
            let rows = all.filter { $0.record.kind == kind }.map { RecordRow($0, client: client, for: reader) }
            return rows.isEmpty
                ? nil
                : Relatives(anchor: "kind-" + kind.rawValue, title: reader.say(RecordKindWords.many(kind)), rows: rows)
        }
    }

    private func facts(_ reader: Reader) -> [NamedText] {
        let record = listing.record
        let own = [NamedText(name: reader.say(RecordPageWords.externalID), text: record.externalID)]
        return own
            + record.facts.map { fact in
                NamedText(
                    name: RecordFactText.field(fact.field).map(reader.say) ?? fact.field,
                    text: RecordFactText.value(fact.value, of: fact.field, for: reader))
            }
    }

    private struct Person: Sendable {
        let name: String
        let facts: [NamedText]
    }

    /// The order that closed a cart.
    private struct Closing: Sendable {
        let badge: Badge
        let path: String
        let number: String
        let when: String
        let whenISO: String

        init(_ closing: CartClosing, _ client: String, _ reader: Reader) {
            badge = Badge(.good, reader.say(RecordsWords.closed))
            path = ConsolePath.order(client, closing.order.text)
            number = closing.number
            when = reader.moment(closing.closedAt)
            whenISO = closing.closedAt.iso8601
        }
    }

    private struct OrderEntry: Sendable {
        let path: String
        let number: String
        let status: Badge
        let total: String
        let placed: String
        let placedISO: String
        /// Where it was placed, unless at the customer's own store.
        let store: String?

        init(_ order: OrderSummary, store: String?, _ client: String, _ reader: Reader) {
            path = ConsolePath.order(client, order.id.text)
            number = order.externalID
            status = Badge(order.status, for: reader)
            total = reader.money(order.total)
            placed = reader.moment(order.placedAt)
            placedISO = order.placedAt.iso8601
            self.store = store
        }
    }

    private struct Relatives: Sendable {
        let anchor: String
        let title: String
        let rows: [RecordRow]
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let deleted: Badge?
        let closing: Closing?
        let connection: String
        let connectionPath: String
        let changed: String
        let changedISO: String
        let facts: [NamedText]
        let hasLines: Bool
        let lines: [CartLineEntry]
        let hasOrders: Bool
        let orders: [OrderEntry]
        let relatives: [Relatives]
        let person: Person?
        let people: PeopleCard?
        let mayManagePeople: Bool
        let timeline: [RecordTimelineEntry]
        let canonical: String
        let version: String
    }
}

struct RecordPageWords: PageWords {
    let details = OrderWords().details
    let apart = Phrase(
        pt: "Dito que não são a mesma pessoa", es: "Se dijo que no son la misma persona",
        en: "Said not to be the same person")
    let separate = Phrase(pt: "Não é a mesma", es: "No es la misma", en: "Not the same")
    let unite = Phrase(pt: "Voltar atrás", es: "Deshacer", en: "Take back")
    let person = Phrase(pt: "De quem é", es: "De quién es", en: "Whose it is")
    let timeline = OrderWords().timeline
    let noTimeline = Phrase(
        pt: "As mudanças deste registro já não estão guardadas.",
        es: "Los cambios de este registro ya no están guardados.", en: "This record's changes are not kept any more.")
    let changed = Phrase(pt: "mudou em", es: "cambió el", en: "changed")
    let lines = Phrase(pt: "O que ficou no carrinho", es: "Qué quedó en el carrito", en: "What was left in it")
    let orders = Phrase(pt: "Últimos pedidos", es: "Pedidos más recientes", en: "Latest orders")
    let order = Phrase(pt: "Pedido que o fechou", es: "Pedido que lo cerró", en: "Order that closed it")
    let json = Phrase(
        pt: "Como a API o entrega", es: "Como la API lo entrega", en: "As the API hands it out")

    static let externalID = Phrase(pt: "Nº na plataforma", es: "N.º en la plataforma", en: "Platform's number")
}
