import Basics

/// What order services answer when they have done something.
enum OrderReceipt {
    static func reply(orderID: String, at now: Instant) -> Reply {
        Reply(json: json(orderID: orderID, receipt: Tokens.hexadecimal(bytes: 16), at: now))
    }

    static func json(orderID: String, receipt: String, at date: Instant) -> JSON {
        ["date": .string(VTEXDate.long(date)), "orderId": .string(orderID), "receipt": .string(receipt)]
    }
}
