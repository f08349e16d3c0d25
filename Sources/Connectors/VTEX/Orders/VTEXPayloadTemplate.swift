/// What answers to GetOrder have in common: names of fields in VTEX's order, and values that most orders share. Nobody's
/// data.
///
/// Kept payloads are compressed against it, which halves them. It may be changed at any time: each database keeps the
/// templates that its payloads were compressed against.
enum VTEXPayloadTemplate {
    static let bytes = Array(text.utf8)

    private static let text = #"""
        {"orderId":"","sequence":"","marketplaceOrderId":"",\#
        "marketplaceServicesEndpoint":"http://oms.vtexinternal.com.br/api/oms?an=","sellerOrderId":"00-",\#
        "origin":"Marketplace","affiliateId":"","salesChannel":"1","merchantName":null,"status":"invoiced",\#
        "workflowIsInError":false,"statusDescription":"Faturado","value":0,\#
        "creationDate":"2026-01-01T00:00:00.0000000+00:00","lastChange":"2026-01-01T00:00:00.0000000+00:00",\#
        "orderGroup":"","followUpEmail":"@ct.vtex.com.br","lastMessage":"Seu pedido foi enviado",\#
        "hostname":"","isCompleted":true,"roundingError":0,"orderFormId":"","allowCancellation":false,\#
        "allowEdition":false,"isCheckedIn":false,"authorizedDate":"2026-01-01T00:00:00.0000000+00:00",\#
        "invoicedDate":"2026-01-01T00:00:00.0000000+00:00","cancelReason":null,\#
        "checkedInPickupPointId":null,"totals":[{"id":"Items","name":"Total dos Itens","value":0},\#
        {"id":"Discounts","name":"Total dos Descontos","value":0},{"id":"Shipping","name":"Total do Frete",\#
        "value":0},{"id":"Tax","name":"Total da Taxa","value":0}],"sellers":[{"id":"","name":"","logo":null,\#
        "fulfillmentEndpoint":"http://fulfillment.vtexcommerce.com.br/api/fulfillment?an="}],\#
        "marketplace":null,"storePreferencesData":{"countryCode":"BRA","currencyCode":"BRL",\#
        "currencyFormatInfo":{"CurrencyDecimalDigits":2,"CurrencyDecimalSeparator":",",\#
        "CurrencyGroupSeparator":".","CurrencyGroupSize":3,"StartsWithCurrencySymbol":true},\#
        "currencyLocale":1046,"currencySymbol":"R$","timeZone":"E. South America Standard Time"},\#
        "clientPreferencesData":{"locale":"pt-BR","optinNewsLetter":true},\#
        "clientProfileData":{"id":"clientProfileData","email":"@ct.vtex.com.br","firstName":"",\#
        "lastName":"","documentType":"cpf","document":"","phone":"+55","corporateName":null,\#
        "tradeName":null,"corporateDocument":null,"stateInscription":null,"corporatePhone":null,\#
        "isCorporate":false,"userProfileId":"","userProfileVersion":null,"customerClass":null,\#
        "customerCode":null},"items":[{"uniqueId":"","id":"","productId":"","ean":"","lockId":"00-",\#
        "itemAttachment":{"content":{},"name":null},"attachments":[],"quantity":1,"seller":"1","name":"",\#
        "refId":"","price":0,"listPrice":0,"manualPrice":null,"priceTags":[],\#
        "imageUrl":"https://.vteximg.com.br/arquivos/ids/-55-55/foto.jpg","detailUrl":"/p","components":[],\#
        "bundleItems":[],"params":[],"offerings":[],"attachmentOfferings":[],"sellerSku":"",\#
        "priceValidUntil":"2026-01-01T00:00:00.0000000+00:00","commission":0,"tax":0,"preSaleDate":null,\#
        "additionalInfo":{"brandName":"","brandId":"","categoriesIds":"/1/2/","categories":[{"id":0,\#
        "name":""},{"id":0,"name":""}],"productClusterId":"","commercialConditionId":"",\#
        "dimension":{"cubicweight":0,"height":0,"length":0,"weight":0,"width":0},"offeringInfo":null,\#
        "offeringType":null,"offeringTypeId":null},"measurementUnit":"un","unitMultiplier":1.0,\#
        "sellingPrice":0,"isGift":false,"shippingPrice":null,"rewardValue":0,"freightCommission":0,\#
        "priceDefinition":{"sellingPrices":[{"value":0,"quantity":1}],"calculatedSellingPrice":0,"total":0},\#
        "taxCode":null,"parentItemIndex":null,"parentAssemblyBinding":null,"callCenterOperator":null,\#
        "serialNumbers":null,"assemblies":[],"costPrice":0}],"itemMetadata":{"Items":[{"Id":"","Seller":"1",\#
        "Name":"","SkuName":"Único","ProductId":"","RefId":"","Ean":"",\#
        "ImageUrl":"https://.vteximg.com.br/arquivos/ids/-55-55/foto.jpg","DetailUrl":"/p",\#
        "AssemblyOptions":[]}]},"shippingData":{"id":"shippingData","address":{"addressType":"residential",\#
        "receiverName":"","addressId":"","versionId":null,"entityId":null,"postalCode":"","city":"",\#
        "state":"","country":"BRA","street":"","number":"","neighborhood":"","complement":"",\#
        "reference":null,"geoCoordinates":[]},"logisticsInfo":[{"itemIndex":0,"selectedSla":"Normal",\#
        "lockTTL":"10d","price":0,"listPrice":0,"sellingPrice":0,"deliveryWindow":null,\#
        "deliveryCompany":"Correios","shippingEstimate":"11bd",\#
        "shippingEstimateDate":"2026-01-01T00:00:00.0000000+00:00","slas":[{"id":"Normal","name":"Normal",\#
        "shippingEstimate":"11bd","deliveryWindow":null,"price":0,"deliveryChannel":"delivery",\#
        "pickupStoreInfo":{"additionalInfo":null,"address":null,"dockId":null,"friendlyName":null,\#
        "isPickupStore":false},"polygonName":null,"lockTTL":"10d","transitTime":"3d","pickupDistance":0}],\#
        "shipsTo":["BRA"],"deliveryIds":[{"courierId":"","courierName":"Correios","dockId":"doca_1",\#
        "quantity":1,"warehouseId":"1_1","accountCarrierName":"","kitItemDetails":[]}],\#
        "deliveryChannels":[{"id":"delivery","stockBalance":0}],"selectedDeliveryChannel":"delivery",\#
        "deliveryChannel":"delivery","pickupStoreInfo":{"additionalInfo":null,"address":null,"dockId":null,\#
        "friendlyName":null,"isPickupStore":false},"addressId":"","versionId":null,"entityId":null,\#
        "polygonName":null,"pickupPointId":null,"transitTime":"3d"}],"trackingHints":null,\#
        "selectedAddresses":[{"addressType":"residential","receiverName":"","addressId":"","versionId":null,\#
        "entityId":null,"postalCode":"","city":"","state":"","country":"BRA","street":"","number":"",\#
        "neighborhood":"","complement":"","reference":null,"geoCoordinates":[]}],"contactInformation":[]},\#
        "paymentData":{"giftCards":[],"transactions":[{"isActive":true,"transactionId":"","merchantName":"",\#
        "payments":[{"id":"","paymentSystem":"","paymentSystemName":"Pix","value":0,"installments":1,\#
        "referenceValue":0,"giftCardName":null,"group":"instantPayment","giftCardProvider":null,\#
        "giftCardAsDiscount":null,"paymentOrigin":null}]}]},\#
        "packageAttachment":{"packages":[{"items":[{"itemIndex":0,"quantity":1,"price":0,"description":null,\#
        "unitMultiplier":1.0}],"courier":"Correios","invoiceNumber":"","invoiceValue":0,"invoiceUrl":null,\#
        "issuanceDate":"2026-01-01T00:00:00.0000000+00:00","trackingNumber":"","invoiceKey":"",\#
        "trackingUrl":"","embeddedInvoice":"","type":"Output","courierStatus":null,"cfop":null,\#
        "restitutions":{},"volumes":1,"EnableInferItems":null}]},\#
        "ratesAndBenefitsData":{"id":"ratesAndBenefitsData","rateAndBenefitsIdentifiers":[]},\#
        "marketingData":{"id":"marketingData","utmSource":"","utmMedium":"","utmCampaign":"",\#
        "utmiCampaign":"","utmipage":"","utmiPart":"","marketingTags":[]},"cancellationData":null,\#
        "openTextField":null,"taxData":null,"subscriptionData":null,"customData":null,\#
        "commercialConditionData":null,"invoiceData":null,"changesAttachment":null,\#
        "callCenterOperatorData":null,"giftRegistryData":null,"marketplaceItems":[],\#
        "authorizationPolicyData":[]}
        """#
}
