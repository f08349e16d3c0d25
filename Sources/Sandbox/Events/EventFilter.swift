import Basics
import HTTPTypes

/// Which events a key wants. Source: facts on VTEX §4.1.
struct EventFilter: Codable, Sendable, Equatable {
    /// By status; else by what the whole order holds.
    let isWorkflow: Bool
    /// Nobody checks them; none means all.
    let statuses: [String]
    let expression: String
    /// Every change that fits counts, not only an order's first.
    let disableSingleFire: Bool

    static let everything = EventFilter(isWorkflow: true, statuses: [], expression: "", disableSingleFire: false)

    /// - Throws: `Refusal`: 400 for a type or expression that is none, 409 for a filter of two kinds at once.
    static func read(_ view: JSONView?) throws -> EventFilter {
        guard let view else { return everything }
        let type = try view.optionalString("type") ?? "FromWorkflow"
        guard type == "FromWorkflow" || type == "FromOrders" else {
            throw OMSRefusal.badRequest("filter.type is FromWorkflow or FromOrders")
        }
        var statuses: [String] = []
        try view.forEach("status") { statuses.append(try $0.stringValue()) }
        let filter = EventFilter(
            isWorkflow: type == "FromWorkflow", statuses: statuses,
            expression: try view.optionalString("expression") ?? "",
            disableSingleFire: try view.optionalBool("disableSingleFire") ?? false)
        // Clients send `disableSingleFire: false` with every filter, so that only what means something clashes.
        guard filter.isWorkflow ? filter.expression.isEmpty : filter.statuses.isEmpty else {
            throw OMSRefusal.conflict("A filter is either FromWorkflow with status or FromOrders with expression")
        }
        if !filter.isWorkflow {
            do {
                _ = try JSONata(filter.expression)
            } catch {
                throw OMSRefusal.badRequest("filter.expression is no JSONata that can be read: \(error)")
            }
        }
        return filter
    }

    var json: JSON {
        isWorkflow
            ? ["type": "FromWorkflow", "status": .array(statuses.map { .string($0) })]
            : [
                "type": "FromOrders", "expression": .string(expression),
                "disableSingleFire": .bool(disableSingleFire),
            ]
    }

    func takes(_ event: OrderEvent) -> Bool { event.isMove && (statuses.isEmpty || statuses.contains(event.state)) }

    /// Whether the order's document fits the expression; one that fails on it does not.
    func takes(_ document: JSON) -> Bool {
        guard let jsonata = try? JSONata(expression) else { return false }
        return (try? jsonata.isTrue(for: document)) ?? false
    }
}
