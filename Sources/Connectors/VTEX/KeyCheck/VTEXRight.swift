import Basics
import ConnectorKit

/// One thing that a key can do at VTEX: its name, its words, the boxes any of which grants it, and the harmless question
/// that tells. Source of boxes and questions: docs/platforms/vtex.md.
struct VTEXRight: Sendable, Hashable {
    let capability: Capability
    let title: Phrase
    /// The narrowest first.
    let ticks: [PlatformResource]
    /// Nil when asking would do something.
    var probe: VTEXProbe?

    init(_ name: String, _ title: Phrase, ticks: [PlatformResource], probe: VTEXProbe? = nil) {
        capability = Capability(name)
        self.title = title
        self.ticks = ticks
        self.probe = probe
    }
}

/// A `GET` that changes nothing.
struct VTEXProbe: Sendable, Hashable {
    var path: String
    var host = VTEXHost.account
    var restRange: String?
    /// Whether "there is no such thing" shows that the question was allowed.
    var countsNotFound = false
    /// Whether VTEX answers it in practice without any right.
    var isOpenToAll = false
}

extension VTEXRight {
    static let listOrders = VTEXRight(
        "orders.list",
        Phrase(pt: "listar pedidos", es: "listar pedidos", en: "list orders"),
        ticks: [VTEXResource.listOrders, VTEXResource.ordersFullAccess],
        probe: VTEXProbe(path: "/api/oms/pvt/orders?per_page=1&page=1"))

    /// The path is that of an order that cannot be; a listed one is asked for instead where there is one.
    static let readOrder = VTEXRight(
        "orders.read",
        Phrase(pt: "ler um pedido", es: "leer un pedido", en: "read an order"),
        ticks: [VTEXResource.viewOrder, VTEXResource.ordersFullAccess],
        probe: VTEXProbe(path: "/api/oms/pvt/orders/0000000000000-01", countsNotFound: true))

    static let followFeed = VTEXRight(
        "orders.feed",
        Phrase(
            pt: "acompanhar mudanças de pedidos (feed)", es: "seguir cambios de pedidos (feed)",
            en: "follow order changes (feed)"),
        ticks: [VTEXResource.feedViewer, VTEXResource.feedAdmin],
        probe: VTEXProbe(path: "/api/orders/feed/config", countsNotFound: true))

    private static let masterDataReaders = [
        VTEXResource.readDocuments, VTEXResource.writeDocuments, VTEXResource.allDocuments,
        VTEXResource.masterDataAdministrator,
    ]

    static let readCustomers = VTEXRight(
        "customers.read",
        Phrase(pt: "ler clientes (Master Data)", es: "leer clientes (Master Data)", en: "read customers (Master Data)"),
        ticks: masterDataReaders,
        probe: VTEXProbe(path: "/api/dataentities/CL/search?_fields=id", restRange: "resources=0-1"))

    static let readAddresses = VTEXRight(
        "addresses.read",
        Phrase(
            pt: "ler endereços (Master Data)", es: "leer direcciones (Master Data)", en: "read addresses (Master Data)"),
        ticks: masterDataReaders,
        probe: VTEXProbe(path: "/api/dataentities/AD/search?_fields=id", restRange: "resources=0-1"))

    static let readCategories = VTEXRight(
        "categories.read",
        Phrase(pt: "ler a árvore de categorias", es: "leer el árbol de categorías", en: "read the category tree"),
        ticks: [VTEXResource.category],
        probe: VTEXProbe(path: "/api/catalog_system/pub/category/tree/1", isOpenToAll: true))

    static let manageCategories = VTEXRight(
        "categories.manage",
        Phrase(
            pt: "ler e gerir uma categoria", es: "leer y gestionar una categoría", en: "read and manage a category"),
        ticks: [VTEXResource.categoriesManagement],
        probe: VTEXProbe(path: "/api/catalog/pvt/category/1", countsNotFound: true))

    static let readSKUs = VTEXRight(
        "skus.read",
        Phrase(pt: "ler SKUs", es: "leer SKU", en: "read SKUs"),
        ticks: [VTEXResource.skus],
        probe: VTEXProbe(path: "/api/catalog_system/pvt/sku/stockkeepingunitids?page=1&pagesize=1"))

    static let readProducts = VTEXRight(
        "products.read",
        Phrase(pt: "ler produtos", es: "leer productos", en: "read products"),
        ticks: [VTEXResource.productManagement],
        probe: VTEXProbe(path: "/api/catalog_system/pvt/products/GetProductAndSkuIds?_from=1&_to=1"))

    /// Makes products better; without it they are put together from their SKUs.
    static let readProductDetails = VTEXRight(
        "products.details",
        Phrase(
            pt: "ler os detalhes de um produto", es: "leer los detalles de un producto",
            en: "read a product's details"),
        ticks: [VTEXResource.productAndSKU],
        probe: VTEXProbe(path: "/api/catalog/pvt/product/1", countsNotFound: true))

    static let readBrands = VTEXRight(
        "brands.read",
        Phrase(pt: "ler marcas", es: "leer marcas", en: "read brands"),
        ticks: [VTEXResource.brands],
        probe: VTEXProbe(path: "/api/catalog_system/pvt/brand/pagedlist?pageSize=1&page=1"))

    static let readPrices = VTEXRight(
        "prices.read",
        Phrase(pt: "ler preços", es: "leer precios", en: "read prices"),
        ticks: [VTEXResource.readPrices],
        probe: VTEXProbe(path: "/pricing/prices/1", host: .pricing, countsNotFound: true))

    static let readPromotions = VTEXRight(
        "promotions.read",
        Phrase(pt: "ler promoções", es: "leer promociones", en: "read promotions"),
        ticks: [VTEXResource.manageBenefits],
        probe: VTEXProbe(path: "/api/rnb/pvt/benefits/calculatorconfiguration"))

    static let readCoupons = VTEXRight(
        "coupons.read",
        Phrase(pt: "ler cupons", es: "leer cupones", en: "read coupons"),
        ticks: [VTEXResource.manageBenefits],
        probe: VTEXProbe(path: "/api/rnb/pvt/coupon/PONTE-NO-SUCH-COUPON", countsNotFound: true))

    static let readStock = VTEXRight(
        "stock.read",
        Phrase(pt: "ler depósitos", es: "leer depósitos", en: "read warehouses"),
        ticks: [VTEXResource.logisticsViewer, VTEXResource.logisticsFull],
        probe: VTEXProbe(path: "/api/logistics/pvt/configuration/warehouses"))

    static let readInventory = VTEXRight(
        "inventory.read",
        Phrase(pt: "ler o estoque dos SKUs", es: "leer el stock de los SKU", en: "read the stock of SKUs"),
        ticks: [
            VTEXResource.inventoryViewer, VTEXResource.logisticsViewer, VTEXResource.inventoryFull,
            VTEXResource.logisticsFull,
        ],
        probe: VTEXProbe(path: "/api/logistics/pvt/inventory/skus/1", countsNotFound: true))

    static let startHandling = VTEXRight(
        "orders.handle",
        Phrase(
            pt: "iniciar o manuseio de pedidos", es: "iniciar la preparación de pedidos", en: "start handling orders"),
        ticks: [VTEXResource.changeWorkflow])

    static let invoiceOrders = VTEXRight(
        "orders.invoice",
        Phrase(pt: "faturar pedidos", es: "facturar pedidos", en: "invoice orders"),
        ticks: [VTEXResource.notifyInvoice])

    static let cancelOrders = VTEXRight(
        "orders.cancel",
        Phrase(pt: "cancelar pedidos", es: "cancelar pedidos", en: "cancel orders"),
        ticks: [VTEXResource.cancelOrder])

    static let writePrices = VTEXRight(
        "prices.write",
        Phrase(pt: "gravar preços", es: "grabar precios", en: "write prices"),
        ticks: [VTEXResource.modifyPrices])

    static let writeCoupons = VTEXRight(
        "coupons.write",
        Phrase(pt: "criar cupons", es: "crear cupones", en: "create coupons"),
        ticks: [VTEXResource.manageBenefits])

    static let useWebservice = VTEXRight(
        "webservice.use",
        Phrase(pt: "usar o webservice antigo", es: "usar el webservice antiguo", en: "use the old web service"),
        ticks: [VTEXResource.webserviceKey])

    static let administerCRM = VTEXRight(
        "crm.administer",
        Phrase(
            pt: "administrar as telas do CRM (Master Data)", es: "administrar las pantallas del CRM (Master Data)",
            en: "administer the CRM screens (Master Data)"),
        ticks: [VTEXResource.crmAdministrator])

    /// In the order of the matrix; the first is asked first.
    static let all = [
        listOrders, readOrder, followFeed, readCustomers, readAddresses, readCategories, manageCategories, readSKUs,
        readProducts, readProductDetails, readBrands, readPrices, readPromotions, readCoupons, readStock,
        readInventory, startHandling, invoiceOrders, cancelOrders, writePrices, writeCoupons, useWebservice,
        administerCRM,
    ]
}
