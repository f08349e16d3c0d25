import Basics
import Commerce

struct OrderWords: PageWords {
    let items = Phrase(pt: "Itens", es: "Artículos", en: "Items")
    let item = Phrase(pt: "Item", es: "Artículo", en: "Item")
    let quantity = Phrase(pt: "Qtd.", es: "Cant.", en: "Qty")
    let price = Phrase(pt: "Preço", es: "Precio", en: "Price")
    let lineTotal = Phrase(pt: "Total", es: "Importe", en: "Total")
    let gift = Phrase(pt: "brinde", es: "regalo", en: "gift")
    let total = Phrase(pt: "Total do pedido", es: "Total del pedido", en: "Order total")
    let customer = Phrase(pt: "Cliente", es: "Cliente", en: "Customer")
    let hiddenPerson = Phrase(
        pt: "Seu perfil não mostra os dados de pessoas.", es: "Su perfil no muestra los datos de personas.",
        en: "Your role does not show people's data.")
    let gonePerson = Phrase(
        pt: "Os dados pessoais deste pedido não estão guardados.",
        es: "Los datos personales de este pedido no están guardados.",
        en: "This order's personal data are not stored.")
    let payments = Phrase(pt: "Pagamentos", es: "Pagos", en: "Payments")
    let inactive = Phrase(pt: "não usado", es: "no usado", en: "not used")
    let shipments = Phrase(pt: "Notas e envios", es: "Facturas y envíos", en: "Invoices and shipments")
    let track = Phrase(pt: "Rastrear", es: "Seguir el envío", en: "Track")
    let details = Phrase(pt: "Detalhes", es: "Detalles", en: "Details")
    let timeline = Phrase(pt: "Linha do tempo", es: "Línea de tiempo", en: "Timeline")
    let noTimeline = Phrase(
        pt: "As mudanças deste pedido já não estão no registro.",
        es: "Los cambios de este pedido ya no están en el registro.",
        en: "This order's changes are no longer in the log.")
    let placed = Phrase(pt: "feito em", es: "hecho el", en: "placed")
    let sourceGone = Phrase(
        pt: "A resposta da plataforma não está mais guardada.",
        es: "La respuesta de la plataforma ya no está guardada.",
        en: "The platform's answer is not kept any more.")
    let tabs = Phrase(pt: "Partes do pedido", es: "Partes del pedido", en: "Parts of the order")
    let inOurWords = Phrase(
        pt: "O pedido como o Ponte o entrega pela API, igual para todas as plataformas.",
        es: "El pedido como Ponte lo entrega por la API, igual para todas las plataformas.",
        en: "The order as Ponte hands it out by its API, alike for all platforms.")

    static let nameless = Phrase(pt: "Sem nome", es: "Sin nombre", en: "No name")
    static let email = Phrase(pt: "E-mail", es: "Correo electrónico", en: "E-mail")
    static let maskedEmail = Phrase(
        pt: "E-mail (apelido dado pela plataforma)", es: "Correo (alias que da la plataforma)",
        en: "E-mail (alias given by the platform)")
    static let document = Phrase(pt: "Documento", es: "Documento", en: "Document")
    static let phone = Phrase(pt: "Telefone", es: "Teléfono", en: "Phone")
    static let company = Phrase(pt: "Empresa", es: "Empresa", en: "Company")
    static let companyDocument = Phrase(pt: "CNPJ", es: "Documento de la empresa", en: "Company's document")
    static let note = Phrase(pt: "Observação", es: "Observación", en: "Note")
    static let giftMessage = Phrase(pt: "Mensagem do presente", es: "Mensaje del regalo", en: "Gift message")
    static let parcel = Phrase(pt: "Nota de saída", es: "Factura de salida", en: "Invoice")
    static let returned = Phrase(pt: "Nota de devolução", es: "Factura de devolución", en: "Return invoice")

    static func heading(_ number: String) -> Phrase {
        Phrase(pt: "Pedido \(number)", es: "Pedido n.º \(number)", en: "Order \(number)")
    }

    static func version(_ version: Int64) -> Phrase {
        Phrase(pt: "versão \(version)", es: "versión \(version)", en: "version \(version)")
    }

    static func source(_ source: OrderPage.Source, _ reader: Reader) -> Phrase {
        let moment = reader.exactMoment(source.fetchedAt)
        return Phrase(
            pt:
                "Resposta da plataforma, lida em \(moment). Dados de cartão e respostas de pagamento foram retirados antes de guardar. Estados anteriores guardados: \(source.older).",
            es:
                "Respuesta de la plataforma, leída el \(moment). Los datos de tarjeta y las respuestas de pago se quitaron antes de guardar. Estados anteriores guardados: \(source.older).",
            en:
                "The platform's answer, read \(moment). Card data and payment answers were taken out before it was kept. Older states kept: \(source.older)."
        )
    }

    static func tab(_ tab: OrderPage.Tab) -> Phrase {
        switch tab {
        case .order: Phrase(pt: "Pedido", es: "Pedido", en: "Order")
        case .source: Phrase(pt: "Fonte", es: "Fuente", en: "Source")
        case .canonical: Phrase(same: "JSON")
        }
    }

    static func total(_ kind: OrderTotal.Kind) -> Phrase {
        switch kind {
        case .items: Phrase(pt: "Itens", es: "Artículos", en: "Items")
        case .discounts: Phrase(pt: "Descontos", es: "Descuentos", en: "Discounts")
        case .shipping: Phrase(pt: "Frete", es: "Envío", en: "Shipping")
        case .tax: Phrase(pt: "Impostos", es: "Impuestos", en: "Tax")
        case .change: Phrase(pt: "Alterações", es: "Modificaciones", en: "Changes")
        case .other: Phrase(pt: "Outros", es: "Otros", en: "Other")
        }
    }

    static func method(_ method: OrderPayment.Method) -> Phrase {
        switch method {
        case .creditCard: Phrase(pt: "Cartão de crédito", es: "Tarjeta de crédito", en: "Credit card")
        case .debitCard: Phrase(pt: "Cartão de débito", es: "Tarjeta de débito", en: "Debit card")
        case .bankInvoice: Phrase(pt: "Boleto", es: "Boleto bancario", en: "Bank slip")
        case .instantPayment: Phrase(pt: "Pix", es: "Pago instantáneo", en: "Instant payment")
        case .giftCard: Phrase(pt: "Vale-presente", es: "Tarjeta de regalo", en: "Gift card")
        case .promissory: Phrase(pt: "A prazo", es: "A plazo", en: "On account")
        case .other: Phrase(pt: "Outro", es: "Otro", en: "Other")
        }
    }

    /// What else is known, in lines; those without a value are left out.
    static func facts(of order: Order, _ reader: Reader) -> [NamedText] {
        let origin = order.origin
        let promotions = order.marketing.promotions.map { $0.name ?? $0.id }.joined(separator: ", ")
        let lines: [(Phrase, String?)] = [
            (Phrase(pt: "Nº na plataforma", es: "N.º en la plataforma", en: "Platform's number"), order.externalID),
            (Phrase(pt: "Canal de venda", es: "Canal de venta", en: "Sales channel"), origin.salesChannel),
            (Phrase(pt: "Marketplace", es: "Mercado", en: "Marketplace"), origin.marketplaceName ?? origin.affiliateID),
            (
                Phrase(pt: "Nº no marketplace", es: "N.º en el mercado", en: "Marketplace's number"),
                origin.marketplaceOrderID
            ),
            (Phrase(pt: "Cupom", es: "Cupón", en: "Coupon"), order.marketing.coupon),
            (Phrase(pt: "Campanha", es: "Campaña", en: "Campaign"), order.marketing.utmCampaign),
            (Phrase(pt: "Promoções", es: "Promociones", en: "Promotions"), promotions.isEmpty ? nil : promotions),
            (
                Phrase(pt: "Motivo do cancelamento", es: "Motivo de la cancelación", en: "Reason of cancellation"),
                order.cancellationReason
            ),
        ]
        return lines.compactMap { phrase, text in text.map { NamedText(name: reader.say(phrase), text: $0) } }
    }
}
