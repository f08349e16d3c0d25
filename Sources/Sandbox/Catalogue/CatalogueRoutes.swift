import Basics
import HTTPTypes

/// Categories and brands, and what there is to list. Source: facts on VTEX §6.
enum CatalogueRoutes {
    static let all: [Route<Shop>] = paged + single + ProductRoutes.all + SKURoutes.all

    private static let single: [Route<Shop>] = [
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
            let withPath = call.field("includeTreePath")?.lowercased() == "true"
            return Reply(json: category(found, categories, withPath: withPath))
        },
        // Undocumented; clients page through it.
        Route(.get, "/api/catalog/pvt/category", "ListCategories", .anyOf([.categoriesManagement])) { call, shop in
            let page = max(1, number(call, "page") ?? 1)
            let size = min(50, max(1, number(call, "pagesize") ?? 10))
            let all = shop.catalogue.categories
            return Reply(json: [
                "page": .number(page), "size": .number(size), "totalRows": .number(all.count),
                "totalPage": .number((all.count + size - 1) / size),
                "data": .array(
                    all.dropFirst((page - 1) * size).prefix(size).map { category($0, all, withPath: false) }),
            ])
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
        Route(.get, "/api/catalog_system/pvt/brand/{id}", "Brand", .anyOf([.brands])) { call, shop in
            Reply(json: brand(try find(call, shop)))
        },
        Route(.get, "/api/catalog/pvt/brand/{id}", "GetBrand", .anyOf([.brandManagement])) { call, shop in
            let found = try find(call, shop)
            return Reply(json: [
                "Id": .number(found.id), "Name": .string(found.name), "Text": "", "Keywords": .string(found.name),
                "SiteTitle": .string(found.name), "Active": true, "MenuHome": true, "AdWordsRemarketingCode": "",
                "LomadeeCampaignCode": "", "Score": nil, "LinkId": .string(CatalogueWords.slug(found.name)),
            ])
        },
    ]

    private static let paged: [Route<Shop>] = [
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
        }
    ]

    private static func find(_ call: Call, _ shop: Shop) throws -> Catalogue.Brand {
        guard let found = shop.catalogue.brands.first(where: { String($0.id) == call.parameter("id") }) else {
            throw Module.catalog.notFound("Brand not found")
        }
        return found
    }

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

    private static func category(
        _ found: Catalogue.Category, _ all: [Catalogue.Category], withPath: Bool
    ) -> JSON {
        let parent = all.first { $0.id == found.parent }
        let path = withPath ? [parent, found].compactMap { $0 } : []
        func along(_ value: (Catalogue.Category) -> JSON) -> JSON { withPath ? .array(path.map(value)) : nil }
        return [
            "Id": .number(found.id), "Name": .string(found.name),
            "FatherCategoryId": found.parent.map { .number($0) } ?? .null, "Title": .string(found.name),
            "Description": "", "Keywords": .string(found.name), "IsActive": true, "LomadeeCampaignCode": "",
            "AdWordsRemarketingCode": "", "ShowInStoreFront": true, "ShowBrandFilter": true,
            "ActiveStoreFrontLink": true, "GlobalCategoryId": 0, "StockKeepingUnitSelectionMode": "LIST",
            "Score": nil, "LinkId": .string(CatalogueWords.slug(found.name)),
            "HasChildren": .bool(all.contains { $0.parent == found.id }),
            "TreePath": along { .string($0.name) }, "TreePathIds": along { .number($0.id) },
            "TreePathLinkIds": along { .string(CatalogueWords.slug($0.name)) },
        ]
    }

    /// Counted from 1, at most 250 products at once.
    private static func products(_ call: Call, _ shop: Shop) -> Reply {
        let from = max(1, number(call, "_from") ?? 1)
        let to = min(max(from, number(call, "_to") ?? from + 49), from + 249)
        let category = number(call, "categoryId")
        let products = shop.catalogue.products.filter {
            category == nil || $0.category.id == category || $0.department.id == category
        }
        let members = products.dropFirst(from - 1).prefix(to - from + 1).map { product in
            JSON.Member(name: String(product.id), value: .array(product.skus.map { .number($0.id) }))
        }
        return Reply(json: [
            "data": .object(members),
            "range": ["total": .number(products.count), "from": .number(from), "to": .number(to)],
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
    /// A route of the catalogue.
    init(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, _ access: Access, handler: @escaping Handler
    ) {
        self.init(method, pattern, name, module: .catalog, access: access, limit: .catalog, handler: handler)
    }
}
