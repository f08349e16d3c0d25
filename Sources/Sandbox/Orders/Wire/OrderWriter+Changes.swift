import Basics

extension OrderWriter {
    /// The changes that were registered on the order.
    func writeChanges(_ writer: inout JSONWriter) {
        guard let changes = papers?.changes, !changes.isEmpty else { return writer.null("changesAttachment") }
        writer.object("changesAttachment") { writer in
            writer.member("id", "changeAttachment")
            writer.array("changesData") { writer in
                for change in changes {
                    writer.elementObject { writer in write(change, &writer) }
                }
            }
        }
    }

    private func write(_ change: OrderChange, _ writer: inout JSONWriter) {
        writer.member("reason", change.reason)
        writer.member("discountValue", change.discount)
        writer.member("incrementValue", change.increment)
        writer.array("itemsAdded") { writer in write(change.added, &writer) }
        writer.array("itemsRemoved") { writer in write(change.removed, &writer) }
        let receipt = OrderReceipt.json(orderID: order.orderID, receipt: change.receipt, at: change.date)
        writer.member("receipt", raw: receipt.bytes)
    }

    private func write(_ items: [OrderChange.Item], _ writer: inout JSONWriter) {
        for item in items {
            writer.elementObject { writer in
                writer.member("id", item.id)
                writer.member("name", item.name)
                writer.member("quantity", item.quantity)
                writer.member("price", item.price)
                writer.null("unitMultiplier")
            }
        }
    }
}
