import Basics
import Commerce
import ConnectorKit
import Crypto

/// Puts together what is kept of one of VTEX's documents.
enum VTEXRecord {
    /// A record whose payload decides whether something changed, less the fields that mean nothing.
    /// - Throws: `JSONError` when the payload is no JSON.
    static func fetched(
        _ record: some CanonicalRecord, payload: [UInt8], filter: JSONFilter, fetchedAt: Instant
    ) throws -> FetchedRecord {
        let essence = try filter.split(payload).essence
        return FetchedRecord(
            document: RecordDocument(record), payload: payload, contentHash: Array(SHA256.hash(data: essence)),
            fetchedAt: fetchedAt)
    }

    /// A record that is only a part of its payload: its own values decide.
    /// - Parameter still: the record without what changes when the rest of the document does.
    static func fetched<Record: CanonicalRecord>(
        _ record: Record, still: Record, payload: [UInt8], fetchedAt: Instant
    ) -> FetchedRecord {
        let essence = RecordDocument(still)
        var hash = SHA256()
        hash.update(data: essence.core)
        hash.update(data: essence.person ?? [])
        return FetchedRecord(
            document: RecordDocument(record), payload: payload, contentHash: Array(hash.finalize()),
            fetchedAt: fetchedAt)
    }

    /// Names the kind and the id, never a value.
    static func unreadable(_ kind: RecordKind, _ id: String?, _ error: any Error) throws -> UnreadableRecord {
        guard let error = error as? JSONError else { throw error }
        // Ids come from the platform: what is no id by its look stays out of messages.
        let shown = id.flatMap { $0.utf8.count <= 64 && $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? " " + $0 : nil }
        return UnreadableRecord(
            kind: kind, externalID: id ?? "-", error: .vtexUnreadable(subject(kind, shown ?? ""), error))
    }

    private static func subject(_ kind: RecordKind, _ id: String) -> Phrase {
        let phrase =
            switch kind {
            case .customer, .subscriber, .cart: Phrase(pt: "Cliente", es: "Cliente", en: "Customer")
            case .address: Phrase(pt: "Endereço", es: "Dirección", en: "Address")
            case .category: Phrase(pt: "Categoria", es: "Categoría", en: "Category")
            case .product: Phrase(pt: "Produto", es: "Producto", en: "Product")
            case .sku: Phrase(same: "SKU")
            case .price: Phrase(pt: "Preço do SKU", es: "Precio del SKU", en: "Price of SKU")
            case .stock: Phrase(pt: "Estoque do SKU", es: "Stock del SKU", en: "Stock of SKU")
            case .promotion: Phrase(pt: "Promoção", es: "Promoción", en: "Promotion")
            case .coupon: Phrase(pt: "Cupom", es: "Cupón", en: "Coupon")
            }
        return Phrase(pt: phrase.portuguese + id, es: phrase.spanish + id, en: phrase.english + id)
    }
}
