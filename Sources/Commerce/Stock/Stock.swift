import Basics

/// How much of a SKU lies in each of the store's warehouses.
package struct Stock: CanonicalRecord {
    package static var kind: RecordKind { .stock }

    package struct Balance: Hashable, Sendable {
        package var warehouseID: String
        package var warehouse: String?
        /// What is promised to orders included.
        package var total: Int64
        package var reserved: Int64
        /// Never sold out, whatever the numbers say.
        package var isUnlimited: Bool
        /// When more is to come.
        package var supplyAt: Instant?

        package init(warehouseID: String, total: Int64, reserved: Int64, isUnlimited: Bool) {
            self.warehouseID = warehouseID
            self.total = total
            self.reserved = reserved
            self.isUnlimited = isUnlimited
        }

        /// What can be sold; nil is without end.
        package var available: Int64? { isUnlimited ? nil : max(0, total.clampedSum(0 - max(reserved, -Int64.max))) }
    }

    /// The SKU's.
    package var externalID: String
    /// By the warehouse's id.
    package var balances: [Balance] = []

    package init(externalID: String) { self.externalID = externalID }

    package var changedAt: Instant? { nil }
    package var parent: RecordLink? { RecordLink(.sku, externalID) }

    /// In all warehouses; nil is without end.
    package var available: Int64? {
        balances.contains(where: \.isUnlimited) ? nil : balances.reduce(0) { $0.clampedSum($1.available ?? 0) }
    }

    package var factValues: [(field: String, value: String)] {
        [("available", Self.text(available))]
            + balances.map { ("available[\($0.warehouseID)]", Self.text($0.available)) }
    }

    private static func text(_ amount: Int64?) -> String { amount.map { String($0) } ?? "unlimited" }

    package var words: RecordWords { RecordWords(plain: [externalID]) }

    package func write(to writer: inout JSONWriter) {
        writer.member("externalId", externalID)
        writer.member("available", available)
        writer.member("isUnlimited", available == nil)
        writer.members("balances", balances) { balance, writer in
            writer.member("warehouseId", balance.warehouseID)
            writer.member("warehouse", balance.warehouse)
            writer.member("total", balance.total)
            writer.member("reserved", balance.reserved)
            writer.member("available", balance.available)
            writer.member("isUnlimited", balance.isUnlimited)
            writer.member("supplyAt", balance.supplyAt)
        }
    }
}

extension Int64 {
    /// A platform may claim anything: a sum beyond 64 bits is the largest or smallest that there is.
    fileprivate func clampedSum(_ other: Int64) -> Int64 {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        guard isTooMuch else { return sum }
        return other > 0 ? .max : .min
    }
}
