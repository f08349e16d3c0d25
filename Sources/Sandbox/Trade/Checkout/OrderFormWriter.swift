import Basics

/// A cart as `GET orderForm` answers it. Source: VTEX's Checkout OpenAPI file, GetCartInformationById.
struct OrderFormWriter {
    let cart: Cart
    let quote: Quote
    let shop: Shop
    /// Whether the caller may see who the shopper is.
    let showsPerson: Bool

    private var profile: Profile? { showsPerson ? cart.profile : cart.profile?.masked }

    func json() -> JSON {
        let writer = QuoteWriter(quote: quote, account: shop.account, now: shop.time.now())
        let freight = quote.delivery(cart.policy)?.price
        let value = quote.value(cart.policy)
        let head: JSON = [
            "orderFormId": .string(cart.id), "salesChannel": "1", "loggedIn": false, "isCheckedIn": false,
            "storeId": nil, "allowManualPrice": false, "canEditData": .bool(cart.orderID == nil),
            "userProfileId": userID, "profileProvider": "VTEX", "availableAccounts": [],
            "availableAddresses": .array(address.map { [$0] } ?? []), "userType": nil, "ignoreProfileData": false,
            "value": .integer(value), "messages": writer.messages(cart.lines.map { String($0.sku) }),
            "items": .array(quote.lines.map(writer.formItem)), "selectableGifts": [],
            "totalizers": quote.lines.isEmpty ? [] : writer.totals(freight: freight),
        ]
        let parties: JSON = [
            "shippingData": shipping(writer), "clientProfileData": profile.map(Self.client) ?? .null,
            "paymentData": payment(value, due: writer.due), "marketingData": marketing,
            "sellers": [["id": "1", "name": "Loja Demo", "logo": "", "minimumOrderValue": nil]],
            "clientPreferencesData": ["locale": "pt-BR", "optinNewsLetter": .bool(cart.wantsNewsletter)],
            "commercialConditionData": nil, "storePreferencesData": Self.preferences, "giftRegistryData": nil,
            "openTextField": nil, "invoiceData": nil, "customData": nil, "itemMetadata": ["items": writer.metadata],
            "hooksData": nil, "ratesAndBenefitsData": writer.benefits, "subscriptionData": nil,
            "itemsOrdination": nil,
        ]
        return .object(JSON.members(head) + JSON.members(parties))
    }

    private var userID: JSON {
        showsPerson ? .text(cart.profile.flatMap { shop.trade.shoppers[Shopper.id($0.email)]?.userID }) : .null
    }

    private var marketing: JSON {
        guard let code = cart.coupon else { return nil }
        let coupon = shop.trade.coupons[Coupon.id(code)]
        return [
            "coupon": .string(code), "utmSource": .text(coupon?.utmSource), "utmMedium": nil,
            "utmCampaign": .text(coupon?.utmCampaign), "utmiPage": nil, "utmiPart": nil, "utmiCampaign": nil,
            "marketingTags": [],
        ]
    }

    private func payment(_ value: Int64, due: String) -> JSON {
        PaymentChoice.paymentData(of: value, due: due).replacing([.init(name: "transactions", value: [])])
    }

    private var address: JSON? {
        guard let address = cart.address else { return nil }
        func shown(_ text: String) -> JSON { .string(showsPerson ? text : "***") }
        return [
            "addressType": "residential",
            "receiverName": .text(profile.map { "\($0.firstName) \($0.lastName)" }), "addressId": .string(cart.id),
            "isDisposable": true, "postalCode": .string(address.postalCode), "city": .string(address.city),
            "state": .string(address.state), "country": "BRA", "street": shown(address.street),
            "number": shown(address.number), "neighborhood": shown(address.neighborhood),
            "complement": .text(showsPerson ? address.complement : nil), "reference": nil, "geoCoordinates": [],
        ]
    }

    private func shipping(_ writer: QuoteWriter) -> JSON {
        guard let address else { return nil }
        return [
            "address": address, "logisticsInfo": writer.logistics(chosen: cart.policy),
            "selectedAddresses": [address], "availableAddresses": [address],
        ]
    }

    private static func client(_ profile: Profile) -> JSON {
        [
            "email": .string(profile.email), "firstName": .string(profile.firstName),
            "lastName": .string(profile.lastName), "documentType": "cpf", "document": .string(profile.document),
            "phone": .string(profile.phone), "corporateName": nil, "tradeName": nil, "corporateDocument": nil,
            "stateInscription": nil, "corporatePhone": nil, "isCorporate": false, "profileCompleteOnLoading": true,
            "profileErrorOnLoading": false, "customerClass": nil,
        ]
    }

    private static let preferences: JSON = [
        "countryCode": "BRA", "saveUserData": true, "timeZone": "E. South America Standard Time",
        "currencyCode": "BRL", "currencyLocale": 1046, "currencySymbol": "R$",
        "currencyFormatInfo": [
            "currencyDecimalDigits": 2, "currencyDecimalSeparator": ",", "currencyGroupSeparator": ".",
            "currencyGroupSize": 3, "startsWithCurrencySymbol": true,
        ],
    ]
}
