import Basics

/// What a promotion's document has where nobody said otherwise, and the promotions that a shop has at first.
enum PromotionDefaults {
    static let document: JSON = .object(
        JSON.members(head) + JSON.members(effects) + JSON.members(scope) + JSON.members(conditions))

    private static let head: JSON = [
        "idCalculatorConfiguration": "", "name": "", "description": "", "beginDateUtc": "", "endDateUtc": nil,
        "lastModified": "", "daysAgoOfPurchases": 0, "isActive": true, "isArchived": false, "isFeatured": false,
        "disableDeal": false, "activeDaysOfWeek": [], "offset": 0, "activateGiftsMultiplier": false, "newOffset": 0,
        "maxPricesPerItems": [], "cumulative": false,
    ]

    private static let effects: JSON = [
        "effectType": "price", "discountType": "nominal", "nominalShippingDiscountValue": 0,
        "absoluteShippingDiscountValue": 0, "nominalDiscountValue": 0, "nominalDiscountType": "cart",
        "maximumUnitPriceDiscount": 0, "percentualDiscountValue": 0, "rebatePercentualDiscountValue": 0,
        "percentualShippingDiscountValue": 0, "percentualTax": 0, "shippingPercentualTax": 0,
        "percentualDiscountValueList1": 0, "percentualDiscountValueList2": 0,
        "skusGift": ["quantitySelectable": 0, "gifts": []], "nominalRewardValue": 0, "percentualRewardValue": 0,
        "orderStatusRewardValue": "invoiced", "maxNumberOfAffectedItems": 0,
        "maxNumberOfAffectedItemsGroupKey": "perCart",
        "applyToAllShippings": false, "nominalTax": 0,
    ]

    private static let scope: JSON = [
        "origin": "Marketplace", "idSellerIsInclusive": false, "idsSalesChannel": [],
        "areSalesChannelIdsExclusive": false, "marketingTags": [], "marketingTagsAreNotInclusive": false,
        "paymentsMethods": [], "stores": [], "campaigns": [], "conditionsIds": [], "storesAreInclusive": true,
        "categories": [], "categoriesAreInclusive": true, "brands": [], "brandsAreInclusive": true, "products": [],
        "productsAreInclusive": true, "skus": [], "skusAreInclusive": true, "utmSource": "", "utmCampaign": "",
        "collections1BuyTogether": [], "collections2BuyTogether": [], "minimumQuantityBuyTogether": 0,
        "quantityToAffectBuyTogether": 0, "enableBuyTogetherPerSku": false, "listSku1BuyTogether": [],
        "listSku2BuyTogether": [], "coupon": [],
    ]

    private static let conditions: JSON = [
        "totalValueFloor": 0, "totalValueCeling": 0, "totalValueIncludeAllItems": false,
        "totalValueMode": "IncludeMatchedItems", "collections": [], "collectionsIsInclusive": true,
        "restrictionsBins": [], "cardIssuers": [], "totalValuePurchase": 0, "slasIds": [], "isSlaSelected": false,
        "isFirstBuy": false, "firstBuyIsProfileOptimistic": true, "compareListPriceAndPrice": false,
        "isDifferentListPriceAndPrice": false, "zipCodeRanges": [], "itemMaxPrice": 0, "itemMinPrice": 0,
        "installment": 0, "isMinMaxInstallments": false, "minInstallment": 0, "maxInstallment": 0, "merchants": [],
        "clusterExpressions": [], "clusterOperator": "all", "paymentsRules": [], "giftListTypes": [],
        "productsSpecifications": [], "affiliates": [], "maxUsage": 0, "maxUsagePerClient": 0,
        "shouldDistributeDiscountAmongMatchedItems": false, "multipleUsePerClient": false,
        "accumulateWithManualPrice": false, "type": "regular", "useNewProgressiveAlgorithm": false,
        "percentualDiscountValueList": [],
    ]

    /// The id of the generator's promotion at `position`: orders name it.
    static func id(_ position: Int) -> String { Hexadecimal.uuid(UInt64(position), 7) }

    /// Those of `Words.promotions`, and the one behind the free-freight coupon.
    static func start(opened: Instant) -> [Promotion] {
        let begin = opened - .seconds(86_400 * 90)
        let effects: [[JSON.Member]] = [
            JSON.members(["percentualShippingDiscountValue": 100, "totalValueFloor": 199, "cumulative": true]),
            percent(10, source: "bemvindo10"),
            JSON.members(["isActive": false]) + percent(20, source: ""),
            JSON.members(["type": "forThePriceOf", "isActive": false]),
            percent(15, source: "volte15"),
            JSON.members(["paymentsMethods": [["id": "125", "name": "Pix"]], "cumulative": true])
                + percent(5, source: ""),
            JSON.members([
                "percentualShippingDiscountValue": 100, "utmSource": "fretegratis", "utmCampaign": "cupons",
            ]),
        ]
        return zip(Words.promotions + ["Frete grátis com cupom"], effects).enumerated().map { position, pair in
            let body = JSON.members([
                "name": .string(pair.0), "beginDateUtc": .string(begin.iso8601),
                "endDateUtc": .string((opened + .seconds(86_400 * 365)).iso8601),
            ])
            return Promotion(id: id(position), body: .object(body + pair.1), modified: begin)
        }
    }

    private static func percent(_ value: Int64, source: String) -> [JSON.Member] {
        JSON.members([
            "discountType": "percentual", "percentualDiscountValue": .integer(value), "utmSource": .string(source),
            "utmCampaign": source.isEmpty ? "" : "cupons",
        ])
    }
}
