import Basics

/// What programs put to an order through VTEX's calls. An order that nobody wrote to has none.
struct OrderPapers: PlainlyKept {
    static let kind = "order-papers"

    let number: Int64
    var packages: [OrderPackage] = []
    var cancelReason: String?
    var notes: [Note] = []
    var changes: [OrderChange] = []

    /// An interaction, as the order's page in the admin lists them.
    struct Note: Codable, Sendable, Equatable {
        let source: String
        let message: String
        let date: Instant
    }

    var keptID: String { String(number) }

    init(number: Int64) { self.number = number }

    /// Cents of all invoices of goods that went out.
    var invoiced: Int64 { packages.filter(\.isOutput).reduce(0) { $0 + $1.value } }

    /// Where the package of an invoice stands; nil when there is no such invoice.
    func position(ofInvoice number: String) -> Int? { packages.firstIndex { $0.invoiceNumber == number } }
}
