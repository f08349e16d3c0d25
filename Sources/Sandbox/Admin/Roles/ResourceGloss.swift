import Basics

/// What a resource lets one do. VTEX publishes the labels in English only; older guides translate them.
enum ResourceGloss {
    static func of(_ resource: Resource) -> Phrase? { texts[resource] }

    /// The admin shows some categories by a raw Portuguese name, which is what articles quote.
    static func screenName(ofCategory category: String) -> String {
        category == "OMS access" ? "AcessoOMS · OMS access" : category
    }

    private static let texts: [Resource: Phrase] = Dictionary(
        (orders + catalogue + customers + rest).map { (Resource($0.0), $0.1) }, uniquingKeysWith: { first, _ in first })

    private static let orders: [(String, Phrase)] = [
        ("OMSViewer", Phrase(pt: "Visualizar pedidos", es: "Visualizar pedidos", en: "Read one order")),
        ("ListOrders", Phrase(pt: "Listar pedidos", es: "Listar pedidos", en: "List orders")),
        (
            "WorkflowAction",
            Phrase(pt: "Mudar o status no fluxo", es: "Cambiar el estado en el flujo", en: "Move an order's status")
        ),
        ("PaymentAction", Phrase(pt: "Notificar pagamento", es: "Notificar el pago", en: "Tell of a payment")),
        (
            "ShippingAction",
            Phrase(
                pt: "Informar nota fiscal e rastreio", es: "Ingresar facturas y seguimiento",
                en: "Enter invoices and tracking")
        ),
        (
            "RefundAction",
            Phrase(
                pt: "Nota de entrada (devolução)", es: "Factura de entrada (devolución)", en: "Enter return invoices")
        ),
        ("CancelAction", Phrase(pt: "Cancelar pedidos", es: "Cancelar pedidos", en: "Cancel orders")),
        (
            "FeedSubscription",
            Phrase(
                pt: "Assinar o feed antigo de pedidos", es: "Suscribirse al feed antiguo", en: "Use the old order feed")
        ),
        (
            "Changes",
            Phrase(pt: "Registrar mudanças no pedido", es: "Registrar cambios del pedido", en: "Change an order")
        ),
        (
            "ShowTotalizers",
            Phrase(pt: "Ver totais de vendas", es: "Ver totales de ventas", en: "See the store's sales totals")
        ),
        (
            "FeedHookV3Admin",
            Phrase(
                pt: "Criar, editar e apagar feed e hook", es: "Crear, editar y eliminar feed y hook",
                en: "Make, change and delete feed and hook")
        ),
        ("FeedHookV3Viewer", Phrase(pt: "Ver feed e hook", es: "Ver feed y hook", en: "See feed and hook")),
        (
            "AcessaTodosPedidos",
            Phrase(pt: "Acesso total aos pedidos", es: "Acceso total a los pedidos", en: "Everything about orders")
        ),
        (
            "orders",
            Phrase(
                pt: "Webservice: o acesso antigo por SOAP", es: "Webservice: el acceso antiguo por SOAP",
                en: "Webservice: the old access by SOAP")
        ),
    ]

    private static let catalogue: [(String, Phrase)] = [
        ("Categoria.aspx", Phrase(pt: "Ver categorias", es: "Ver categorías", en: "See categories")),
        ("CategoriaForm.aspx", Phrase(pt: "Gerenciar categorias", es: "Gestionar categorías", en: "Manage categories")),
        (
            "CategoriaSimilar.aspx",
            Phrase(pt: "Ver categorias similares", es: "Ver categorías similares", en: "See similar categories")
        ),
        (
            "CategoriaSimilarForm.aspx",
            Phrase(
                pt: "Gerenciar categorias similares", es: "Gestionar categorías similares",
                en: "Manage similar categories")
        ),
        ("Sku.aspx", Phrase(pt: "Ver SKUs", es: "Ver SKU", en: "See SKUs")),
        ("ProdutoForm.aspx", Phrase(pt: "Gerenciar produtos", es: "Gestionar productos", en: "Manage products")),
        ("Marca.aspx", Phrase(pt: "Ver marcas", es: "Ver marcas", en: "See brands")),
        ("read_prices", Phrase(pt: "Ler preços", es: "Leer precios", en: "Read prices")),
        ("modify_prices", Phrase(pt: "Alterar preços", es: "Modificar precios", en: "Change prices")),
    ]

    private static let customers: [(String, Phrase)] = [
        (
            "ADMIN_CRM",
            Phrase(
                pt: "Administrar formulários de clientes (não dá acesso à API de documentos)",
                es: "Administrar formularios de clientes (no da acceso a la API de documentos)",
                en: "Administer customer forms (gives no access to the documents API)")
        ),
        (
            "POWER_USER_DS",
            Phrase(
                pt: "Ler, gravar e apagar dados de clientes", es: "Leer, grabar y borrar datos de clientes",
                en: "Read, write and delete customers' data")
        ),
        (
            "NOREMOVE_USER_DS",
            Phrase(
                pt: "Ler e gravar dados de clientes, sem apagar", es: "Leer y grabar datos de clientes, sin borrar",
                en: "Read and write customers' data, not delete")
        ),
        (
            "READONLY_USER_DS",
            Phrase(pt: "Só ler dados de clientes", es: "Solo leer datos de clientes", en: "Only read customers' data")
        ),
        (
            "ADMIN_DS",
            Phrase(pt: "Administrar o Master Data", es: "Administrar Master Data", en: "Administer Master Data")
        ),
    ]

    private static let rest: [(String, Phrase)] = [
        (
            "GerenciarPromocoesETarifas",
            Phrase(
                pt: "Gerenciar promoções, cupons e taxas", es: "Gestionar promociones, cupones y tarifas",
                en: "Manage promotions, coupons and taxes")
        ),
        ("LogisticsViewer", Phrase(pt: "Ver a logística", es: "Ver la logística", en: "See logistics")),
        ("InventoryViewer", Phrase(pt: "Ver o estoque", es: "Ver el inventario", en: "See stock")),
        ("InventoryAdmin", Phrase(pt: "Alterar o estoque", es: "Modificar el inventario", en: "Change stock")),
        ("Save_User", Phrase(pt: "Criar usuários e chaves", es: "Crear usuarios y claves", en: "Make users and keys")),
        ("ViewApiKeys", Phrase(pt: "Ver chaves de API", es: "Ver claves de API", en: "See API keys")),
        ("EditApiKeys", Phrase(pt: "Editar chaves de API", es: "Editar claves de API", en: "Change API keys")),
        ("RenewApiToken", Phrase(pt: "Renovar tokens", es: "Renovar tokens", en: "Renew tokens")),
    ]
}
