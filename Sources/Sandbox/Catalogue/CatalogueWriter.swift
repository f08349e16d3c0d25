import Basics

/// Catalogue answers, in PascalCase but for trees and brands. Source: VTEX's Catalog OpenAPI file; facts on VTEX §6.
struct CatalogueWriter {
    let shop: Shop

    private var released: JSON { .string(String((shop.opened - .seconds(86_400 * 400)).iso8601.prefix(19))) }

    func product(_ product: CatalogueProduct) -> JSON {
        [
            "Id": .number(product.id), "Name": .string(product.name), "DepartmentId": .number(product.department.id),
            "CategoryId": .number(product.category.id), "BrandId": .number(product.brand.id),
            "LinkId": .string(product.slug), "RefId": .string(product.refID), "IsVisible": true,
            "Description": .string(product.description), "DescriptionShort": .string(product.name),
            "ReleaseDate": released, "KeyWords": .string("\(product.name), \(product.category.name)"),
            "Title": .string(product.name), "IsActive": .bool(product.skus.contains(where: \.isActive)),
            "TaxCode": "", "MetaTagDescription": .string(product.description), "ShowWithoutStock": false,
            "AdWordsRemarketingCode": "", "LomadeeCampaignCode": "",
        ]
    }

    /// The older answer, which the trade policies are in.
    func productWithPolicies(_ product: CatalogueProduct) -> JSON {
        self.product(product).replacing([.init(name: "ListStoreId", value: [1, 2])])
    }

    func productWithScore(_ product: CatalogueProduct) -> JSON {
        self.product(product).replacing([.init(name: "SupplierId", value: nil), .init(name: "Score", value: 1)])
    }

    func sku(_ sku: CatalogueSKU) -> JSON {
        [
            "Id": .number(sku.id), "ProductId": .number(sku.productID), "IsActive": .bool(sku.isActive),
            "ActivateIfPossible": true, "Name": .string(sku.name), "RefId": .string(sku.refID),
            "PackagedHeight": 15, "PackagedLength": 15, "PackagedWidth": 15,
            "PackagedWeightKg": .number(sku.weightGrams), "Height": 14, "Length": 14, "Width": 14,
            "WeightKg": .number(sku.weightGrams), "CubicWeight": .decimal("0.7031"), "IsKit": false,
            "CreationDate": released, "RewardValue": 0, "EstimatedDateArrival": nil,
            "ManufacturerCode": .string("FAB-\(sku.productID)"), "CommercialConditionId": 1,
            "MeasurementUnit": .string(sku.measurementUnit), "UnitMultiplier": sku.multiplier, "ModalType": nil,
            "KitItensSellApart": false, "Videos": [],
        ]
    }

    /// One of `stockkeepingunitByProductId`.
    func shortSKU(_ sku: CatalogueSKU) -> JSON {
        [
            "IsPersisted": true, "IsRemoved": false, "Id": .number(sku.id), "ProductId": .number(sku.productID),
            "IsActive": .bool(sku.isActive), "Name": .string(sku.name), "Height": 15, "RealHeight": nil, "Width": 15,
            "RealWidth": nil, "Length": 15, "RealLength": nil, "WeightKg": .number(sku.weightGrams),
            "RealWeightKg": nil, "ModalId": 1, "RefId": .string(sku.refID), "CubicWeight": .decimal("0.7031"),
            "IsKit": false, "IsDynamicKit": nil, "InternalNote": nil, "DateUpdated": released, "RewardValue": 0,
            "CommercialConditionId": 1, "EstimatedDateArrival": nil, "FlagKitItensSellApart": false,
            "ManufacturerCode": .string("FAB-\(sku.productID)"), "ReferenceStockKeepingUnitId": nil,
            "Position": .number(sku.position), "ActivateIfPossible": true,
            "MeasurementUnit": .string(sku.measurementUnit), "UnitMultiplier": sku.multiplier, "IsInventoried": nil,
            "IsTransported": nil, "IsGiftCardRecharge": nil, "ModalType": nil, "isKitOptimized": false,
        ]
    }

    func files(_ sku: CatalogueSKU) -> JSON {
        let id = PictureAddress.id(sku)
        return [
            [
                "Id": .number(id), "ArchiveId": .number(id + 1_000_000), "SkuId": .number(sku.id), "Name": "foto",
                "IsMain": true, "Text": .string(sku.fullName), "Label": "Principal",
                "Url": .string("\(shop.account).vtexassets.com/arquivos/ids/\(id)/foto.jpg"), "FileLocation": "",
                "Position": 0,
            ]
        ]
    }

    /// SkuContext: what a hub reads who may see SKUs only.
    func context(_ sku: CatalogueSKU) -> JSON {
        let picture = JSON.string(PictureAddress.url(sku, account: shop.account))
        let product = shop.catalogue.product(sku.productID)
        var ids: [JSON.Member] = sku.ean.map { [.init(name: "Ean", value: .string($0))] } ?? []
        ids.append(.init(name: "RefId", value: .string(sku.refID)))
        let size: JSON = [
            "cubicweight": .decimal("0.7031"), "height": 15, "length": 15, "weight": .number(sku.weightGrams),
            "width": 15,
        ]
        let identity: [JSON.Member] = JSON.members([
            "Id": .number(sku.id), "ProductId": .number(sku.productID), "NameComplete": .string(sku.fullName),
            "ComplementName": "", "ProductName": .string(sku.productName),
            "ProductDescription": .text(product?.description ?? ""), "ProductRefId": .text(product?.refID ?? ""),
            "TaxCode": "", "SkuName": .string(sku.name), "IsActive": .bool(sku.isActive), "IsTransported": true,
            "IsInventoried": true, "IsGiftCardRecharge": false, "ImageUrl": picture,
            "DetailUrl": .string("/\(sku.slug)/p"), "CSCIdentification": nil, "BrandId": .string(String(sku.brandID)),
            "BrandName": .string(sku.brand), "Dimension": size,
            "RealDimension": [
                "realCubicWeight": .decimal("0.6"), "realHeight": 14, "realLength": 14,
                "realWeight": .number(sku.weightGrams), "realWidth": 14,
            ],
            "ManufacturerCode": .string("FAB-\(sku.productID)"), "IsKit": false, "KitItems": [], "Services": [],
            "Categories": [], "Attachments": [], "Collections": [],
        ])
        let trade: [JSON.Member] = JSON.members([
            "SkuSellers": [
                [
                    "SellerId": "1", "StockKeepingUnitId": .number(sku.id),
                    "SellerStockKeepingUnitId": .string(String(sku.id)), "IsActive": .bool(sku.isActive),
                    "FreightCommissionPercentage": 0, "ProductCommissionPercentage": 0,
                ]
            ],
            "SalesChannels": [1, 2],
            "Images": [
                ["ImageUrl": picture, "ImageName": "Principal", "FileId": .number(PictureAddress.id(sku))]
            ],
            "SkuSpecifications": .array(variation(sku, product)), "ProductSpecifications": [],
            "ProductClustersIds": "135,142",
            "ProductCategoryIds": .string("/\(sku.department.id)/\(sku.category.id)/"), "ProductGlobalCategoryId": nil,
            "ProductCategories": .object([
                .init(name: String(sku.category.id), value: .string(sku.category.name)),
                .init(name: String(sku.department.id), value: .string(sku.department.name)),
            ]),
            "CommercialConditionId": 1, "RewardValue": 0, "AlternateIds": .object(ids),
            "AlternateIdValues": .array(ids.map(\.value)), "EstimatedDateArrival": nil,
            "MeasurementUnit": .string(sku.measurementUnit), "UnitMultiplier": sku.multiplier,
            "InformationSource": "Indexer", "ModalType": nil, "KeyWords": .string(sku.productName),
            "ReleaseDate": released, "ProductIsVisible": true, "ShowIfNotAvailable": false,
            "IsProductActive": .bool(sku.isActive), "ProductFinalScore": 0,
        ])
        return .object(identity + trade)
    }

    /// What sets the SKU apart within its product.
    private func variation(_ sku: CatalogueSKU, _ product: CatalogueProduct?) -> [JSON] {
        guard let product, !product.variants.isEmpty else { return [] }
        return [
            [
                "FieldId": 30, "FieldName": .string(CatalogueWords.variation),
                "FieldValueIds": [.number(300 + sku.position)], "FieldValues": [.string(sku.name)],
            ]
        ]
    }
}

extension CatalogueSKU {
    /// As a number: `1`, `1.44`.
    var multiplier: JSON {
        multiplierThousandths.isMultiple(of: 1000)
            ? .integer(multiplierThousandths / 1000)
            : .decimal(OrderWriter.decimal(multiplierThousandths, places: 3))
    }
}

extension JSON {
    /// An object's members, in their order.
    static func members(_ object: JSON) -> [Member] {
        if case .object(let members) = object { return members }
        return []
    }
}
