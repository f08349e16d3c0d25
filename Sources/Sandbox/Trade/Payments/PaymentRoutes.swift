import Basics
import HTTPTypes

/// What the payments gateway tells of an order's transaction, at `{account}.vtexpayments.com.br`. Reading only.
///
/// Source: facts on VTEX §12; shapes by VTEX's Payments Gateway documents.
enum PaymentRoutes {
    static let all: [Route<Shop>] = [
        route("payment-systems", "ListPaymentSystems") { _, _ in
            Reply(
                json: .array(
                    PaymentChoice.allCases.map { choice in
                        [
                            "id": .number(Int(choice.rawValue) ?? 0), "name": .string(choice.name),
                            "isCustom": false, "groupName": .string(choice.group), "description": nil,
                            "requiresDocument": false, "dueDate": nil,
                        ]
                    }))
        },
        route("transactions/{id}", "TransactionDetails") { call, shop in
            let (order, state) = try find(call, shop)
            let path = "/api/pvt/transactions/\(call.parameter("id").uppercased())"
            func link(_ part: String) -> JSON { ["href": .string("\(path)/\(part)")] }
            return Reply(json: [
                "id": .string(call.parameter("id").uppercased()),
                "transactionId": .string(call.parameter("id").uppercased()),
                "referenceKey": .string(order.group), "interactions": link("interactions"),
                "settlements": link("settlements"), "payments": link("payments"), "refunds": link("refunds"),
                "cancellations": link("cancellations"), "capabilities": link("capabilities"), "timeoutStatus": 0,
                "totalRefunds": 0, "status": .string(status(state)), "value": .integer(state.value),
                "receiverUri": nil, "startDate": .string(state.created.iso8601),
                "authorizationToken": nil, "authorizationDate": .text(state.authorized?.iso8601),
                "cancelationToken": nil, "cancelationDate": .text(state.canceled?.iso8601),
                "owner": .string(shop.account.uppercased()), "orderId": .string(order.group), "currencyCode": "BRL",
            ])
        },
        route("transactions/{id}/payments", "PaymentsOfTransaction") { call, shop in
            let (order, state) = try find(call, shop)
            return Reply(json: .array(order.payments.indices.map { payment($0, order, state, shop) }))
        },
        route("transactions/{id}/payments/{payment}", "PaymentDetails") { call, shop in
            let (order, state) = try find(call, shop)
            let wanted = call.parameter("payment").uppercased()
            guard let position = order.payments.indices.first(where: { id($0, order) == wanted }) else {
                throw Module.payments.notFound("Payment not found")
            }
            return Reply(json: payment(position, order, state, shop))
        },
        route("transactions/{id}/interactions", "TransactionInteractions") { call, shop in
            let (_, state) = try find(call, shop)
            let dates = [state.created, state.authorized, state.invoiced, state.canceled].compactMap { $0 }
            return Reply(
                json: .array(
                    dates.enumerated().map { position, date in
                        [
                            "Id": .string("\(call.parameter("id").uppercased())-\(position)"),
                            "TransactionId": .string(call.parameter("id").uppercased()), "Source": "Transaction",
                            "Status": .string(position == 0 ? "Started" : status(state)),
                            "Date": .string(date.iso8601), "Message": "Transaction changed",
                        ]
                    }))
        },
        route("transactions/{id}/settlements", "TransactionSettlementDetails") { call, shop in
            let (_, state) = try find(call, shop)
            return Reply(json: actions(state.invoiced, state.value))
        },
        route("transactions/{id}/refunds", "TransactionRefunds") { call, shop in
            let (_, state) = try find(call, shop)
            return Reply(json: actions(state.returned, state.value))
        },
        route("transactions/{id}/cancellations", "TransactionCancellations") { call, shop in
            let (_, state) = try find(call, shop)
            return Reply(json: actions(state.canceled, state.value))
        },
        route("transactions/{id}/capabilities", "TransactionCapabilities") { call, shop in
            _ = try find(call, shop)
            return Reply(json: ["cancellations": "enabled", "refunds": "enabled", "settlements": "enabled"])
        },
    ]

    private static func route(_ path: String, _ name: String, handler: @escaping Route<Shop>.Handler) -> Route<Shop> {
        Route(
            .get, "/api/pvt/" + path, name, module: .payments, access: .anyOf([.viewPayments]), limit: .other,
            handler: handler)
    }

    /// A transaction's id is its cart's with the lowest byte turned: see `OrderWriter.transactionID`.
    private static func find(_ call: Call, _ shop: Shop) throws -> (OrderBlueprint, OrderState) {
        let id = call.parameter("id").lowercased()
        guard id.count == 32, let low = UInt64(id.suffix(16), radix: 16), let high = UInt64(id.prefix(16), radix: 16),
            let state = shop.order(ofCart: Hexadecimal.text(high, low ^ 0xFF))
        else { throw Module.payments.notFound("Transaction not found") }
        return (shop.content.blueprint(of: state), state)
    }

    private static func status(_ state: OrderState) -> String {
        if state.canceled != nil { return "Cancelled" }
        if state.invoiced != nil { return "Finished" }
        return state.authorized == nil ? "Started" : "Approved"
    }

    /// The same id as in the order.
    private static func id(_ position: Int, _ order: OrderBlueprint) -> String {
        Hexadecimal.text(order.salt.1, order.salt.0 &+ UInt64(position), upperCase: true)
    }

    private static func payment(_ position: Int, _ order: OrderBlueprint, _ state: OrderState, _ shop: Shop) -> JSON {
        let payment = order.payments[position]
        return [
            "id": .string(id(position, order)), "paymentSystem": .number(Int(payment.system) ?? 0),
            "paymentSystemName": .string(payment.systemName), "merchantName": .string(shop.account.uppercased()),
            "isCustom": false, "group": .string(payment.group), "isInternal": false, "description": nil,
            "installments": .number(payment.installments), "value": .integer(payment.value),
            "referenceValue": .integer(payment.value), "status": .string(status(state)),
            "tid": .string(String(order.salt.0 % 9_000_000_000 + 1_000_000_000)), "returnCode": nil,
            "returnMessage": nil, "connector": "Vtex.PaymentGateway.Connectors.TestConnector",
        ]
    }

    private static func actions(_ date: Instant?, _ value: Int64) -> JSON {
        let done: [JSON] = date.map { [["value": .integer(value), "date": .string($0.iso8601)]] } ?? []
        return ["requests": .array(done), "actions": .array(done)]
    }
}
