import Basics
import NIOHTTP1
import Sandbox
import Testing

@Suite struct TradeAccessTests {
    /// A call, and a resource that opens it.
    private static let calls: [(HTTPMethod, String, String)] = [
        (.GET, "/api/catalog/pvt/category/1", "CategoriaForm.aspx"),
        (.GET, "/api/catalog/pvt/category?page=1&pagesize=10", "CategoriaForm.aspx"),
        (.GET, "/api/catalog/pvt/product/1", "ManterFormularioProdutoSku"),
        (.GET, "/api/catalog_system/pvt/products/productget/1", "Produto.aspx"),
        (.GET, "/api/catalog_system/pvt/products/productgetbyrefid/P-0001", "ProdutoForm.aspx"),
        (.GET, "/api/catalog_system/pvt/sku/stockkeepingunitbyid/101", "Sku.aspx"),
        (.GET, "/api/catalog/pvt/stockkeepingunit/101/file", "Sku.aspx"),
        (.GET, "/api/catalog_system/pvt/brand/2000001", "Marca.aspx"),
        (.GET, "/api/catalog/pvt/brand/2000001", "InsertOrUpdateMarcaFromMarcaForm.aspx"),
        (.GET, "/api/catalog_system/pvt/saleschannel/list", "ViewProduct"),
        (.GET, "/api/catalog_system/pvt/commercialcondition/list", "ViewProduct"),
        (.GET, "/pricing/prices/101", "read_prices"),
        (.PUT, "/pricing/prices/101", "modify_prices"),
        (.DELETE, "/pricing/prices/101", "modify_prices_delete_all"),
        (.POST, "/api/rnb/pvt/coupon", "GerenciarPromocoesETarifas"),
        (.POST, "/api/rnb/pvt/calculatorconfiguration", "GerenciarPromocoesETarifas"),
        (.GET, "/api/logistics/pvt/inventory/skus/101", "InventoryViewer"),
        (.PUT, "/api/logistics/pvt/inventory/skus/101/warehouses/1_1", "InventoryAdmin"),
        (.GET, "/api/logistics/pvt/configuration/docks", "LogisticsViewer"),
        (.GET, "/api/logistics/pvt/shipping-policies", "ShippingAdmin"),
        (.GET, "/api/fulfillment/pvt/affiliates", "SaveOrderConfiguration"),
        (.GET, "/api/pvt/payment-systems", "ViewPayments"),
    ]

    @Test(arguments: calls)
    func `each call is closed without its resource and open with it`(
        call: (method: HTTPMethod, path: String, resource: String)
    ) async throws {
        try await withSandbox(.init(orders: 5)) { client in
            let path = "/vtex/lojademo" + call.path
            let body = call.method == .GET ? nil : "{}"
            let bare = try await client.key()
            let able = try await client.key([call.resource])

            let nobody = try await client.send(call.method, path, body: body).status
            let unable = try await client.send(call.method, path, headers: bare.headers, body: body).status
            let granted = try await client.send(call.method, path, headers: able.headers, body: body).status

            #expect([nobody, unable] == [401, 403])
            // The empty body of a write is refused, but by then the door was open.
            #expect([200, 400].contains(granted))
        }
    }

    @Test func `reading stock does not allow to change it`() async throws {
        try await withSandbox(.init(orders: 5)) { client in
            let viewer = try await client.key(["InventoryViewer", "LogisticsViewer"])

            let answer = try await client.send(
                .PUT, "/vtex/lojademo/api/logistics/pvt/inventory/skus/101/warehouses/1_1", headers: viewer.headers,
                body: #"{"quantity":1,"unlimitedQuantity":false,"leadTime":"00:00:00"}"#)

            #expect(answer.status == 403)
        }
    }

    @Test(arguments: [
        "/api/catalog_system/pub/category/tree/2", "/api/catalog_system/pub/products/search",
        "/api/catalog_system/pub/products/offers/1/sku/101",
        "/api/checkout/pub/orderForm/0123456789abcdef0123456789abcdef",
    ])
    func `public calls need no credentials`(path: String) async throws {
        try await withSandbox(.init(orders: 5)) { client in
            let status = try await client.get(path).status

            #expect([200, 206].contains(status))
        }
    }
}
