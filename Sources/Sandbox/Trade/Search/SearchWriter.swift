import Basics

/// Products as the public search shows them, in decimals. Source: VTEX's Search OpenAPI file; facts on VTEX §6.
struct SearchWriter {
    let shop: Shop
    let now: Instant
    let salesChannel: String

    private var released: JSON { .string((shop.opened - .seconds(86_400 * 400)).iso8601) }
    private var host: String { "https://\(shop.account).vtexcommercestable.com.br" }

    func product(_ shown: ShownProduct) -> JSON {
        let product = shown.product
        let path = "/\(product.department.name)/\(product.category.name)/"
        let hasVariants = !product.variants.isEmpty
        var members: [JSON.Member] = JSON.members([
            "productId": .string(String(product.id)), "productName": .string(product.name),
            "brand": .string(product.brand.name), "brandId": .number(product.brand.id), "brandImageUrl": "",
            "linkText": .string(product.slug), "productReference": .string(product.refID),
            "productReferenceCode": nil, "categoryId": .string(String(product.category.id)),
            "productTitle": .string(product.name), "metaTagDescription": .string(product.description),
            "releaseDate": released, "clusterHighlights": [:], "productClusters": ["135": "Todos", "142": "Vitrine"],
            "searchableClusters": ["142": "Vitrine"],
            "categories": [.string(path), .string("/\(product.department.name)/")],
            "categoriesIds": [
                .string("/\(product.department.id)/\(product.category.id)/"), .string("/\(product.department.id)/"),
            ],
            "link": .string("\(host)/\(product.slug)/p"), "description": .string(product.description),
            "allSpecifications": hasVariants ? [.string(CatalogueWords.variation)] : [],
            "allSpecificationsGroups": hasVariants ? ["allSpecifications"] : [],
            "items": .array(shown.offers.map(item)),
        ])
        // Specifications stand at the top by their own names.
        if hasVariants {
            members.append(
                .init(name: CatalogueWords.variation, value: .array(product.variants.map { .string($0) })))
        }
        return .object(members)
    }

    private func item(_ offer: Offer) -> JSON {
        let sku = offer.sku
        return [
            "itemId": .string(String(sku.id)), "name": .string(sku.name), "nameComplete": .string(sku.fullName),
            "complementName": "", "ean": .string(sku.ean ?? ""),
            "referenceId": [["Key": "RefId", "Value": .string(sku.refID)]],
            "measurementUnit": .string(sku.measurementUnit), "unitMultiplier": sku.multiplier, "modalType": nil,
            "isKit": false, "kitItems": [],
            "images": [
                [
                    "imageId": .string(String(PictureAddress.id(sku))), "imageLabel": "Principal",
                    "imageTag": .string(
                        "<img src=\"~/arquivos/ids/\(PictureAddress.id(sku))-#width#-#height#/foto.jpg\" />"),
                    "imageUrl": .string(PictureAddress.url(sku, account: shop.account)),
                    "imageText": .string(sku.fullName), "imageLastModified": released,
                ]
            ],
            "sellers": [
                [
                    "sellerId": "1", "sellerName": "Loja Demo",
                    "addToCartLink": .string(
                        "\(host)/checkout/cart/add?sku=\(sku.id)&qty=1&seller=1&sc=\(salesChannel)"),
                    "sellerDefault": true, "commertialOffer": commercial(offer),
                ]
            ],
            "Videos": [], "estimatedDateArrival": nil,
        ]
    }

    private func commercial(_ offer: Offer) -> JSON {
        let due = (now + .seconds(259_200)).iso8601
        let payments = PaymentChoice.paymentData(of: offer.price, due: due)
        return [
            "DeliverySlaSamplesPerRegion": [:], "Installments": .array(installments(offer.price)),
            "DiscountHighLight": [], "GiftSkuIds": [], "Teasers": [], "PromotionTeasers": [], "BuyTogether": [],
            "ItemMetadataAttachment": [], "Price": .currency(cents: offer.price),
            "ListPrice": .currency(cents: offer.listPrice), "PriceWithoutDiscount": .currency(cents: offer.price),
            "RewardValue": 0, "PriceValidUntil": .string((now + .seconds(31_536_000)).iso8601),
            "AvailableQuantity": .number(offer.available), "IsAvailable": .bool(offer.isAvailable), "Tax": 0,
            "SaleChannel": .number(Int(salesChannel) ?? 1), "DeliverySlaSamples": [], "GetInfoErrorMessage": nil,
            "CacheVersionUsedToCallCheckout": "sandbox",
            "PaymentOptions": payments.replacing([
                .init(name: "installmentOptions", value: .array(PaymentChoice.allCases.map { option($0, offer.price) }))
            ]),
        ]
    }

    /// As simulations have it, but for the payment system, which is a text here.
    private func option(_ choice: PaymentChoice, _ price: Int64) -> JSON {
        choice.installments(of: price).replacing([.init(name: "paymentSystem", value: .string(choice.rawValue))])
    }

    private func installments(_ price: Int64) -> [JSON] {
        let most = max(1, min(10, price / 2000))
        return (1...most).map { count in
            [
                "Value": .currency(cents: price / count), "InterestRate": 0,
                "TotalValuePlusInterestRate": .currency(cents: price), "NumberOfInstallments": .integer(count),
                "PaymentSystemName": .string(PaymentChoice.card.name),
                "PaymentSystemGroupName": .string(PaymentChoice.card.group + "PaymentGroup"),
                "Name": .string("\(PaymentChoice.card.name) \(count) vez(es) sem juros"),
            ]
        }
    }

    /// A list with one SKU's offers in all sales channels, which are decimals too.
    func offers(_ sku: CatalogueSKU) -> JSON {
        let channels: [JSON] = ["1", "2"].compactMap { channel in
            Offer(sku, shop, salesChannel: channel, at: now).map { offer in
                [
                    "AvailableQuantity": .number(offer.available), "SaleChannel": .number(Int(channel) ?? 1),
                    "Price": .currency(cents: offer.price), "ListPrice": .currency(cents: offer.listPrice),
                    "PriceWithoutDiscount": .currency(cents: offer.price), "IsAvailable": .bool(offer.isAvailable),
                ]
            }
        }
        return [
            [
                "SkuId": .string(String(sku.id)), "EanId": .string(sku.ean ?? ""), "RefId": .string(sku.refID),
                "Name": .string(sku.name), "NameComplete": .string(sku.fullName), "IsActive": .bool(sku.isActive),
                "MainImage": [
                    "ImageId": .string(String(PictureAddress.id(sku))), "ImageLabel": "Principal", "ImageTag": "",
                    "ImageText": .string(sku.fullName), "IsMain": true, "IsZoomSize": false,
                    "LastModified": released, "ImagePath": .string(PictureAddress.url(sku, account: shop.account)),
                ],
                "Offers": [
                    [
                        "SellerId": "1", "SellerSkuId": .string(String(sku.id)),
                        "OffersPerSalesChannel": .array(channels), "AvailableSalesChannels": nil,
                    ]
                ],
                "LastModified": released, "ProductId": .string(String(sku.productID)),
            ]
        ]
    }
}
