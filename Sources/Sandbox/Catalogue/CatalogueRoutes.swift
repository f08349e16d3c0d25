import Basics
import HTTPTypes

/// The catalogue calls that a key check tries. Source: facts on VTEX §6.
enum CatalogueRoutes {
    static let all: [Route<Shop>] = [
        // Public in practice, though documented with a resource.
        Route(.get, "/api/catalog_system/pub/category/tree/{levels}", "CategoryTree", .open) { call, shop in
            let levels = max(1, Int(call.parameter("levels")) ?? 1)
            return Reply(json: .array(tree(shop.catalogue, under: nil, levels: levels, account: shop.account)))
        },
        Route(.get, "/api/catalog/pvt/category/{id}", "GetCategory", .anyOf([.categoriesManagement])) { call, shop in
            let categories = shop.catalogue.categories
            guard let found = categories.first(where: { String($0.id) == call.parameter("id") }) else {
                throw Module.catalog.notFound("Category not found")
            }
            return Reply(json: category(found, categories))
        },
        Route(.get, "/api/catalog_system/pvt/sku/stockkeepingunitids", "ListallSKUIDs", .anyOf([.skus])) { call, shop in
            guard let page = number(call, "page"), let size = number(call, "pagesize"), page >= 1, size >= 1 else {
                throw Refusal(.badRequest, "page and pagesize are required")
            }
            let ids = shop.catalogue.skus.map(\.id).dropFirst((page - 1) * min(size, 1000)).prefix(min(size, 1000))
            return Reply(json: .array(ids.map { .number($0) }))
        },
        Route(
            .get, "/api/catalog_system/pvt/products/GetProductAndSkuIds", "ProductAndSkuIds",
            .anyOf([.productManagement]), handler: products),
        Route(.get, "/api/catalog_system/pvt/brand/list", "BrandList", .anyOf([.brands])) { _, shop in
            Reply(json: .array(shop.catalogue.brands.map(brand)))
        },
        Route(.get, "/api/catalog_system/pvt/brand/pagedlist", "BrandListPerPage", .anyOf([.brands])) { call, shop in
            guard let page = number(call, "page"), let size = number(call, "pageSize"), page >= 1, size >= 1 else {
                throw Refusal(.badRequest, "page and pageSize are required")
            }
            let all = shop.catalogue.brands
            let shown = all.dropFirst((page - 1) * size).prefix(size).map(brand)
            return Reply(json: [
                "items": .array(Array(shown)),
                "paging": [
                    "page": .number(page), "perPage": .number(size), "total": .number(all.count),
                    "pages": .number((all.count + size - 1) / size),
                ],
            ])
        },
    ]

    private static func number(_ call: Call, _ name: String) -> Int? { call.field(name).flatMap { Int($0) } }

    private static func tree(_ catalogue: Catalogue, under parent: Int?, levels: Int, account: String) -> [JSON] {
        catalogue.categories.filter { $0.parent == parent }.map { category in
            let children = levels > 1 ? tree(catalogue, under: category.id, levels: levels - 1, account: account) : []
            return [
                "id": .number(category.id), "name": .string(category.name),
                "hasChildren": .bool(catalogue.categories.contains { $0.parent == category.id }),
                "url": .string("https://\(account).vtexcommercestable.com.br/\(CatalogueWords.slug(category.name))"),
                "children": .array(children), "Title": .string(category.name), "MetaTagDescription": "",
            ]
        }
    }

    private static func category(_ found: Catalogue.Category, _ all: [Catalogue.Category]) -> JSON {
        let parent = all.first { $0.id == found.parent }
        let path = [parent, found].compactMap { $0 }
        return [
            "Id": .number(found.id), "Name": .string(found.name),
            "FatherCategoryId": found.parent.map { .number($0) } ?? .null, "Title": .string(found.name),
            "Description": "", "Keywords": .string(found.name), "IsActive": true, "LomadeeCampaignCode": "",
            "AdWordsRemarketingCode": "", "ShowInStoreFront": true, "ShowBrandFilter": true,
            "ActiveStoreFrontLink": true, "GlobalCategoryId": 0, "StockKeepingUnitSelectionMode": "LIST",
            "Score": nil, "LinkId": .string(CatalogueWords.slug(found.name)),
            "HasChildren": .bool(all.contains { $0.parent == found.id }),
            "TreePath": .array(path.map { .string($0.name) }), "TreePathIds": .array(path.map { .number($0.id) }),
            "TreePathLinkIds": .array(path.map { .string(CatalogueWords.slug($0.name)) }),
        ]
    }

    /// Counted from 1, at most 250 products at once.
    private static func products(_ call: Call, _ shop: Shop) -> Reply {
        let from = max(1, number(call, "_from") ?? 1)
        let to = min(max(from, number(call, "_to") ?? from + 49), from + 249)
        let byProduct = Dictionary(grouping: shop.catalogue.skus, by: \.productID)
        let shown = byProduct.keys.sorted().dropFirst(from - 1).prefix(to - from + 1)
        let members = shown.map { id in
            JSON.Member(name: String(id), value: .array((byProduct[id] ?? []).map { .number($0.id) }))
        }
        return Reply(json: [
            "data": .object(members),
            "range": ["total": .number(byProduct.count), "from": .number(from), "to": .number(to)],
        ])
    }

    private static func brand(_ brand: Catalogue.Brand) -> JSON {
        [
            "id": .number(brand.id), "name": .string(brand.name), "isActive": true, "title": .string(brand.name),
            "metaTagDescription": "", "imageUrl": nil,
        ]
    }
}

extension Route<Shop> {
    fileprivate init(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ access: Access, handler: @escaping Handler
    ) {
        self.init(method, pattern, name, module: .catalog, access: access, limit: .catalog, handler: handler)
    }
}
