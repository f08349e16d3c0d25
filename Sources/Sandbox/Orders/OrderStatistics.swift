import Foundation

/// The statistics tree of a list answer.
struct OrderStatistics: Sendable {
    /// Figures of one quantity.
    struct Figures: Sendable {
        var count: Int64 = 0
        var sum: Int64 = 0
        var squares: Double = 0
        var largest: Int64 = 0
        var smallest: Int64 = 0

        mutating func add(_ value: Int64) {
            largest = count == 0 ? value : max(largest, value)
            smallest = count == 0 ? value : min(smallest, value)
            count += 1
            sum += value
            squares += Double(value) * Double(value)
        }

        func json(facets: JSON) -> JSON {
            let mean = count == 0 ? 0 : Double(sum) / Double(count)
            let variance = count < 2 ? 0 : max(0, (squares - Double(count) * mean * mean) / Double(count - 1))
            return [
                "Count": .integer(count), "Max": .integer(largest), "Mean": .decimal(String(mean)),
                "Min": .integer(smallest), "Missing": 0, "StdDev": .decimal(String(variance.squareRoot())),
                "Sum": .integer(sum), "SumOfSquares": .integer(Int64(min(squares, 9e18))), "Facets": facets,
            ]
        }
    }

    private var value: [Figures] = [Figures(), Figures()]
    private var units: [Figures] = [Figures(), Figures()]

    mutating func add(_ state: OrderState) {
        let side = state.isMarketplace ? 0 : 1
        value[side].add(state.value)
        units[side].add(Int64(state.units))
    }

    var json: JSON { ["stats": ["totalValue": tree(value), "totalItems": tree(units)]] }

    private func tree(_ sides: [Figures]) -> JSON {
        var whole = sides[0]
        if sides[1].count > 0 {
            whole.largest = whole.count == 0 ? sides[1].largest : max(whole.largest, sides[1].largest)
            whole.smallest = whole.count == 0 ? sides[1].smallest : min(whole.smallest, sides[1].smallest)
        }
        whole.count += sides[1].count
        whole.sum += sides[1].sum
        whole.squares += sides[1].squares
        return whole.json(facets: [
            "origin": ["Fulfillment": sides[0].json(facets: nil), "Marketplace": sides[1].json(facets: nil)],
            "currencyCode": ["BRL": whole.json(facets: nil)],
        ])
    }
}
