/// Orders in VTEX's shape, made up for these tests. Nobody in them exists.
enum VTEXFixtures {
    static let orderID = "1420010203040-01"

    /// A complete order: two lines, a coupon, a card, a parcel on its way.
    static let complete = #"""
        {"orderId":"1420010203040-01","sequence":"501456","marketplaceOrderId":"","marketplaceServicesEndpoint":"http://oms",
        "sellerOrderId":"00-1420010203040-01","origin":"Marketplace","affiliateId":"","salesChannel":"1","merchantName":null,
        "status":"invoiced","workflowIsInError":false,"statusDescription":"Faturado","value":31780,
        "creationDate":"2026-03-04T20:09:43.8994580+00:00","lastChange":"2026-03-06T10:46:11.7010747+00:00",
        "orderGroup":"1420010203040","followUpEmail":"alias@ct.vtex.com.br","lastMessage":null,"hostname":"minhaloja",
        "isCompleted":true,"roundingError":0,"orderFormId":"f00","allowCancellation":false,"allowEdition":false,
        "authorizedDate":"2026-03-04T20:30:00.0000000+00:00","invoicedDate":"2026-03-05T12:00:00.5000000+00:00",
        "cancelReason":null,
        "totals":[{"id":"Items","name":"Total dos Itens","value":30990},{"id":"Discounts","name":"Descontos","value":-1000},
        {"id":"Shipping","name":"Frete","value":1790},{"id":"Tax","name":"Taxa","value":0}],
        "sellers":[{"id":"1","name":"Minha Loja","logo":"https://logo/1.png"}],
        "clientPreferencesData":{"locale":"pt-BR","optinNewsLetter":true},"cancellationData":null,"taxData":null,
        "marketplace":{"baseURL":"http://oms","isCertified":null,"name":"minhaloja"},
        "storePreferencesData":{"countryCode":"BRA","currencyCode":"BRL","currencyFormatInfo":{"CurrencyDecimalDigits":2},
        "currencyLocale":1046,"currencySymbol":"R$","timeZone":"E. South America Standard Time"},
        "openTextField":{"value":"Deixar na portaria"},
        "clientProfileData":{"id":"clientProfileData","email":"3a5f0a5b6c7d8e9f3a5f0a5b6c7d8e9f@ct.vtex.com.br",
        "firstName":"Joana","lastName":"Teste","documentType":"cpf","document":"11144477735","phone":"+5511900000000",
        "corporateName":null,"tradeName":null,"corporateDocument":null,"stateInscription":null,"corporatePhone":null,
        "isCorporate":false,"userProfileId":"a1b2","userProfileVersion":null,"customerClass":null},
        "items":[{"uniqueId":"AAA1","id":"18","productId":"6","ean":"7890000000017","lockId":"00-1","quantity":2,"seller":"1",
        "name":"Camiseta azul","refId":"CAM-AZ","price":12990,"listPrice":15990,"priceTags":[
        {"name":"discount@price-9f1c#1","value":-1000,"isPercentual":false,"identifier":"9f1c","rawValue":-10.0},
        {"name":"discount@price-77aa#2","value":-5,"isPercentual":true,"identifier":null,"rawValue":-5}],
        "imageUrl":"https://img/1.jpg?v=1","detailUrl":"/camiseta/p","tax":0,"additionalInfo":{"brandName":"Marca",
        "brandId":"9","categoriesIds":"/1/22/","categories":[{"id":22,"name":"Camisetas"}]},"measurementUnit":"un",
        "unitMultiplier":1.0,"sellingPrice":12490,"isGift":false,"priceDefinition":{"sellingPrices":[{"value":12490,
        "quantity":2}],"calculatedSellingPrice":12490,"total":24980},"attachments":[{"name":"message","content":
        {"text":"Feliz dia"}}],"newField":{"x":12.10}},
        {"uniqueId":"AAA2","id":21,"productId":7,"ean":null,"quantity":1,"seller":"1","name":"Brinde","refId":null,
        "price":5010,"listPrice":5010,"priceTags":[],"sellingPrice":5010,"isGift":true,"tax":null,"additionalInfo":null,
        "measurementUnit":"un","unitMultiplier":1.0}],
        "shippingData":{"id":"shippingData","address":{"addressType":"residential","receiverName":"Joana Teste",
        "postalCode":"01310-100","city":"São Paulo","state":"SP","country":"BRA","street":"Avenida de Teste","number":"100",
        "neighborhood":"Centro","complement":"ap 1","reference":null,"geoCoordinates":[-46.6333824,-23.5507112]},
        "logisticsInfo":[{"itemIndex":0,"selectedSla":"Normal","lockTTL":"10d","price":1790,"listPrice":1990,
        "sellingPrice":1790,"deliveryCompany":"Correios","shippingEstimate":"3bd",
        "shippingEstimateDate":"2026-03-10T20:30:00.1020453+00:00","deliveryIds":[{"courierId":"1","courierName":"Correios",
        "dockId":"d1","quantity":2,"warehouseId":"w1"}],"selectedDeliveryChannel":"delivery","pickupPointId":null},
        {"itemIndex":1,"selectedSla":"Retira","price":0,"listPrice":0,"sellingPrice":0,"deliveryCompany":null,
        "shippingEstimate":"1d","shippingEstimateDate":null,"deliveryIds":[{"courierName":"Loja","warehouseId":"w2"}],
        "selectedDeliveryChannel":"pickup-in-point","pickupPointId":"1_loja"}],
        "selectedAddresses":[{"addressType":"residential","receiverName":"Joana Teste","postalCode":"01310-100",
        "city":"São Paulo","state":"SP","country":"BRA","street":"Avenida de Teste","number":"100","neighborhood":"Centro",
        "complement":"ap 1","reference":null,"geoCoordinates":[-46.6333824,-23.5507112]},
        {"addressType":"pickup","receiverName":null,"street":"Rua da Loja","number":"5","geoCoordinates":[]}]},
        "paymentData":{"giftCards":[{"id":"GIFTSECRET","redemptionCode":"GIFTSECRET","value":0}],"transactions":[
        {"isActive":true,"transactionId":"E4CF","merchantName":"MINHALOJA","payments":[{"id":"A536","paymentSystem":"2",
        "paymentSystemName":"Visa","value":31780,"installments":3,"referenceValue":31780,"cardHolder":"CARDSECRET",
        "firstDigits":"CARDSECRET","lastDigits":"CARDSECRET","group":"creditCard","tid":"CARDSECRET","dueDate":"CARDSECRET",
        "url":"https://CARDSECRET","connectorResponses":{"Tid":"CARDSECRET","authId":"CARDSECRET"},
        "redemptionCode":"CARDSECRET","giftCardId":"CARDSECRET","bankIssuedInvoiceBarCodeNumber":"CARDSECRET",
        "billingAddress":{"street":"CARDSECRET"},"paymentOrigin":null}]},
        {"isActive":false,"transactionId":"F000","payments":[{"id":"B1","paymentSystemName":"Pix","group":"instantPayment",
        "value":31780,"installments":1}]}]},
        "packageAttachment":{"packages":[{"items":[{"itemIndex":0,"quantity":2,"price":12490}],"courier":"Correios",
        "invoiceNumber":"24382","invoiceValue":24980,"issuanceDate":"2026-03-05T12:00:00.0000000+00:00",
        "trackingNumber":"BR123","invoiceKey":"3526","trackingUrl":"https://track/BR123","type":"Output",
        "courierStatus":{"status":"ok","finished":true,"deliveredDate":"2026-03-06T09:00:00+00:00","data":[]}},
        {"items":[{"itemIndex":1,"quantity":1,"price":5010}],"courier":null,"invoiceNumber":24383,"invoiceValue":6800,
        "issuanceDate":"2026-03-05T13:00:00Z","trackingNumber":null,"type":"Output","courierStatus":null}]},
        "ratesAndBenefitsData":{"id":"ratesAndBenefitsData","rateAndBenefitsIdentifiers":[{"id":"9f1c","name":"Dez reais",
        "featured":false}]},
        "marketingData":{"id":"marketingData","utmSource":"news","utmMedium":" ","utmCampaign":null,"coupon":"DEZ",
        "marketingTags":["volta"]},"unknownTop":[1,2,{"deep":true}]}
        """#

    /// Both parcels arrived.
    static let delivered = complete.replacing(
        #""type":"Output","courierStatus":null}"#,
        with: #""type":"Output","courierStatus":{"finished":true,"deliveredDate":"2026-03-07T09:00:00+00:00"}}"#)

    /// An order that came from a marketplace, sold in square metres by the box, and was canceled.
    static let marketplace = #"""
        {"orderId":"XYZ-998877","sequence":600001,"marketplaceOrderId":"998877","origin":"Fulfillment","affiliateId":"XYZ",
        "salesChannel":"3","status":"canceled","value":30024,"creationDate":"2026-01-02T03:04:05Z",
        "lastChange":"2026-01-04T00:00:00.1234567Z","authorizedDate":null,"invoicedDate":null,"cancelReason":null,
        "cancellationData":{"RequestedByUser":true,"Reason":"Desistiu","CancellationDate":"2026-01-03T09:14:41.3695207Z"},
        "totals":[{"id":"Items","value":30024.0}],"storePreferencesData":{"currencyCode":"BRL"},
        "marketplace":{"name":"Grande Mercado"},"sellers":[{"id":"minhaloja"}],
        "clientProfileData":{"email":"joana@example.com-207700027841b.ct.vtex.com.br","firstName":"Joana","isCorporate":true,
        "corporateName":"Teste Ltda","corporateDocument":"11222333000181"},
        "items":[{"uniqueId":"","id":"90","quantity":3,"seller":"minhaloja","name":"Piso","price":6950,"sellingPrice":6950,
        "measurementUnit":"m2","unitMultiplier":1.44,"priceDefinitions":null}],
        "shippingData":null,"paymentData":null,"packageAttachment":null,"marketingData":null,"ratesAndBenefitsData":null}
        """#

    /// Begun and never finished: hardly anything is there.
    static let incomplete = #"""
        {"orderId":"1420099999999-01","status":null,"creationDate":"2026-05-01T10:00:00+00:00","value":null,"items":
        [{"id":"18","quantity":null,"price":null,"name":null}],"clientProfileData":null,"shippingData":null,
        "storePreferencesData":null,"totals":null,"sellers":null,"origin":null}
        """#

    static let list = #"""
        {"list":[{"orderId":"1420010203040-01","creationDate":"2026-03-04T20:09:43+00:00","clientName":"Joana Teste",
        "items":null,"totalValue":31780.0,"paymentNames":"Visa","status":"invoiced","statusDescription":"Faturado",
        "marketPlaceOrderId":null,"sequence":"501456","salesChannel":"1","affiliateId":"","origin":"Marketplace",
        "workflowInErrorState":false,"workflowInRetry":false,"lastMessageUnread":"Olá","ShippingEstimatedDate":null,
        "orderIsComplete":true,"authorizedDate":"2026-03-04T20:30:00+00:00","totalItems":3,"currencyCode":"BRL"},
        {"orderId":"XYZ-998877","creationDate":"2026-03-05T00:00:00+00:00","totalValue":30024,"status":"canceled"}],
        "facets":[],"paging":{"total":3120,"pages":32,"currentPage":1,"perPage":100},"stats":{}}
        """#
}
