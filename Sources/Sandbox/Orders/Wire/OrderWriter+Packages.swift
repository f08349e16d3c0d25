import Basics

extension OrderWriter {
    func writePackages(_ writer: inout JSONWriter) {
        let packages = papers?.packages ?? []
        var shown = packages.isEmpty ? generatedPackages : packages
        if let returned = state.returned, shown.allSatisfy(\.isOutput) {
            shown.append(generatedPackage(isOutput: false, at: returned))
        }
        guard !shown.isEmpty else {
            // Both shapes of "no package yet" are seen in the wild.
            if state.number.isMultiple(of: 2) {
                writer.null("packageAttachment")
            } else {
                writer.object("packageAttachment") { writer in writer.emptyArray("packages") }
            }
            return
        }
        writer.object("packageAttachment") { writer in
            writer.array("packages") { writer in
                for package in shown {
                    writer.elementObject { writer in write(package, &writer) }
                }
            }
        }
    }

    private func write(_ package: OrderPackage, _ writer: inout JSONWriter) {
        writer.array("items") { writer in
            for item in package.items {
                writer.elementObject { writer in
                    writer.member("itemIndex", item.index)
                    writer.member("quantity", item.quantity)
                    writer.member("price", item.price)
                    writer.text("description", item.description)
                    let multiplier = order.lines[item.index].sku.multiplierThousandths
                    writer.number("unitMultiplier", OrderWriter.decimal(multiplier, places: 3))
                }
            }
        }
        writer.text("courier", package.courier)
        writer.member("invoiceNumber", package.invoiceNumber)
        writer.member("invoiceValue", package.value)
        writer.text("invoiceUrl", package.invoiceURL)
        writer.member("issuanceDate", date(package.issued))
        writer.text("trackingNumber", package.trackingNumber)
        writer.text("invoiceKey", package.invoiceKey)
        writer.text("trackingUrl", package.trackingURL)
        writer.member("embeddedInvoice", package.embeddedInvoice)
        writer.member("type", package.isOutput ? "Output" : "Input")
        write(package.courierStatus ?? (package.isOutput ? generatedStatus(from: package.issued) : nil), &writer)
        writer.nulls("cfop")
        restitutions(package, &writer)
        writer.member("volumes", 1)
        writer.nulls("EnableInferItems")
    }

    private func write(_ status: OrderPackage.CourierStatus?, _ writer: inout JSONWriter) {
        guard let status else { return writer.null("courierStatus") }
        writer.object("courierStatus") { writer in
            writer.text("status", status.isFinished ? "ok" : nil)
            writer.member("finished", status.isFinished)
            writer.text("deliveredDate", status.delivered.map(date))
            writer.array("data") { writer in
                for event in status.events {
                    writer.elementObject { writer in
                        writer.member("lastChange", date(event.date))
                        writer.member("city", event.city)
                        writer.member("state", event.state)
                        writer.member("description", event.description)
                        writer.member("createDate", date(event.noted))
                    }
                }
            }
        }
    }

    /// Goods that came back are paid back at once.
    private func restitutions(_ package: OrderPackage, _ writer: inout JSONWriter) {
        writer.object("restitutions") { writer in
            guard !package.isOutput else { return }
            writer.object("Refund") { writer in
                writer.member("value", package.value)
                writer.null("giftCardData")
                writer.array("items") { writer in
                    for item in package.items {
                        writer.elementObject { writer in
                            writer.null("useFreight")
                            writer.member("id", String(order.lines[item.index].sku.id))
                            writer.member("quantity", item.quantity)
                            writer.member("price", item.price)
                            writer.member("description", item.description ?? "")
                        }
                    }
                }
            }
        }
    }
}
