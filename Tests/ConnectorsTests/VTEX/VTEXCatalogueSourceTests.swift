import Basics
import Commerce
import ConnectorKit
import TestSupport
import Testing

/// Documents are made by us, in the shape and with the quirks of facts that docs/platforms/vtex.md names.
@Suite struct VTEXCatalogueSourceTests {
    private static let ids = "/api/catalog_system/pvt/sku/stockkeepingunitids"
    private static let context = "/api/catalog_system/pvt/sku/stockkeepingunitbyid/"
    private static let details = "/api/catalog/pvt/product/"
    private static let tree = "/api/catalog_system/pub/category/tree/30"

    private func context(_ id: Int, product: Int = 7, name: String = "Camisa") -> String {
        #"""
        {"Id":\#(id),"ProductId":\#(product),"NameComplete":"\#(name) Azul","ProductName":"\#(name)",
        "ProductDescription":"De algodão.","ProductRefId":"P-7","SkuName":"Azul","IsActive":true,"ImageUrl":"http://i/0.jpg",
        "DetailUrl":"/camisa/p","BrandId":"2000","BrandName":"Marca","IsKit":false,"ManufacturerCode":null,
        "Dimension":{"cubicweight":0.7031,"height":14.55,"length":15,"weight":220.5,"width":1},
        "SkuSellers":[{"SellerId":"1","IsActive":true},{"SellerId":"loja_b","IsActive":false}],"SalesChannels":[1,2],
        "Images":[{"ImageUrl":"http://i/\#(id).jpg?v=1","ImageName":"Frente","FileId":5}],
        "ProductCategoryIds":"/1/12/","ProductCategories":{"12":"Camisas","1":"Roupas"},
        "AlternateIds":{"Ean":"7890000000017","RefId":"R-\#(id)"},"AlternateIdValues":["7890000000017","R-\#(id)","7890000000024"],
        "MeasurementUnit":"un","UnitMultiplier":1.44,"ReleaseDate":"2020-01-06T00:00:00","ProductIsVisible":true,
        "ShowIfNotAvailable":false,"IsProductActive":true,"KeyWords":"camisa, azul","TaxCode":""}
        """#
    }

    private func desk(pages: [String]) throws -> VTEXStoreDesk {
        let desk = try VTEXStoreDesk()
        desk.transport.answer(
            Self.tree,
            body: #"[{"id":1,"name":"Roupas","hasChildren":true,"url":"http://x/roupas","Title":"Roupas","#
                + #""children":[{"id":12,"name":"Camisas","hasChildren":false,"url":"http://x/c","children":[]}]}]"#)
        for (number, body) in pages.enumerated() {
            desk.transport.answer(Self.ids + "?page=\(number + 1)&pagesize=50", body: body)
        }
        desk.transport.answer(Self.ids + "?page=\(pages.count + 1)&pagesize=50", body: "[]")
        desk.transport.answer(Self.details, status: 403, body: "")
        return desk
    }

    @Test func `categories come first, then SKUs, and each product once a page`() async throws {
        let desk = try desk(pages: ["[10,11]", "[12]"])
        for id in 10...12 { desk.transport.answer(Self.context + String(id), body: context(id)) }

        let pages = try await desk.pages(.catalogue)

        #expect(pages.map { $0.ids(.category) } == [["1", "12"], [], [], []])
        #expect(pages.map { $0.ids(.sku) } == [[], ["10", "11"], ["12"], []])
        #expect(pages.map { $0.ids(.product) } == [[], ["7"], ["7"], []])
        #expect(
            pages[0].records[1].core.contains(#""parentId":"1","path":["1","12"],"pathNames":["Roupas","Camisas"]"#))
        let node = String(decoding: pages[0].records[0].payload, as: UTF8.self)
        #expect(node == #"{"id":1,"name":"Roupas","hasChildren":true,"url":"http://x/roupas","Title":"Roupas"}"#)
    }

    /// Asks again what failed.
    private struct Persistence: Patience {
        func ask<Answer: Sendable>(_ question: @Sendable () async throws -> Answer) async throws -> Answer {
            do { return try await question() } catch { return try await question() }
        }
    }

    @Test func `what was answered is not asked again because something else of the page was not`() async throws {
        let desk = try desk(pages: ["[10,11,12]"])
        for id in 10...12 {
            if id == 11 { desk.transport.answer(Self.context + "11", status: 500, body: "") }
            desk.transport.answer(Self.context + String(id), body: context(id))
        }

        let page = try await desk.source(.catalogue).page(of: .everything, after: "1", asking: Persistence())

        #expect(page.ids(.sku) == ["10", "11", "12"])
        #expect((10...12).map { desk.requests(Self.context + String($0)).count } == [1, 2, 1])
        #expect(desk.requests(Self.ids).count == 1)
    }

    @Test func `a SKU tells its codes, pictures, size and sellers`() async throws {
        let desk = try desk(pages: ["[10]"])
        desk.transport.answer(Self.context + "10", body: context(10))

        let records = try await desk.source(.catalogue).fetch(.sku, "10")

        let sku = try records.first(.sku)
        #expect(sku.document.parent == RecordLink(.product, "7"))
        #expect(sku.document.title == "Camisa Azul")
        #expect(
            sku.core == #"{"schema":"sku/1","externalId":"10","productId":"7","name":"Azul","fullName":"Camisa Azul","#
                + #""isActive":true,"isKit":false,"ean":"7890000000017","otherEans":["7890000000024"],"reference":"R-10","#
                + #""images":[{"url":"http://i/10.jpg?v=1","name":"Frente"}],"dimensions":{"heightMicrometres":145500,"#
                + #""widthMicrometres":10000,"lengthMicrometres":150000,"weightMilligrams":220500},"measurementUnit":"un","#
                + #""unitMultiplierMillionths":1440000,"sellerIds":["1"],"salesChannels":["1","2"]}"#)
        let product = try records.first(.product)
        #expect(
            product.core
                == #"{"schema":"product/1","externalId":"7","name":"Camisa","reference":"P-7","brandId":"2000","#
                + #""brand":"Marca","categoryIds":["1","12"],"categoryNames":["Roupas","Camisas"],"summary":"De algodão.","#
                + #""isActive":true,"isVisible":true,"showsWithoutStock":false,"releasedAt":"2020-01-06T00:00:00Z","#
                + #""url":"/camisa/p","keywords":"camisa, azul","salesChannels":["1","2"]}"#)
    }

    @Test func `a role that may not read products is asked once and does without`() async throws {
        let desk = try desk(pages: ["[10]", "[11]"])
        desk.transport.answer(Self.context + "10", body: context(10))
        desk.transport.answer(Self.context + "11", body: context(11, product: 8))

        let pages = try await desk.pages(.catalogue)

        #expect(pages.flatMap { $0.ids(.product) } == ["7", "8"])
        #expect(desk.requests(Self.details).count == 1)
        desk.clock.advance(by: .seconds(3600))
        _ = try await desk.source(.catalogue).fetch(.sku, "10")
        #expect(desk.requests(Self.details).count == 2)
    }

    @Test func `a role that may gets VTEX's own document of the product`() async throws {
        let desk = try VTEXStoreDesk()
        let document = #"{"Id":7,"Name":"Camisa de Algodão","LinkId":"camisa-de-algodao","IsVisible":false,"Score":3}"#
        desk.transport.answer(Self.context + "10", body: context(10))
        desk.transport.answer(Self.details + "7", body: document)

        let product = try await desk.source(.catalogue).fetch(.sku, "10").first(.product)

        #expect(product.document.title == "Camisa de Algodão")
        #expect(product.core.contains(#""isVisible":false"#))
        #expect(product.core.contains(#""url":"/camisa-de-algodao/p""#))
        #expect(product.payload == Array(document.utf8))
    }

    @Test func `a product is the same whichever SKU told of it; a picture's address is no change`() async throws {
        let desk = try desk(pages: [])
        desk.transport.answer(Self.context + "10", body: context(10))
        desk.transport.answer(Self.context + "10", body: context(10).replacing("v=1", with: "v=2"))
        desk.transport.answer(Self.context + "11", body: context(11))
        let source = try desk.source(.catalogue)

        let first = try await source.fetch(.sku, "10")
        let again = try await source.fetch(.sku, "10")
        let other = try await source.fetch(.sku, "11")

        #expect(try hash(first, .product) == hash(other, .product))
        #expect(try hash(first, .sku) == hash(again, .sku))
        #expect(try hash(first, .sku) != hash(other, .sku))
    }

    @Test func `a SKU that went is left out, one that cannot be read is set aside`() async throws {
        let desk = try desk(pages: ["[10,11,12]"])
        desk.transport.answer(Self.context + "10", status: 404, body: "\"SKU not found\"")
        desk.transport.answer(Self.context + "11", body: #"{"Id":11}"#)
        desk.transport.answer(Self.context + "12", body: context(12))

        let pages = try await desk.pages(.catalogue)

        #expect(pages[1].ids(.sku) == ["12"])
        #expect(pages[1].unreadable.map(\.externalID) == ["11"])
    }

    @Test func `SKUs are asked some at a time`() async throws {
        let desk = try desk(pages: ["[" + (100...149).map(String.init).joined(separator: ",") + "]"])
        for id in 100...149 { desk.transport.answer(Self.context + String(id), body: context(id)) }

        let pages = try await desk.pages(.catalogue)

        #expect(pages[1].ids(.sku) == (100...149).map(String.init))
        #expect(desk.transport.mostUnderWay == 5)
    }

    @Test func `the list is counted by thousands`() async throws {
        let desk = try VTEXStoreDesk()
        let thousand = "[" + (1...1000).map(String.init).joined(separator: ",") + "]"
        for page in 1...2 { desk.transport.answer(Self.ids + "?page=\(page)&pagesize=1000", body: thousand) }
        desk.transport.answer(Self.ids + "?page=3&pagesize=1000", body: "[1,2,3]")
        desk.transport.answer(Self.ids + "?page=4&pagesize=1000", body: "[]")

        #expect(try await desk.source(.catalogue).survey() == 2003)
    }

    @Test func `a product is found by its SKUs, a category in the tree`() async throws {
        let desk = try desk(pages: [])
        desk.transport.answer("/api/catalog_system/pvt/sku/stockkeepingunitByProductId/7", body: #"[{"Id":10}]"#)
        desk.transport.answer("/api/catalog_system/pvt/sku/stockkeepingunitByProductId/8", status: 404)
        desk.transport.answer(Self.context + "10", body: context(10))
        let source = try desk.source(.catalogue)

        #expect(try await source.fetch(.product, "7").map(\.document.kind) == [.sku, .product])
        #expect(try await source.fetch(.product, "8").isEmpty)
        #expect(try await source.fetch(.category, "12").map(\.document.title) == ["Camisas"])
        #expect(try await source.fetch(.category, "99").isEmpty)
    }
}
