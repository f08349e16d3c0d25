import Basics

extension OrderWriter {
    /// The packages of an order that was invoiced by the generator or by a click.
    var generatedPackages: [OrderPackage] {
        guard let invoiced = state.invoiced else { return [] }
        return [generatedPackage(isOutput: true, at: invoiced)]
            + (state.returned.map { [generatedPackage(isOutput: false, at: $0)] } ?? [])
    }

    func generatedPackage(isOutput: Bool, at issued: Instant) -> OrderPackage {
        OrderPackage(
            invoiceNumber: (isOutput ? "" : "D") + String(order.salt.0 % 900_000 + 100_000), isOutput: isOutput,
            value: state.value, issued: issued,
            items: order.lines.enumerated().map { position, line in
                OrderPackage.Item(
                    index: position, quantity: Int64(line.quantity), price: line.sellingPrice, description: nil)
            },
            invoiceKey: isOutput ? String(repeating: String(order.salt.0 % 9 + 1), count: 44) : nil, invoiceURL: nil,
            embeddedInvoice: "", courier: isOutput ? "Correios" : nil,
            trackingNumber: isOutput ? "BR\(order.salt.1 % 900_000_000 + 100_000_000)BR" : nil,
            trackingURL: isOutput ? "https://rastreio.example/BR\(order.salt.1 % 900_000_000)" : nil, dispatched: nil,
            courierStatus: isOutput ? generatedStatus(from: issued) : nil)
    }

    func generatedStatus(from issued: Instant) -> OrderPackage.CourierStatus? {
        guard let delivered = state.delivered else { return nil }
        let events = [(issued, "Objeto postado"), (delivered, "Objeto entregue ao destinatário")]
        return OrderPackage.CourierStatus(
            isFinished: true, delivered: delivered,
            events: events.map { instant, text in
                OrderPackage.Event(
                    city: order.address.city, state: order.address.state, description: text, date: instant,
                    noted: instant)
            })
    }
}
