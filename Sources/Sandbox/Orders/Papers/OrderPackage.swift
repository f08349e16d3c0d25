import Basics

/// A package with its invoice, as POST invoice brings it and as tracking changes it.
struct OrderPackage: Codable, Sendable, Equatable {
    let invoiceNumber: String
    /// Goods that go out; else goods that come back.
    let isOutput: Bool
    /// Cents.
    let value: Int64
    let issued: Instant
    let items: [Item]
    let invoiceKey: String?
    let invoiceURL: String?
    let embeddedInvoice: String
    var courier: String?
    var trackingNumber: String?
    var trackingURL: String?
    var dispatched: Instant?
    var courierStatus: CourierStatus?

    struct Item: Codable, Sendable, Equatable {
        /// The order's line, counted from 0.
        let index: Int
        let quantity: Int64
        let price: Int64
        let description: String?
    }

    struct CourierStatus: Codable, Sendable, Equatable {
        var isFinished: Bool
        var delivered: Instant?
        var events: [Event]
    }

    struct Event: Codable, Sendable, Equatable {
        let city: String
        let state: String
        let description: String
        let date: Instant
        let noted: Instant
    }
}
