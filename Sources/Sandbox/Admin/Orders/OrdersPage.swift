import Basics
import Synchronization

/// The list of orders, as the list API would answer: the newest first, the last two years, thirty pages at most.
struct OrdersPage: AdminPage {
    struct Words: Sendable {
        let find = Phrase(
            pt: "Pedido, cliente, CPF ou e-mail", es: "Pedido, cliente, documento o e-mail",
            en: "Order, customer, document or e-mail")
        let allStatuses = Phrase(pt: "Todos os status", es: "Todos los estados", en: "All statuses")
        let new = Phrase(pt: "Novo pedido", es: "Nuevo pedido", en: "New order")
        let order = Phrase(pt: "Pedido", es: "Pedido", en: "Order")
        let date = Phrase(pt: "Data", es: "Fecha", en: "Date")
        let customer = Phrase(pt: "Cliente", es: "Cliente", en: "Customer")
        let value = Phrase(pt: "Valor", es: "Importe", en: "Total")
        let delivered = Phrase(pt: "entregue", es: "entregado", en: "delivered")
        let none = Phrase(
            pt: "Nenhum pedido com esse filtro.", es: "Ningún pedido con ese filtro.", en: "No order fits that filter.")
        let newer = Phrase(pt: "Mais novos", es: "Más nuevos", en: "Newer")
        let older = Phrase(pt: "Mais antigos", es: "Más antiguos", en: "Older")
        let pages = Phrase(pt: "Páginas", es: "Páginas", en: "Pages")
    }

    struct Row: Sendable {
        let orderID: String
        let href: String
        let date: String
        let customer: String
        let status: String
        let tone: String
        let value: String
        let isDelivered: Bool
    }

    struct Choice: Sendable {
        let status: String
        let text: String
        let isChosen: Bool
    }

    static let template = "orders"
    static let perPage = 25
    let words = Words()
    let heading = Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders")
    let rows: [Row]
    let isEmpty: Bool
    let search: String
    let choices: [Choice]
    let count: String
    let newer: String?
    let older: String?

    init(_ visit: Visit, _ call: Call) throws {
        let language = visit.language
        let shop = visit.shop
        let search = Typed.line(call.field("q"))
        let status = call.field("status").flatMap(OrderStatus.init(key:))
        let number = min(max(1, call.field("page").flatMap { Int($0) } ?? 1), OrderQuery.lastPage)
        let book = shop.orders.withLock { $0 }
        let finder = OrderSearch(
            content: shop.content, now: visit.now,
            oldest: shop.hasWindow ? visit.now - OrderSearch.window : .distantPast, indexDelay: shop.indexDelay)
        let found = finder.page(try Self.query(call, search, status, number), in: book)
        rows = found.rows.map { Self.row($0, visit) }
        isEmpty = rows.isEmpty
        self.search = search
        choices = OrderStatus.allCases.map {
            Choice(status: $0.key, text: $0.screenName[language], isChosen: $0 == status)
        }
        let pages = min(OrderQuery.lastPage, max(1, (found.total + Self.perPage - 1) / Self.perPage))
        let total = Shown.number(found.total, language)
        count =
            Phrase(
                pt: "\(total) pedidos · página \(number) de \(pages)",
                es: "página \(number) de \(pages) · \(total) pedidos",
                en: "\(total) orders · page \(number) of \(pages)")[
                language]
        func address(_ page: Int) -> String {
            "\(visit.base)/orders?q=\(Typed.encoded(search))&status=\(status?.key ?? "")&page=\(page)"
        }
        newer = number > 1 ? address(number - 1) : nil
        older = number < pages ? address(number + 1) : nil
    }

    private static func query(
        _ call: Call, _ search: String, _ status: OrderStatus?, _ page: Int
    ) throws -> OrderQuery {
        var asked = call
        asked.query = [
            ("q", search), ("f_status", status?.key ?? ""), ("page", String(page)), ("per_page", String(perPage)),
            ("incompleteorders", status == .incomplete ? "true" : "false"),
        ]
        return try OrderQuery(asked)
    }

    private static func row(_ state: OrderState, _ visit: Visit) -> Row {
        let order = visit.shop.content.blueprint(of: state)
        return Row(
            orderID: order.orderID, href: "\(visit.base)/orders/\(Typed.encoded(order.orderID))",
            date: Shown.moment(state.created), customer: "\(order.customer.firstName) \(order.customer.lastName)",
            status: state.status.screenName[visit.language], tone: state.status.tone,
            value: Shown.money(cents: state.value, visit.language), isDelivered: state.delivered != nil)
    }
}
