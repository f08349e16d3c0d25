/// What a License Manager role grants, by its key, such as `ListOrders`. Keys compare without case.
struct Resource: Hashable, Sendable {
    let key: String

    init(_ key: String) { self.key = key }

    static func == (left: Resource, right: Resource) -> Bool { left.key.lowercased() == right.key.lowercased() }
    func hash(into hasher: inout Hasher) { hasher.combine(key.lowercased()) }
}

/// Keys that routes ask for, in the groups of facts on VTEX §2.4.
extension Resource {
    static let listOrders = Resource("ListOrders")
    static let viewOrder = Resource("OMSViewer")
    static let ordersFullAccess = Resource("AcessaTodosPedidos")
    static let changeOrder = Resource("Changes")
    static let cancelOrder = Resource("CancelAction")
    static let changeWorkflow = Resource("WorkflowAction")
    static let notifyPayment = Resource("PaymentAction")
    static let notifyInvoice = Resource("ShippingAction")
    static let notifyRefund = Resource("RefundAction")
    static let feedAdmin = Resource("FeedHookV3Admin")
    static let feedViewer = Resource("FeedHookV3Viewer")
    static let feedSubscription = Resource("FeedSubscription")
    static let category = Resource("Categoria.aspx")
    static let categoriesManagement = Resource("CategoriaForm.aspx")
    static let skus = Resource("Sku.aspx")
    static let productManagement = Resource("ProdutoForm.aspx")
    static let productAndSKU = Resource("ManterFormularioProdutoSku")
    static let productForm = Resource("Produto.aspx")
    static let brands = Resource("Marca.aspx")
    static let brandManagement = Resource("InsertOrUpdateMarcaFromMarcaForm.aspx")
    static let viewProduct = Resource("ViewProduct")
    static let readPrices = Resource("read_prices")
    static let modifyPrices = Resource("modify_prices")
    static let deleteAllPrices = Resource("modify_prices_delete_all")
    static let promotions = Resource("GerenciarPromocoesETarifas")
    static let logisticsAdmin = Resource("LogisticsAdmin")
    static let logisticsViewer = Resource("LogisticsViewer")
    static let inventoryAdmin = Resource("InventoryAdmin")
    static let inventoryViewer = Resource("InventoryViewer")
    static let shippingAdmin = Resource("ShippingAdmin")
    static let shippingViewer = Resource("ShippingViewer")
    static let saveOrderConfiguration = Resource("SaveOrderConfiguration")
    static let saveOrderFormConfiguration = Resource("SaveOrderFormConfiguration")
    static let readCart = Resource("GetOrderForm")
    static let allCarts = Resource("AcessaTodosCarrinhos")
    static let viewPayments = Resource("ViewPayments")
    static let saveAccount = Resource("Save_Account")
    static let accountByIdentifier = Resource("Get_Account_By_Identifier")
    static let saveUser = Resource("Save_User")
    static let removeUser = Resource("Remove_User")
    static let userByIdentifier = Resource("Get_User_By_Identifier")
    static let usersPaged = Resource("Get_Users_Paged")
    static let rolesPaged = Resource("Get_Roles_Paged")
    static let viewAPIKeys = Resource("ViewApiKeys")
    static let editAPIKeys = Resource("EditApiKeys")
    static let renewAPIToken = Resource("RenewApiToken")
    static let viewUser = Resource("ViewUser")

    /// Any of these reads Master Data documents.
    static let readDocuments = ["READONLY_USER_DS", "NOREMOVE_USER_DS", "POWER_USER_DS", "ADMIN_DS"].map(Resource.init)
    /// Any of these writes them.
    static let writeDocuments = ["NOREMOVE_USER_DS", "POWER_USER_DS", "ADMIN_DS"].map(Resource.init)
    /// Any of these takes them away.
    static let removeDocuments = ["POWER_USER_DS", "ADMIN_DS"].map(Resource.init)
    /// Any of these sees which data entities there are.
    static let viewEntities = readDocuments + ["2_dataentity_list", "2_dataentity_view"].map(Resource.init)
}
