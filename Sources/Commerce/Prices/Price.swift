import Basics

/// What a SKU costs: its base, and the prices that are fixed for a sales channel, a quantity or a time.
package struct Price: ReadableRecord {
    package static var kind: RecordKind { .price }

    package struct Fixed: Hashable, Sendable {
        /// A sales channel, or a price table of the store's own.
        package var table: String
        package var value: Money
        package var listPrice: Money?
        /// From how many on.
        package var minQuantity: Int64
        /// Both ends included; nil for no end.
        package var from: Instant?
        package var until: Instant?

        package init(table: String, value: Money, minQuantity: Int64) {
            self.table = table
            self.value = value
            self.minQuantity = minQuantity
        }
    }

    /// The SKU's.
    package var externalID: String
    package var base: Money?
    /// What it is said to have cost before.
    package var list: Money?
    /// What the shop pays for it.
    package var cost: Money?
    /// By table, then by quantity.
    package var fixed: [Fixed] = []

    package init(externalID: String) { self.externalID = externalID }

    package var changedAt: Instant? { nil }
    package var parent: RecordLink? { RecordLink(.sku, externalID) }

    package var factValues: [(field: String, value: String)] {
        var values: [(field: String, value: String)] = []
        if let base { values.append(("base", base.text)) }
        if let list { values.append(("list", list.text)) }
        let byPlace = Dictionary(grouping: fixed) { "fixed[\($0.table)/\($0.minQuantity)]" }
        for (place, prices) in byPlace.sorted(by: { $0.key < $1.key }) {
            let texts = prices.map { price in
                let times = [price.from, price.until].map { $0?.iso8601 ?? "" }
                return price.value.text + (times == ["", ""] ? "" : " " + times.joined(separator: "/"))
            }
            values.append((place, texts.joined(separator: ", ")))
        }
        return values
    }

    package var words: RecordWords { RecordWords(plain: [externalID]) }

    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("base", base)
        writer.member("list", list)
        writer.member("cost", cost)
        writer.members("fixed", fixed) { price, writer in
            writer.member("table", price.table)
            writer.member("value", price.value)
            writer.member("listPrice", price.listPrice)
            writer.member("minQuantity", price.minQuantity)
            writer.member("from", price.from)
            writer.member("until", price.until)
        }
    }

    package init(reading core: JSONView, person: JSONView?) throws {
        self.init(externalID: try core.string("externalId"))
        base = try core.money("base")
        list = try core.money("list")
        cost = try core.money("cost")
        fixed = try core.list("fixed") { view in
            var price = Fixed(
                table: try view.string("table"), value: try view.requiredMoney("value"),
                minQuantity: try view.integer("minQuantity"))
            price.listPrice = try view.money("listPrice")
            price.from = try view.optionalInstant("from")
            price.until = try view.optionalInstant("until")
            return price
        }
    }
}
