import Basics
import Foundation

/// Real orders from a folder in the layout of the public Olist data set ("Brazilian E-Commerce").
///
/// An order's value is the sum of its items' prices and freights. Payments, customers and products are used where the
/// folder has them; what the data set has no word for (names, streets) comes out of the seed.
struct OlistOrders: Sendable {
    struct Row: Sendable {
        var id: String
        var customerID: String
        var status: String
        var purchased: Instant
        var approved: Instant?
        var shipped: Instant?
        var delivered: Instant?
        var items: Range<Int> = 0..<0
        var payments: Range<Int> = 0..<0
    }

    struct Item: Sendable {
        var order: Int
        var position: Int
        var productID: String
        var price: Int64
        var freight: Int64
    }

    struct Payment: Sendable {
        var order: Int
        var position: Int
        var type: String
        var installments: Int
        var value: Int64
    }

    struct Place: Sendable {
        var postalCode: Int
        var city: String
        var state: String
    }

    let rows: [Row]
    let items: [Item]
    let payments: [Payment]
    let places: [String: Place]
    /// Category by product.
    let categories: [String: String]

    /// - Throws: `SandboxError`.
    init(folder: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw SandboxError.folderMissing(path: folder)
        }
        let reader = OlistReader(folder: folder)
        var rows = try reader.orders()
        let index = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.id, $0) })
        items = try reader.items(index)
        payments = try reader.payments(index)
        OlistOrders.assign(items.map(\.order)) { rows[$0].items = $1 }
        OlistOrders.assign(payments.map(\.order)) { rows[$0].payments = $1 }
        self.rows = rows
        places = try reader.places()
        categories = try reader.categories()
    }

    /// Hands each owner the range of its elements; `owners` is sorted.
    private static func assign(_ owners: [Int], _ body: (Int, Range<Int>) -> Void) {
        var start = 0
        while start < owners.count {
            var end = start
            while end < owners.count, owners[end] == owners[start] { end += 1 }
            body(owners[start], start..<end)
            start = end
        }
    }

    /// Oldest first; an order's number is its place in this list.
    func states() -> [OrderState] {
        rows.enumerated().map { number, row in
            let value = items[row.items].reduce(0) { $0 + $1.price + $1.freight }
            var state = OrderState(
                number: Int64(number), source: .dataSet, created: row.purchased, value: value, units: row.items.count,
                isMarketplace: true)
            OlistOrders.live(row, &state)
            return state
        }
    }

    private static func live(_ row: Row, _ state: inout OrderState) {
        let approved = row.approved ?? row.purchased
        switch row.status {
        case "created": return
        case "canceled", "unavailable":
            if row.approved != nil { state.move(to: .paymentApproved, at: approved) }
            state.move(to: .canceled, at: row.shipped ?? approved)
            return
        default: state.move(to: .paymentApproved, at: approved)
        }
        switch row.status {
        case "processing": state.move(to: .handling, at: approved)
        case "invoiced", "shipped", "delivered":
            let invoiced = max(row.shipped ?? approved, approved)
            state.move(to: .handling, at: approved)
            state.move(to: .invoiced, at: invoiced)
            if row.status == "delivered" { state.deliver(at: row.delivered ?? invoiced) }
        default: break
        }
    }
}
