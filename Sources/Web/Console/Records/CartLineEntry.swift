import Basics
import Commerce
import Records

/// A line of a cart that somebody left, by the SKU's name where the catalogue has come in.
struct CartLineEntry: Sendable {
    let name: String
    /// To the SKU's page; nil where it is not stored.
    let path: String?
    let sku: String
    let quantity: String

    /// None for what is no cart, or for one whose lines the platform does not tell.
    static func entries(
        of record: StoredRecord, _ skus: [String: StoredRecord], client: String, for reader: Reader
    ) -> [CartLineEntry] {
        guard record.kind == .cart, let cart = try? AbandonedCart(core: record.core, person: nil) else { return [] }
        return cart.lines.map { line in
            let sku = skus[line.skuID]
            return CartLineEntry(
                name: sku?.title ?? line.skuID,
                path: sku.map { ConsolePath.record(client, RecordKind.sku.rawValue, $0.id.text) },
                sku: "SKU " + line.skuID, quantity: reader.number(Int(clamping: line.quantity)) + " ×")
        }
    }
}
