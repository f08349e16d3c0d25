import Basics

extension OrderWriter {
    func writePayments(_ writer: inout JSONWriter) {
        guard state.status != .incomplete else { return }
        writer.object("paymentData") { writer in
            writer.emptyArray("giftCards")
            writer.array("transactions") { writer in
                writer.elementObject { writer in
                    writer.member("isActive", true)
                    writer.member("transactionId", transactionID)
                    writer.member("merchantName", account.uppercased())
                    writer.array("payments") { writer in writePaymentList(&writer) }
                }
            }
        }
    }

    var transactionID: String { Hexadecimal.text(order.salt.0, order.salt.1 ^ 0xFF, upperCase: true) }

    /// What GET payment-transaction answers.
    func transactionBytes() -> [UInt8] {
        var writer = JSONWriter(capacity: 1024)
        writer.object { writer in
            writer.member("status", state.authorized == nil ? "Started" : "Finished")
            writer.member("isActive", true)
            writer.member("transactionId", transactionID)
            writer.member("merchantName", account.uppercased())
            writer.array("payments") { writer in writePaymentList(&writer) }
        }
        return writer.bytes
    }

    private func writePaymentList(_ writer: inout JSONWriter) {
        for (position, payment) in order.payments.enumerated() {
            writer.elementObject { writer in write(payment, at: position, &writer) }
        }
    }

    private func write(_ payment: OrderPayment, at position: Int, _ writer: inout JSONWriter) {
        let isCard = payment.group == "creditCard"
        let tid = String(order.salt.0 % 9_000_000_000 + 1_000_000_000)
        writer.member("id", order.paymentID(at: position))
        writer.member("paymentSystem", payment.system)
        writer.member("paymentSystemName", payment.systemName)
        writer.member("value", payment.value)
        writer.member("installments", payment.installments)
        writer.member("referenceValue", payment.value)
        writer.text(
            "cardHolder", isCard ? "\(order.customer.firstName) \(order.customer.lastName)".uppercased() : nil)
        writer.nulls("cardNumber")
        writer.member("firstDigits", isCard ? "444433" : "")
        writer.member("lastDigits", isCard ? PersonGenerator.padded(Int(order.salt.1 % 10_000), 4) : "")
        writer.nulls(
            "cvv2", "expireMonth", "expireYear", "url", "giftCardId", "giftCardName", "giftCardCaption",
            "redemptionCode")
        writer.member("group", payment.group)
        writer.member("tid", tid)
        writer.text("dueDate", payment.group == "bankInvoice" ? date(state.created + .seconds(259_200)) : nil)
        writer.object("connectorResponses") { writer in
            writer.member("Tid", tid)
            writer.text("ReturnCode", isCard ? "00" : nil)
            writer.text("Message", isCard ? "Transação autorizada" : nil)
            writer.member("authId", String(order.salt.1 % 900_000 + 100_000))
        }
        writer.nulls("giftCardProvider", "giftCardAsDiscount", "koinUrl", "accountId", "parentAccountId")
        let barCode = payment.group == "bankInvoice" ? "23797770100000019003099260100022107500729050" : nil
        writer.text("bankIssuedInvoiceIdentificationNumber", barCode)
        writer.nulls("bankIssuedInvoiceIdentificationNumberFormatted")
        writer.text("bankIssuedInvoiceBarCodeNumber", barCode)
        writer.text("bankIssuedInvoiceBarCodeType", barCode == nil ? nil : "i25")
        writer.nulls("billingAddress", "paymentOrigin")
    }
}
