import Basics
import ConnectorKit

/// VTEX's boxes to tick, in the words of its screens.
///
/// Products and resources are in English in every language of the admin; some categories show their raw Portuguese names
/// there. Labels of older guides stand behind. Source: docs/platforms/vtex.md.
enum VTEXResource {
    private static func oms(_ label: Phrase, _ key: String) -> PlatformResource {
        PlatformResource(
            product: Phrase(same: "OMS"), category: Phrase(pt: "AcessoOMS", es: "AcessoOMS", en: "OMS access"),
            resource: label, key: key)
    }

    private static func catalog(_ label: String, _ key: String) -> PlatformResource {
        PlatformResource(
            product: Phrase(same: "Catalog"), category: Phrase(pt: "Conteúdo", es: "Conteúdo", en: "Content"),
            resource: Phrase(same: label), key: key)
    }

    private static func dynamicStorage(_ label: String, _ key: String) -> PlatformResource {
        PlatformResource(
            product: Phrase(same: "Dynamic Storage"),
            category: Phrase(
                pt: "Recursos genéricos para o Dynamic Storage", es: "Recursos genéricos para o Dynamic Storage",
                en: "Dynamic storage generic resources"),
            resource: Phrase(same: label), key: key)
    }

    private static func logistics(_ label: String, _ key: String) -> PlatformResource {
        PlatformResource(
            product: Phrase(same: "Logistics"), category: Phrase(same: "Logistics access"),
            resource: Phrase(same: label),
            key: key)
    }

    private static func pricing(_ label: String, _ key: String) -> PlatformResource {
        PlatformResource(
            product: Phrase(same: "Pricing"), category: Phrase(same: "Price List"), resource: Phrase(same: label),
            key: key)
    }

    static let viewOrder = oms(
        Phrase(
            pt: "View order (em guias antigos: Visualizar pedidos)",
            es: "View order (en guías antiguas: Visualizar pedidos)",
            en: "View order"), "OMSViewer")
    static let listOrders = oms(Phrase(same: "List Orders"), "ListOrders")
    static let feedViewer = oms(Phrase(same: "Feed v3 and Hook view only"), "FeedHookV3Viewer")
    static let feedAdmin = oms(Phrase(same: "Feed v3 and Hook Admin"), "FeedHookV3Admin")
    static let feedSubscription = oms(Phrase(same: "Order feed subscription"), "FeedSubscription")
    static let changeWorkflow = oms(Phrase(same: "Change order workflow status"), "WorkflowAction")
    static let notifyInvoice = oms(Phrase(same: "Notify invoice"), "ShippingAction")
    static let cancelOrder = oms(Phrase(same: "Cancel order"), "CancelAction")

    static let ordersFullAccess = PlatformResource(
        product: Phrase(same: "Checkout"), category: Phrase(same: "CheckoutResources"),
        resource: Phrase(same: "Orders Full Access"), key: "AcessaTodosPedidos")

    static let category = catalog("Category", "Categoria.aspx")
    static let categoriesManagement = catalog("Categories Management", "CategoriaForm.aspx")
    static let similarCategory = catalog("Similar Category", "CategoriaSimilar.aspx")
    static let similarCategoriesManagement = catalog("Similar Categories Management", "CategoriaSimilarForm.aspx")
    static let skus = catalog("SKUs", "Sku.aspx")
    static let productManagement = catalog("Product management", "ProdutoForm.aspx")
    static let productAndSKU = catalog("Product and SKU Management", "ManterFormularioProdutoSku")
    static let brands = catalog("Brands", "Marca.aspx")

    static let readDocuments = dynamicStorage("Read only documents", "READONLY_USER_DS")
    static let writeDocuments = dynamicStorage("Insert or update document (not remove)", "NOREMOVE_USER_DS")
    static let allDocuments = dynamicStorage("Full access to all documents", "POWER_USER_DS")
    static let masterDataAdministrator = dynamicStorage("Master Data administrator", "ADMIN_DS")

    static let crmAdministrator = PlatformResource(
        product: Phrase(same: "Master Data"),
        category: Phrase(pt: "Recursos genéricos", es: "Recursos genéricos", en: "Generic resources"),
        resource: Phrase(same: "CRM administrator"), key: "ADMIN_CRM")

    static let readPrices = pricing("Read prices", "read_prices")
    static let modifyPrices = pricing("Modify prices", "modify_prices")

    static let manageBenefits = PlatformResource(
        product: Phrase(same: "Rates and Benefits"), category: Phrase(same: "Promotions"),
        resource: Phrase(same: "Manage benefits and rates"), key: "GerenciarPromocoesETarifas")
    static let managePolicies = PlatformResource(
        product: Phrase(same: "Rates and Benefits"), category: Phrase(same: "Promotions"),
        resource: Phrase(same: "Manage Policies"), key: "GerenciarPolicies")

    static let logisticsViewer = logistics("Logistics viewer", "LogisticsViewer")
    static let inventoryViewer = logistics("Inventory read only", "InventoryViewer")
    static let inventoryFull = logistics("Inventory full access", "InventoryAdmin")
    static let logisticsFull = logistics("Logistics full access", "LogisticsAdmin")

    static let webserviceKey = PlatformResource(
        product: Phrase(same: "WebService"), category: Phrase(same: "WebService"),
        resource: Phrase(
            pt: "Webservice access key (em guias antigos: Webservice)",
            es: "Webservice access key (en guías antiguas: Webservice)", en: "Webservice access key"),
        key: "orders")
}
