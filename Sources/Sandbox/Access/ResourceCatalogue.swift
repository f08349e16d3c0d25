/// The products, categories and resources that a role can tick.
///
/// Names are published in English in all languages; category names are what the admin shows.
/// Source: VTEX help centre, "License Manager resources", as collected in the facts on VTEX §2.5.
enum ResourceCatalogue {
    struct Entry: Sendable {
        let product: String
        let category: String
        let label: String
        let resource: Resource
    }

    static let entries: [Entry] = products.flatMap { product, category, resources in
        resources.map { Entry(product: product, category: category, label: $0.0, resource: Resource($0.1)) }
    }

    private static let byResource = Dictionary(
        entries.map { ($0.resource, $0) }, uniquingKeysWith: { first, _ in first })

    static func entry(of resource: Resource) -> Entry? { byResource[resource] }

    /// By key, or by label within a product, as in `OMS/List Orders`; nil when there is none.
    static func find(_ text: String) -> Resource? {
        if let entry = byResource[Resource(text)] { return entry.resource }
        let parts = text.split(separator: "/", maxSplits: 1).map { $0.lowercased() }
        return entries.first { entry in
            entry.label.lowercased() == parts.last
                && (parts.count == 1 || entry.product.lowercased() == parts[0])
        }?.resource
    }

    static func all(of product: String) -> [Resource] {
        entries.filter { $0.product == product }.map(\.resource)
    }

    private static let products: [(String, String, [(String, String)])] = [
        (
            "OMS", "OMS access",
            [
                ("Change order workflow status", "WorkflowAction"), ("Notify payment", "PaymentAction"),
                ("Notify invoice", "ShippingAction"), ("View order", "OMSViewer"), ("Notify refund", "RefundAction"),
                ("Cancel order", "CancelAction"), ("Order feed subscription", "FeedSubscription"),
                ("Change order", "Changes"), ("View store sales stats", "ShowTotalizers"),
                ("Only show orders created by the user", "callCenterOperatorFilter"),
                ("Feed v3 and Hook Admin", "FeedHookV3Admin"), ("Feed v3 and Hook view only", "FeedHookV3Viewer"),
                ("Subscription view only", "SubscriptionViewer"), ("Subscription admin", "SubscriptionAdmin"),
                ("Subscription metrics and reports", "SubscriptionMetrics"),
                ("Subscription view and edit", "SubscriptionManager"), ("List Orders", "ListOrders"),
            ]
        ),
        (
            "Catalog", "Conteúdo",
            [
                ("Product management", "ProdutoForm.aspx"), ("Product Form", "Produto.aspx"),
                ("Change SKU Pricing", "AlterarPrecoSku"), ("SKU images management", "ManterImagemProdutoSku"),
                ("Product and SKU Management", "ManterFormularioProdutoSku"), ("Reviews list", "Avaliacao.aspx"),
                ("Category", "Categoria.aspx"), ("Categories Management", "CategoriaForm.aspx"),
                ("Similar Category", "CategoriaSimilar.aspx"),
                ("Similar Categories Management", "CategoriaSimilarForm.aspx"), ("Brands", "Marca.aspx"),
                ("Brands Management", "MarcaForm.aspx"),
                ("Brand Management", "InsertOrUpdateMarcaFromMarcaForm.aspx"), ("SKUs", "Sku.aspx"),
                ("Enable Product and SKU", "Ativar Produto Sku"),
            ]
        ),
        ("Catalog API", "Catalog API", [("View Product", "ViewProduct"), ("Edit Product", "EditProduct")]),
        (
            "Pricing", "Price List",
            [
                ("Read prices", "read_prices"), ("Modify prices", "modify_prices"),
                ("Read trade policy configurations", "read_tradePolicySettings"),
                ("Modify trade policy configurations", "modify_tradePolicySettings"),
                ("Delete all prices from account", "modify_prices_delete_all"),
            ]
        ),
        (
            "Rates and Benefits", "Promotions",
            [
                ("Manage benefits and rates", "GerenciarPromocoesETarifas"), ("Manage Policies", "GerenciarPolicies"),
                ("External Seller Promotions", "External_Seller_Promotions"),
            ]
        ),
        (
            "Master Data", "Recursos genéricos",
            [
                ("CRM administrator", "ADMIN_CRM"), ("Full access to forms", "POWER_USER_CRM"),
                ("Access to insert and edit but not to delete", "NOREMOVE_USER_CRM"),
                ("Read-only form access", "READONLY_USER_CRM"),
            ]
        ),
        (
            "Dynamic Storage", "Recursos genéricos para o Dynamic Storage",
            [
                ("Master Data administrator", "ADMIN_DS"), ("Full access to all documents", "POWER_USER_DS"),
                ("Insert or update document (not remove)", "NOREMOVE_USER_DS"),
                ("Read only documents", "READONLY_USER_DS"), ("List data entities", "2_dataentity_list"),
                ("View data entity", "2_dataentity_view"), ("List triggers", "2_datarule_list"),
            ]
        ),
        ("WebService", "WebService", [("Webservice access key", "orders")]),
        (
            "Checkout", "CheckoutResources",
            [
                ("Shopping Cart Full Access", "AcessaTodosCarrinhos"), ("Orders Full Access", "AcessaTodosPedidos"),
                ("Save Order Configuration", "SaveOrderConfiguration"),
                ("Save OrderForm Configuration", "SaveOrderFormConfiguration"),
                ("Read Shopping Cart", "GetOrderForm"),
            ]
        ),
        (
            "PCI Gateway", "PCI Gateway",
            [
                ("Make Payments", "MakePayments"), ("View Payments Data", "ViewPayments"),
                ("Manage Payment Store", "ManageStore"),
            ]
        ),
        (
            "Logistics", "Logistics access",
            [
                ("Logistics full access", "LogisticsAdmin"), ("Logistics viewer", "LogisticsViewer"),
                ("Inventory full access", "InventoryAdmin"), ("Inventory read only", "InventoryViewer"),
                ("Shipping full access", "ShippingAdmin"), ("Shipping viewer", "ShippingViewer"),
            ]
        ),
        (
            "License Manager", "Services access control",
            [
                ("Save account", "Save_Account"), ("Get account by identifier", "Get_Account_By_Identifier"),
                ("Save user", "Save_User"), ("Remove user", "Remove_User"), ("Save access profile", "Create_Role"),
                ("Get paged roles", "Get_Roles_Paged"), ("Get paged users", "Get_Users_Paged"),
                ("Find user by email", "Get_User_By_Identifier"), ("View API Keys", "ViewApiKeys"),
                ("Edit API Keys", "EditApiKeys"), ("Edit API Keys settings", "EditApiKeysSettings"),
                ("Renew API Token", "RenewApiToken"),
            ]
        ),
        ("Vtex ID", "Vtex ID", [("View User", "ViewUser"), ("Create User", "CreateUser")]),
    ]
}
