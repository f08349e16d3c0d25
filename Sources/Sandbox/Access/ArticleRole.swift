/// The roles that help-centre articles tell a merchant to make, each with its key, and the role that Ponte asks for.
///
/// An article's role has exactly what the article ticks, so that a key check can be tried against real-life keys.
struct ArticleRole: Sendable {
    /// The key's label in the credentials file.
    let label: String
    let role: String
    let resources: [Resource]

    static let all: [ArticleRole] = [
        // "OMS: Visualizar pedidos. Webservice: Webservice." Listing needs another resource since March 2023.
        ArticleRole("article-000-ra-trustvox", "RA Trustvox - Integração", ["OMSViewer", "orders"]),
        // Six products; Master Data's CRM administrator guards forms, not the documents API.
        ArticleRole(
            "article-002-growlat", "Growlat Integration",
            [
                "ADMIN_CRM", "Categoria.aspx", "CategoriaForm.aspx", "CategoriaSimilar.aspx",
                "CategoriaSimilarForm.aspx", "Sku.aspx", "OMSViewer", "FeedSubscription", "FeedHookV3Admin",
                "FeedHookV3Viewer", "ListOrders", "read_prices",
            ], wholeProducts: ["Rates and Benefits", "Dynamic Storage"]),
        // "permissão para gestão de clientes, pedidos, promoções e cupons" names no boxes. A merchant who follows it
        // ticks the whole of OMS, the documents of Dynamic Storage, and promotions, which are also the coupons.
        ArticleRole(
            "article-004-mais-fidelidade", "+fidelidade", ["POWER_USER_DS", "GerenciarPromocoesETarifas"],
            wholeProducts: ["OMS"]),
        ArticleRole("ponte-orders", "Ponte - pedidos", ["ListOrders", "OMSViewer", "FeedHookV3Viewer"]),
        ArticleRole(
            "ponte-store", "Ponte - loja",
            [
                "ListOrders", "OMSViewer", "FeedHookV3Viewer", "READONLY_USER_DS", "Categoria.aspx", "Sku.aspx",
                "ProdutoForm.aspx", "ManterFormularioProdutoSku", "Marca.aspx", "read_prices", "LogisticsViewer",
                "InventoryViewer", "GerenciarPromocoesETarifas",
            ]),
    ]

    private init(_ label: String, _ role: String, _ keys: [String], wholeProducts: [String] = []) {
        self.label = label
        self.role = role
        resources = keys.map(Resource.init) + wholeProducts.flatMap(ResourceCatalogue.all)
    }
}
