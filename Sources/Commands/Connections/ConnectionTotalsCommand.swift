import Apps
import ArgumentParser
import Basics
import Commerce
import Hub
import Operations
import Records

/// `ponte connection totals`.
struct ConnectionTotalsCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "totals",
            Phrase(
                pt: "Mostra as vendas por dia de uma conexão.", es: "Muestra las ventas por día de una conexión.",
                en: "Show a connection's sales by day."),
            details: Phrase(
                pt: "Dias no fuso da loja. Pedidos cancelados, negados e incompletos não contam.",
                es: "Días en el huso de la tienda. Los pedidos cancelados, rechazados e incompletos no cuentan.",
                en: "Days in the store's time zone. Canceled, denied and incomplete orders do not count."),
            examples: ["ponte connection totals \(ExampleWords.store) --days 7"])
    }

    @OptionGroup var target: ConnectionOptions

    @Option(
        help: .said(
            pt: "Quantos dias para trás.", es: "Cuántos días hacia atrás.", en: "How many days back.", value: "count"))
    var days = 30

    @OptionGroup var answer: AnswerOptions

    func validate() throws {
        guard (1...36_500).contains(days) else { throw ValidationError.wrongValue("--days", Phrase(same: "1–36500")) }
    }

    func run() async throws {
        try await target.withConnection { hub, placed in
            let today = CivilDate(daysSince1970: Int(hub.clock.now().microseconds / 86_400_000_000))
            let since = CivilDate(daysSince1970: today.daysSince1970 - days)
            let totals = try await hub.totals(of: placed, since: since)
            try answer.json ? emit(totals) : show(totals)
        }
    }

    private func emit(_ totals: ConnectionTotals) throws {
        let screen = Surroundings.current.screen
        for day in totals.days {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("date", day.date.description)
                writer.member("orders", day.orders)
                writer.money("total", Money(amount: day.amount, currency: day.currency, scale: day.scale))
            }
            try screen.emit(writer.bytes + [UInt8(ascii: "\n")])
        }
        for sum in totals.sums {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("date", "all")
                writer.member("orders", sum.orders)
                writer.money("total", Money(amount: sum.amount, currency: sum.currency, scale: sum.scale))
            }
            try screen.emit(writer.bytes + [UInt8(ascii: "\n")])
        }
    }

    private func show(_ totals: ConnectionTotals) throws {
        let surroundings = Surroundings.current
        let language = surroundings.language
        let paint = surroundings.screen.output.paint
        let all = Phrase(pt: "todos os dias", es: "todos los días", en: "all days")[language]
        let days = totals.days.map { day in
            row(
                DateText.day(day.date.description, in: language), day.orders,
                Money(amount: day.amount, currency: day.currency, scale: day.scale), { $0 })
        }
        let sums = totals.sums.map { sum in
            row(all, sum.orders, Money(amount: sum.amount, currency: sum.currency, scale: sum.scale), paint.strong)
        }
        for line in Columns.lines(days + sums, alignments: [.left, .right, .right], indent: 0) {
            try surroundings.screen.say(line)
        }
    }

    private func row(
        _ label: String, _ orders: Int, _ total: Money, _ paint: @escaping @Sendable (String) -> String
    ) -> [Columns.Cell] {
        let language = Surroundings.current.language
        return [
            Columns.Cell(label, paint: paint), Columns.Cell(NumberText.grouped(orders, in: language), paint: paint),
            Columns.Cell(NumberText.money(total, in: language), paint: paint),
        ]
    }
}
