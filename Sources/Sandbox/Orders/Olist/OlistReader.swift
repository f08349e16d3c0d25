import Basics
import Foundation

/// Reads the data set's files. Column names as published.
struct OlistReader {
    let folder: String

    private func file(_ name: String, _ columns: [String]) -> CSVFile {
        CSVFile(path: folder + "/" + name, columns: columns)
    }

    /// Files of which the folder may have some rows or none.
    private func optional(_ file: CSVFile, _ body: @escaping (CSVFile.Row) throws -> Void) throws {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        try file.forEach(body)
    }

    func orders() throws -> [OlistOrders.Row] {
        let file = file(
            "olist_orders_dataset.csv",
            [
                "order_id", "customer_id", "order_status", "order_purchase_timestamp", "order_approved_at",
                "order_delivered_carrier_date", "order_delivered_customer_date",
            ])
        let fields = OlistFields(file: file)
        var rows: [OlistOrders.Row] = []
        var seen: Set<String> = []
        try file.forEach { row in
            guard !row[0].isEmpty, seen.insert(row[0]).inserted else {
                throw file.broken(
                    row.line,
                    Phrase(
                        pt: "o pedido não tem código ou se repete.", es: "el pedido no tiene código o se repite.",
                        en: "the order has no id or is there twice."))
            }
            guard let purchased = try fields.instant(row[3], line: row.line) else {
                throw fields.notReadable(row[3], line: row.line)
            }
            rows.append(
                OlistOrders.Row(
                    id: row[0], customerID: row[1], status: row[2], purchased: purchased,
                    approved: try fields.instant(row[4], line: row.line),
                    shipped: try fields.instant(row[5], line: row.line),
                    delivered: try fields.instant(row[6], line: row.line)))
        }
        return rows.sorted { ($0.purchased, $0.id) < ($1.purchased, $1.id) }
    }

    func items(_ index: [String: Int]) throws -> [OlistOrders.Item] {
        let file = file(
            "olist_order_items_dataset.csv", ["order_id", "order_item_id", "product_id", "price", "freight_value"])
        let fields = OlistFields(file: file)
        var items: [OlistOrders.Item] = []
        try file.forEach { row in
            guard let order = index[row[0]] else {
                throw file.broken(
                    row.line,
                    Phrase(
                        pt: "o item pertence a um pedido que não está em olist_orders_dataset.csv.",
                        es: "el ítem pertenece a un pedido que no está en olist_orders_dataset.csv.",
                        en: "the item belongs to an order that is not in olist_orders_dataset.csv."))
            }
            items.append(
                OlistOrders.Item(
                    order: order, position: Int(row[1]) ?? items.count, productID: row[2],
                    price: try fields.cents(row[3], line: row.line),
                    freight: try fields.cents(row[4], line: row.line)))
        }
        return items.sorted { ($0.order, $0.position) < ($1.order, $1.position) }
    }

    func payments(_ index: [String: Int]) throws -> [OlistOrders.Payment] {
        let file = file(
            "olist_order_payments_dataset.csv",
            ["order_id", "payment_sequential", "payment_type", "payment_installments", "payment_value"])
        let fields = OlistFields(file: file)
        var payments: [OlistOrders.Payment] = []
        try optional(file) { row in
            guard let order = index[row[0]] else { return }
            payments.append(
                OlistOrders.Payment(
                    order: order, position: Int(row[1]) ?? 1, type: row[2], installments: Int(row[3]) ?? 1,
                    value: try fields.cents(row[4], line: row.line)))
        }
        return payments.sorted { ($0.order, $0.position) < ($1.order, $1.position) }
    }

    func places() throws -> [String: OlistOrders.Place] {
        var places: [String: OlistOrders.Place] = [:]
        let columns = ["customer_id", "customer_zip_code_prefix", "customer_city", "customer_state"]
        try optional(file("olist_customers_dataset.csv", columns)) { row in
            places[row[0]] = OlistOrders.Place(postalCode: Int(row[1]) ?? 0, city: row[2], state: row[3])
        }
        return places
    }

    func categories() throws -> [String: String] {
        var categories: [String: String] = [:]
        try optional(file("olist_products_dataset.csv", ["product_id", "product_category_name"])) { row in
            categories[row[0]] = row[1]
        }
        return categories
    }
}
