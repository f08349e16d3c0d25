import Basics
import Commerce

/// A store's sales by day, in one currency.
package struct DayPlot: Sendable {
    package struct Day: Sendable {
        package let date: CivilDate
        package let orders: Int
        package let amount: Money

        package init(date: CivilDate, orders: Int, amount: Money) {
            self.date = date
            self.orders = orders
            self.amount = amount
        }
    }

    /// Oldest first; days without sales may be left out.
    package let days: [Day]
    /// The first and the last day to show, both inclusive.
    package let from: CivilDate
    package let until: CivilDate

    package init(days: [Day], from: CivilDate, until: CivilDate) {
        self.days = days
        self.from = from
        self.until = until
    }
}

/// The plot as numbers for SVG and rows for the table beneath. Partial `day_plot`.
struct DayPlotContent: Sendable {
    struct Bar: Sendable {
        let x: String
        let y: String
        let width: String
        let height: String
        let kind: String
        let title: String
    }
    struct Mark: Sendable {
        let x: String
        let y: String
        let textY: String
        let text: String
    }
    struct Row: Sendable {
        let date: String
        let orders: String
        let amount: String
    }

    let range: String
    /// The best day, in words.
    let peak: String?
    let label: String
    let bars: [Bar]
    let levels: [Mark]
    let dates: [Mark]
    let rows: [Row]
    let ordersTotal: String
    let amountTotal: String

    private static let width = 640.0
    private static let height = 190.0
    /// Room for the levels' texts at the left and the dates' at the foot.
    private static let left = 64.0
    private static let foot = 22.0
    private static let top = 12.0

    init(_ plot: DayPlot, for reader: Reader) {
        let byDay = Dictionary(plot.days.map { ($0.date, $0) }) { first, _ in first }
        let count = max(1, plot.until.daysSince1970 - plot.from.daysSince1970 + 1)
        let highest = max(1, plot.days.map(\.amount.amount).max() ?? 1)
        let ceiling = Self.ceiling(of: highest)
        let step = (Self.width - Self.left) / Double(count)
        let room = Self.height - Self.top - Self.foot
        let currency = plot.days.first?.amount.currency ?? "BRL"
        let scale = plot.days.first?.amount.scale ?? 2
        range = reader.day(plot.from) + " – " + reader.day(plot.until)
        peak = plot.days.max { $0.amount.amount < $1.amount.amount }.map {
            reader.say(DayPlotWords.peak(reader.day($0.date), reader.money($0.amount)))
        }
        bars = (0..<count).compactMap { offset in
            let date = CivilDate(daysSince1970: plot.from.daysSince1970 + offset)
            guard let day = byDay[date], day.amount.amount > 0 else { return nil }
            let tall = max(1, room * Double(day.amount.amount) / Double(ceiling))
            return Bar(
                x: Self.text(Self.left + Double(offset) * step + step * 0.12),
                y: Self.text(Self.top + room - tall), width: Self.text(max(1, step * 0.76)), height: Self.text(tall),
                kind: date == plot.until ? "bar today" : "bar",
                title: reader.day(date) + ": " + reader.money(day.amount) + ", "
                    + reader.say(DayPlotWords.orders(reader.number(day.orders))))
        }
        levels = [0, 1, 2].map { part in
            let y = Self.top + room - room * Double(part) / 2
            let amount = Money(amount: ceiling / 2 * Int64(part), currency: currency, scale: scale)
            return Mark(
                x: Self.text(Self.left - 6), y: Self.text(y), textY: Self.text(y + 4),
                text: Self.short(amount, for: reader))
        }
        dates = Self.dateMarks(plot, count: count, step: step, for: reader)
        rows = plot.days.reversed().map {
            Row(date: reader.day($0.date), orders: reader.number($0.orders), amount: reader.money($0.amount))
        }
        let sum = Money(amount: plot.days.reduce(0) { $0 + $1.amount.amount }, currency: currency, scale: scale)
        ordersTotal = reader.number(plot.days.reduce(0) { $0 + $1.orders })
        amountTotal = reader.money(sum)
        label = reader.say(DayPlotWords.label(range, amountTotal))
    }

    private static func dateMarks(_ plot: DayPlot, count: Int, step: Double, for reader: Reader) -> [Mark] {
        let every = max(1, count / 5)
        return stride(from: every / 2, to: count, by: every).map { offset in
            Mark(
                x: text(left + (Double(offset) + 0.5) * step), y: "0", textY: text(height - 6),
                text: reader.shortDay(CivilDate(daysSince1970: plot.from.daysSince1970 + offset)))
        }
    }

    /// The next number that reads well, and halves well: 2, 4, 6, 8, 10 times a power of ten.
    private static func ceiling(of highest: Int64) -> Int64 {
        var unit: Int64 = 1
        while unit * 10 < highest, unit < 100_000_000_000_000_000 { unit *= 10 }
        return ([2, 4, 6, 8, 10].first { $0 * unit >= highest } ?? 10) * unit
    }

    /// `R$ 12 mil`: as short as an axis wants it.
    private static func short(_ money: Money, for reader: Reader) -> String {
        var amount = money.amount
        for _ in 0..<max(0, money.scale) { amount /= 10 }
        let whole = reader.money(
            Money(amount: amount >= 10_000 ? amount / 1000 : amount, currency: money.currency, scale: 0))
        return amount >= 10_000 ? reader.say(DayPlotWords.thousand(whole)) : whole
    }

    /// With one decimal, as SVG takes it whatever the language.
    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}

private enum DayPlotWords {
    static func orders(_ count: String) -> Phrase {
        Phrase(pt: "\(count) pedidos", es: "\(count) pedidos", en: "\(count) orders")
    }

    static func label(_ range: String, _ sum: String) -> Phrase {
        Phrase(
            pt: "Gráfico das vendas por dia, \(range): \(sum) ao todo. A tabela abaixo tem os números.",
            es: "Gráfico de las ventas por día, \(range): \(sum) en total. La tabla de abajo tiene los números.",
            en: "Plot of sales by day, \(range): \(sum) in all. The table beneath has the numbers.")
    }

    static func peak(_ day: String, _ amount: String) -> Phrase {
        Phrase(
            pt: "Melhor dia: \(day), com \(amount)", es: "Mejor día: \(day), con \(amount)",
            en: "Best day: \(day), with \(amount)")
    }

    static func thousand(_ amount: String) -> Phrase {
        Phrase(pt: "\(amount) mil", es: "\(amount) mil", en: "\(amount)k")
    }
}
