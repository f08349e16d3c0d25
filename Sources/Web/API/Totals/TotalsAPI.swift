import AccessControl
import Apps
import Basics
import Operations
import Records

/// Orders and sales by day.
enum TotalsAPI {
    private static let tag = Phrase(pt: "Totais", es: "Totales", en: "Totals")

    private static let connection = Parameter<ConnectionID?>.id(
        "connection", ConnectionKind.self,
        Phrase(pt: "Só dias desta conexão.", es: "Solo días de esta conexión.", en: "Only days of this connection."))
    private static let from = Parameter<CivilDate?>.date(
        "from",
        Phrase(
            pt: "Primeiro dia; se omitido, 90 dias atrás.", es: "Primer día; si se omite, hace 90 días.",
            en: "First day; 90 days ago if left out."))
    private static let until = Parameter<CivilDate?>.date(
        "to", Phrase(pt: "Último dia.", es: "Último día.", en: "Last day."))

    /// About ten years of five connections.
    private static let daysMax = 20_000

    static func register(in api: inout APIRoutes, _ services: Services) {
        api.get("totals/daily", ReadTotals.self, daily) { request, grant in
            let today = CivilDate(
                daysSince1970: Int(request.receivedAt.microseconds / 86_400_000_000))
            let from = try request[from] ?? CivilDate(daysSince1970: today.daysSince1970 - 90)
            let until = try request[until] ?? CivilDate(daysSince1970: today.daysSince1970 + 1)
            let connection = try request[connection]
            if let connection, try await services.connection(connection, of: grant.scope) == nil {
                throw Problem.notFound
            }
            let days = try await services.dailyTotals(
                of: grant.scope, connection: connection, from: from, until: until, limit: daysMax)
            return Envelope.whole(days, write)
        }
    }

    private static let daily = Operation(
        "listDailyTotals", tag: tag,
        Phrase(
            pt: "Pedidos e vendas por dia do calendário da própria loja, do mais antigo ao mais recente.",
            es: "Pedidos y ventas por día del calendario de la propia tienda, del más antiguo al más reciente.",
            en: "Orders and sales by day of the store's own calendar, oldest first."),
        parameters: [connection.note, from.note, until.note], answer: .list(of: "DailyTotal"))

    static let schema = Schema.open([
        Schema.Field("connection", .id, required: true), Schema.Field("date", .date, required: true),
        Schema.Field("orders", .integer(0...Int64.max), required: true),
        Schema.Field(
            "amount", .integer(Int64.min...Int64.max), required: true,
            Phrase(
                pt: "Em unidades de 10 elevado a menos `scale`.", es: "En unidades de 10 elevado a menos `scale`.",
                en: "In units of 10 to the minus `scale`.")),
        Schema.Field("currency", .string(lengthMax: 3), required: true),
        Schema.Field("scale", .integer(0...18), required: true),
    ])

    private static func write(_ day: DailyTotals.Day, _ writer: inout JSONWriter) {
        writer.member("connection", day.connectionID.text)
        writer.member("date", day.date.description)
        writer.member("orders", day.orders)
        writer.member("amount", day.amount)
        writer.member("currency", day.currency)
        writer.member("scale", day.scale)
    }
}

extension Parameter where Value == CivilDate? {
    static func date(_ name: String, _ summary: Phrase) -> Self {
        Parameter(name, .date, summary, missing: nil) { name, text in
            guard text.utf8.count == 10, let instant = Instant(iso8601: text) else {
                return .failure(.unreadable(name))
            }
            return .success(CivilDate(daysSince1970: Int(instant.microseconds / 86_400_000_000)))
        }
    }
}
