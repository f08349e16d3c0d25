import Basics
import HTTPTypes

/// The body of POST invoice. Source: VTEX's Orders OpenAPI file, InvoiceNotification; facts on VTEX §3.5.
enum InvoiceRequest {
    static func package(_ root: JSONView, for order: OrderBlueprint) throws -> OrderPackage {
        let type = try root.string("type")
        guard type == "Output" || type == "Input" else { throw OMSRefusal.badRequest("type is Output or Input") }
        guard let number = try root.optionalText("invoiceNumber"), !number.isEmpty else {
            throw OMSRefusal.badRequest("invoiceNumber is missing")
        }
        // Cents as a string in the documents, as a number from many clients.
        guard let text = try root.optionalText("invoiceValue"), let value = Int64(text), value > 0 else {
            throw OMSRefusal.badRequest("invoiceValue must be a positive number of cents")
        }
        guard let issued = Instant(iso8601: try root.string("issuanceDate")) else {
            throw OMSRefusal.badRequest("issuanceDate cannot be read")
        }
        return OrderPackage(
            invoiceNumber: number, isOutput: type == "Output", value: value, issued: issued,
            items: try items(root, of: order), invoiceKey: try root.optionalText("invoiceKey"),
            invoiceURL: try root.optionalString("invoiceUrl"),
            embeddedInvoice: try root.optionalString("embeddedInvoice") ?? "",
            courier: try root.optionalString("courier"), trackingNumber: try root.optionalText("trackingNumber"),
            trackingURL: try root.optionalString("trackingUrl"), dispatched: try root.optionalInstant("dispatchedDate"))
    }

    /// Each item by its SKU: the first line of that SKU which no earlier item took.
    private static func items(_ root: JSONView, of order: OrderBlueprint) throws -> [OrderPackage.Item] {
        var items: [OrderPackage.Item] = []
        try root.forEach("items") { item in
            guard let id = try item.optionalText("id") else { throw OMSRefusal.badRequest("an item has no id") }
            let lines = order.lines.indices.filter { String(order.lines[$0].sku.id) == id }
            guard let line = lines.first(where: { index in !items.contains { $0.index == index } }) ?? lines.first
            else { throw OMSRefusal.badRequest("The order has no item \(id)") }
            let quantity = try item.integer("quantity")
            guard quantity > 0 else { throw OMSRefusal.badRequest("quantity must be positive") }
            items.append(
                OrderPackage.Item(
                    index: line, quantity: quantity, price: try item.integer("price"),
                    description: try item.optionalString("description")))
        }
        return items
    }
}
