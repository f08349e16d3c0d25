import Basics

/// What a cart comes to, line by line of the summary.
struct CartTotals: Sendable {
    struct Row: Sendable {
        let name: String
        let value: String
        let isGood: Bool
    }

    let rows: [Row]
    let total: String
    let promotions: [String]

    /// - Parameter policy: The way to send; nil leaves the freight out.
    init(_ quote: Quote, policy: String?, _ language: Language) {
        let words = ShopWords()
        let delivery = policy.flatMap { quote.delivery($0) }
        var rows = [
            Row(name: words.items[language], value: Shown.money(cents: quote.items, language), isGood: false)
        ]
        if quote.discounts < 0 {
            rows.append(
                Row(name: words.discounts[language], value: Shown.money(cents: quote.discounts, language), isGood: true)
            )
        }
        if let delivery {
            let free = Phrase(pt: "grátis", es: "gratis", en: "free")[language]
            let price = delivery.price == 0 ? free : Shown.money(cents: delivery.price, language)
            rows.append(Row(name: words.freight[language], value: price, isGood: delivery.price == 0))
        }
        self.rows = rows
        total = Shown.money(cents: quote.items + quote.discounts + (delivery?.price ?? 0), language)
        promotions = quote.promotions.map(\.name)
    }
}
