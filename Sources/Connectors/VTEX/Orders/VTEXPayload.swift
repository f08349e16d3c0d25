import Basics
import Commerce
import ConnectorKit
import Crypto

/// What is kept of VTEX's answer, and what its hash covers.
enum VTEXPayload {
    /// Left out at intake, never stored: card data, what card and payment companies answered, and what lets its reader
    /// pay or redeem. Everything else is kept, known or not.
    static let withheld =
        [
            "connectorResponses", "cardHolder", "cardNumber", "firstDigits", "lastDigits", "cvv2", "expireMonth",
            "expireYear",
            "dueDate", "tid", "url", "koinUrl", "redemptionCode", "giftCardId", "giftCardCaption", "accountId",
            "parentAccountId", "bankIssuedInvoiceIdentificationNumber",
            "bankIssuedInvoiceIdentificationNumberFormatted",
            "bankIssuedInvoiceBarCodeNumber", "bankIssuedInvoiceBarCodeType", "bankIssuedInvoiceBarCodePNG",
            "billingAddress",
        ]
        .map { "paymentData.transactions[].payments[]." + $0 } + [
            "paymentData.giftCards[].redemptionCode", "paymentData.giftCards[].giftCardId",
            "paymentData.giftCards[].id",
        ]

    /// Change without meaning anything: texts in the language of whoever asks, aliases, and picture addresses with a
    /// version in them. `lastChange` is not among them: it is the order's version, by which stale answers are told.
    static let volatile = [
        "statusDescription", "followUpEmail", "shippingData.logisticsInfo[].lockTTL", "items[].imageUrl",
        "itemMetadata.Items[].ImageUrl", "sellers[].logo",
    ]

    private static let filter = JSONFilter(removing: withheld, volatile: volatile)

    /// The order that VTEX's answer holds.
    /// - Throws: `PlatformError` of kind `.unreadable` that names the order and the field.
    static func order(of body: [UInt8], id: String, fetchedAt: Instant) throws -> FetchedOrder {
        // Mapped from the answer itself, so that the filter sees only what is known to be JSON.
        let order = try map(body, id: id)
        do {
            let parts = try filter.split(body)
            let hash = SHA256.hash(data: parts.essence)
            return FetchedOrder(order: order, payload: parts.kept, contentHash: Array(hash), fetchedAt: fetchedAt)
        } catch {
            throw unreadable(id, error)
        }
    }

    /// - Parameter id: for messages; nil when only the payload knows it.
    static func map(_ payload: [UInt8], id: String?) throws -> Order {
        do {
            return try VTEXOrderMapper(root: JSONDocument(parsing: payload).root).order()
        } catch let error as JSONError {
            throw unreadable(id, error)
        }
    }

    private static func unreadable(_ id: String?, _ error: JSONError) -> PlatformError {
        // Ids come from the platform: what is no id by its look stays out of messages.
        let shown = id.flatMap { $0.utf8.count <= 64 && $0.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } ? " " + $0 : nil }
        let name = shown ?? ""
        return .vtexUnreadable(Phrase(pt: "Pedido" + name, es: "Pedido" + name, en: "Order" + name), error)
    }
}
