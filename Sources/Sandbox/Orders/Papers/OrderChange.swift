import Basics

/// A registered change of what an order costs or holds. Source: VTEX's Orders OpenAPI file, RegisterChange.
struct OrderChange: Codable, Sendable, Equatable {
    let requestID: String
    let reason: String
    /// Cents that the customer pays less, and more.
    let discount: Int64
    let increment: Int64
    let added: [Item]
    let removed: [Item]
    let date: Instant
    let receipt: String

    struct Item: Codable, Sendable, Equatable {
        let id: String
        let name: String
        let quantity: Int64
        let price: Int64
    }

    /// Cents by which the order's value moves.
    var difference: Int64 {
        increment - discount + added.reduce(0) { $0 + $1.price * $1.quantity }
            - removed.reduce(0) { $0 + $1.price * $1.quantity }
    }
}
