import Basics
import HTTPTypes

/// Products, and the lists that a shop has one of: sales channels, sellers, commercial conditions.
///
/// Source: facts on VTEX §6.
enum ProductRoutes {
    static let all: [Route<Shop>] = [
        Route(.get, "/api/catalog/pvt/product/{id}", "GetProductbyid", .anyOf([.productAndSKU])) { call, shop in
            Reply(json: CatalogueWriter(shop: shop).productWithScore(try find(call, shop)))
        },
        Route(
            .get, "/api/catalog_system/pvt/products/productget/{id}", "ProductandTradePolicy", .anyOf([.productForm])
        ) { call, shop in
            Reply(json: CatalogueWriter(shop: shop).productWithPolicies(try find(call, shop)))
        },
        Route(
            .get, "/api/catalog_system/pvt/products/productgetbyrefid/{id}", "ProductbyRefId",
            .anyOf([.productManagement])
        ) { call, shop in
            let wanted = call.parameter("id").lowercased()
            guard let found = shop.catalogue.products.first(where: { $0.refID.lowercased() == wanted }) else {
                throw Module.catalog.notFound("Product not found")
            }
            return Reply(json: CatalogueWriter(shop: shop).productWithPolicies(found))
        },
        Route(.get, "/api/catalog_system/pvt/saleschannel/list", "SalesChannelList", .anyOf([.viewProduct])) { _, _ in
            Reply(json: .array([channel(1, "Loja Principal"), channel(2, "Atacado")]))
        },
        // No resource is documented for sellers.
        Route(.get, "/api/catalog_system/pvt/seller/list", "SellerList", .signedIn) { _, shop in
            Reply(json: [
                seller("1", "Loja Demo", type: 1, shop.account),
                seller("parceiro01", "Parceiro do Bairro", type: 2, shop.account),
            ])
        },
        Route(
            .get, "/api/catalog_system/pvt/commercialcondition/list", "GetAllCommercialConditions",
            .anyOf([.viewProduct])
        ) { _, _ in
            Reply(json: [
                ["Id": 1, "Name": "Padrão", "IsDefault": true],
                ["Id": 2, "Name": "Parcelamento longo", "IsDefault": false],
            ])
        },
    ]

    private static func find(_ call: Call, _ shop: Shop) throws -> CatalogueProduct {
        guard let id = Int(call.parameter("id")) else { throw Refusal(.badRequest, "The product id is a number") }
        guard let product = shop.catalogue.product(id) else { throw Module.catalog.notFound("Product not found") }
        return product
    }

    private static func channel(_ id: Int, _ name: String) -> JSON {
        [
            "Id": .number(id), "Name": .string(name), "IsActive": true, "ProductClusterId": nil, "CountryCode": "BRA",
            "CultureInfo": "pt-BR", "TimeZone": "E. South America Standard Time", "CurrencyCode": "BRL",
            "CurrencySymbol": "R$", "CurrencyLocale": 1046,
            "CurrencyFormatInfo": [
                "CurrencyDecimalDigits": 2, "CurrencyDecimalSeparator": ",", "CurrencyGroupSeparator": ".",
                "CurrencyGroupSize": 3, "StartsWithCurrencySymbol": true,
            ],
            "Origin": nil, "Position": .number(id), "ConditionRule": nil, "CurrencyDecimalDigits": 2,
        ]
    }

    private static func seller(_ id: String, _ name: String, type: Int, _ account: String) -> JSON {
        [
            "SellerId": .string(id), "Name": .string(name), "Email": "vendas@example.com", "Description": "",
            "ExchangeReturnPolicy": "", "DeliveryPolicy": "", "UseHybridPaymentOptions": false, "UserName": nil,
            "Password": nil, "SecutityPrivacyPolicy": "", "CNPJ": "11222333000181", "CSCIdentification": "",
            "ArchiveId": nil, "UrlLogo": nil, "ProductCommissionPercentage": 0, "FreightCommissionPercentage": 0,
            "CategoryCommissionPercentage": "",
            "FulfillmentEndpoint": .string("http://fulfillment.vtexcommerce.com.br/api/fulfillment?an=\(account)"),
            "CatalogSystemEndpoint": "", "IsActive": true, "MerchantName": "", "FulfillmentSellerId": nil,
            "SellerType": .number(type), "IsBetterScope": false, "TrustPolicy": "Default",
        ]
    }
}
