import Basics

/// Writes an order as GetOrder answers it. Source: VTEX's Orders OpenAPI file; facts on VTEX §3.2.
struct OrderWriter {
    let account: String
    let order: OrderBlueprint
    let state: OrderState
    /// What programs sent; nil when nobody did.
    var papers: OrderPapers?

    func bytes() -> [UInt8] {
        var writer = JSONWriter(capacity: 6144 + order.lines.count * 2048)
        writer.object { writer in write(&writer) }
        return writer.bytes
    }

    func write(_ writer: inout JSONWriter) {
        writeHead(&writer)
        writeTotals(&writer)
        writeMarketplace(&writer)
        writeParties(&writer)
        writeLines(&writer)
        writeShipping(&writer)
        writePayments(&writer)
        writePackages(&writer)
        writeMarketing(&writer)
        writeTail(&writer)
    }

    func date(_ instant: Instant) -> String { VTEXDate.long(instant, seventhDigit: order.seventhDigit) }

    private func writeHead(_ writer: inout JSONWriter) {
        writer.member("orderId", order.orderID)
        writer.member("sequence", order.sequence)
        writer.member("marketplaceOrderId", order.marketplaceOrderID)
        writer.member(
            "marketplaceServicesEndpoint", "http://oms.vtexinternal.com.br/api/oms?an=\(account)")
        writer.member("sellerOrderId", "00-" + order.orderID)
        writer.member("origin", order.origin.rawValue)
        writer.member("affiliateId", order.affiliateID)
        writer.member("salesChannel", order.salesChannel)
        writer.text("merchantName", order.marketplace == nil ? nil : account)
        if state.status == .incomplete { writer.null("status") } else { writer.member("status", state.status.key) }
        writer.member("workflowIsInError", false)
        writer.member("statusDescription", state.status.description)
        writer.member("value", state.value)
        writer.member("creationDate", date(state.created))
        writer.member("lastChange", date(state.lastChange))
        writer.member("orderGroup", order.group)
        writer.member("followUpEmail", Hexadecimal.text(order.salt.1, order.salt.0) + "@ct.vtex.com.br")
        writer.text("lastMessage", state.invoiced == nil ? nil : "Seu pedido foi enviado")
        writer.member("hostname", account)
        writer.member("isCompleted", state.status != .incomplete)
        writer.member("roundingError", 0)
        writer.member("orderFormId", Hexadecimal.text(order.salt.0, order.salt.1))
        writer.member("allowCancellation", state.invoiced == nil && state.canceled == nil)
        writer.member("allowEdition", state.status == .handling)
        writer.member("isCheckedIn", false)
        writer.text("authorizedDate", state.authorized.map(date))
        writer.text("invoicedDate", state.invoiced.map(date))
        writer.text("cancelReason", state.canceled == nil ? nil : cancelReason)
        writer.null("checkedInPickupPointId")
    }

    private func writeTotals(_ writer: inout JSONWriter) {
        writer.array("totals") { writer in
            total("Items", "Total dos Itens", order.itemsTotal, &writer)
            total("Discounts", "Total dos Descontos", order.discounts, &writer)
            total("Shipping", "Total do Frete", order.freight, &writer)
            total("Tax", "Total da Taxa", 0, &writer)
            let change = papers?.changes.reduce(0) { $0 + $1.difference } ?? 0
            if change != 0 { total("Change", "Total das Mudanças", change, &writer) }
        }
    }

    private func total(_ id: String, _ name: String, _ value: Int64, _ writer: inout JSONWriter) {
        writer.elementObject { writer in
            writer.member("id", id)
            writer.member("name", name)
            writer.member("value", value)
        }
    }

    private func writeMarketplace(_ writer: inout JSONWriter) {
        writer.array("sellers") { writer in
            writer.elementObject { writer in
                writer.member("id", order.sellerID)
                writer.member("name", order.sellerName)
                writer.text("logo", order.sellerID == "1" ? nil : "https://\(account).vtexassets.com/logo.png")
                writer.member(
                    "fulfillmentEndpoint", "http://fulfillment.vtexcommerce.com.br/api/fulfillment?an=\(account)")
            }
        }
        if let marketplace = order.marketplace {
            writer.object("marketplace") { writer in
                writer.member("baseURL", "http://oms.vtexinternal.com.br/api/oms?an=\(order.affiliateID.lowercased())")
                writer.null("isCertified")
                writer.member("name", marketplace)
            }
        } else {
            writer.null("marketplace")
        }
        writer.object("storePreferencesData") { writer in
            writer.member("countryCode", "BRA")
            writer.member("currencyCode", "BRL")
            writer.object("currencyFormatInfo") { writer in
                writer.member("CurrencyDecimalDigits", 2)
                writer.member("CurrencyDecimalSeparator", ",")
                writer.member("CurrencyGroupSeparator", ".")
                writer.member("CurrencyGroupSize", 3)
                writer.member("StartsWithCurrencySymbol", true)
            }
            writer.member("currencyLocale", 1046)
            writer.member("currencySymbol", "R$")
            writer.member("timeZone", "E. South America Standard Time")
        }
    }

    private func writeParties(_ writer: inout JSONWriter) {
        let person = order.customer
        writer.object("clientPreferencesData") { writer in
            writer.member("locale", "pt-BR")
            writer.member("optinNewsLetter", person.wantsNewsletter)
        }
        // Incomplete orders are sparse: nobody has signed in yet.
        guard state.status != .incomplete else { return }
        writer.object("clientProfileData") { writer in
            writer.member("id", "clientProfileData")
            writer.member("email", order.email)
            writer.member("firstName", person.firstName)
            writer.member("lastName", person.lastName)
            writer.member("documentType", "cpf")
            writer.member("document", person.cpf)
            writer.member("phone", person.phone)
            writer.text("corporateName", person.corporateName)
            writer.text("tradeName", person.corporateName)
            writer.text("corporateDocument", person.corporateDocument)
            writer.text("stateInscription", person.corporateName == nil ? nil : "ISENTO")
            writer.nulls("corporatePhone")
            writer.member("isCorporate", person.corporateName != nil)
            writer.member("userProfileId", person.profileID)
            writer.nulls("userProfileVersion", "customerClass", "customerCode")
        }
    }

    private func writeMarketing(_ writer: inout JSONWriter) {
        writer.object("ratesAndBenefitsData") { writer in
            writer.member("id", "ratesAndBenefitsData")
            writer.array("rateAndBenefitsIdentifiers") { writer in
                guard let promotion = order.promotion else { return }
                writer.elementObject { writer in
                    writer.nulls("description")
                    writer.member("featured", false)
                    writer.member("id", promotion.id)
                    writer.member("name", promotion.name)
                    writer.emptyObject("matchedParameters")
                    writer.nulls("additionalInfo")
                }
            }
        }
        guard let marketing = order.marketing else { return writer.null("marketingData") }
        writer.object("marketingData") { writer in
            writer.member("id", "marketingData")
            writer.member("utmSource", marketing.source)
            writer.member("utmMedium", marketing.medium)
            writer.member("utmCampaign", marketing.campaign)
            writer.member("coupon", marketing.coupon)
            writer.member("utmiCampaign", " ")
            writer.member("utmipage", " ")
            writer.member("utmiPart", " ")
            writer.array("marketingTags") { writer in
                for tag in marketing.tags { writer.element(tag) }
            }
        }
    }

    private var cancelReason: String { papers?.cancelReason ?? "Cancelado a pedido do cliente" }

    private func writeTail(_ writer: inout JSONWriter) {
        if let canceled = state.canceled {
            writer.object("cancellationData") { writer in
                writer.member("RequestedByUser", state.authorized != nil)
                writer.member("RequestedBySystem", state.authorized == nil)
                writer.member("RequestedBySellerNotification", false)
                writer.member("RequestedByPaymentNotification", false)
                writer.member("Reason", cancelReason)
                writer.member("CancellationDate", date(canceled))
            }
        } else {
            writer.null("cancellationData")
        }
        if let note = order.note {
            writer.object("openTextField") { writer in writer.member("value", note) }
        } else {
            writer.null("openTextField")
        }
        writer.nulls(
            "taxData", "subscriptionData", "customData", "commercialConditionData", "invoiceData",
            "callCenterOperatorData", "giftRegistryData")
        writeChanges(&writer)
        writer.emptyArray("marketplaceItems")
        writer.emptyArray("authorizationPolicyData")
    }
}
