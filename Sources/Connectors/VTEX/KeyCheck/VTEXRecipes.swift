import Basics
import ConnectorKit

/// The jobs that keys are made for: Ponte's own, and those of the help-centre articles that merchants followed.
enum VTEXRecipes {
    static let all = [orders, store, reviews, marketing, loyalty]

    private static func capabilities(_ rights: [VTEXRight]) -> [Capability] { rights.map(\.capability) }

    static let orders = Recipe(
        name: "orders",
        title: Phrase(
            pt: "Pedidos: tudo o que o Ponte usa", es: "Pedidos: todo lo que Ponte usa",
            en: "Orders: all that Ponte uses"),
        needs: capabilities([.listOrders, .readOrder, .followFeed]),
        essentials: capabilities([.listOrders, .readOrder]),
        extras: capabilities([
            .readCustomers, .readAddresses, .readCategories, .readSKUs, .readProducts, .readProductDetails, .readBrands,
            .readPrices, .readStock, .readInventory, .readPromotions, .readCoupons,
        ]), articleResources: [], notes: [])

    /// What each stream takes; orders come without the rest, and each of the rest without the others.
    static let store = Recipe(
        name: "store",
        title: Phrase(
            pt: "A loja inteira: pedidos, clientes, carrinhos, catálogo, preços, estoque e promoções",
            es: "La tienda entera: pedidos, clientes, carros, catálogo, precios, stock y promociones",
            en: "The whole store: orders, customers, carts, catalogue, prices, stock and promotions"),
        needs: capabilities([
            .listOrders, .readOrder, .followFeed, .readCustomers, .readAddresses, .readCategories, .readSKUs,
            .readPrices, .readInventory, .readPromotions, .readCoupons,
        ]),
        essentials: capabilities([.listOrders, .readOrder]),
        extras: capabilities([.readProducts, .readProductDetails, .readBrands, .readStock]), articleResources: [],
        notes: [
            Phrase(
                pt:
                    "Os produtos vêm dos SKUs. Com Catalog → Product and SKU Management eles ganham os detalhes da VTEX.",
                es:
                    "Los productos vienen de los SKU. Con Catalog → Product and SKU Management ganan los detalles de VTEX.",
                en: "Products come from SKUs. Catalog → Product and SKU Management adds VTEX's own details to them.")
        ])

    /// Article 000: "OMS: Visualizar pedidos. Webservice: Webservice."
    static let reviews = Recipe(
        name: "article-000-ra-trustvox",
        title: Phrase(
            pt: "RA Trustvox: avaliações a partir dos pedidos", es: "RA Trustvox: reseñas a partir de los pedidos",
            en: "RA Trustvox: reviews from orders"),
        needs: capabilities([.listOrders, .readOrder, .followFeed]),
        essentials: capabilities([.listOrders, .readOrder]),
        articleResources: [VTEXResource.viewOrder, VTEXResource.webserviceKey],
        notes: [
            Phrase(
                pt:
                    "O artigo manda marcar só OMS → View order e Webservice. Desde março de 2023 a VTEX separou List Orders "
                    + "de View order: um perfil criado depois disso lê um pedido pelo número, mas não lista pedidos. "
                    + "Marque também List Orders.",
                es:
                    "El artículo pide marcar solo OMS → View order y Webservice. Desde marzo de 2023 VTEX separó List Orders "
                    + "de View order: un rol creado después lee un pedido por su número, pero no lista pedidos. "
                    + "Marque también List Orders.",
                en:
                    "The article says to tick only OMS → View order and Webservice. In March 2023 VTEX split List Orders "
                    + "from View order: a role made since then reads an order by its number and cannot list orders. "
                    + "Tick List Orders as well."),
            Phrase(
                pt:
                    "Sem Feed v3 and Hook view only (ou Admin), as mudanças dos pedidos não podem ser acompanhadas pelo feed.",
                es:
                    "Sin Feed v3 and Hook view only (o Admin), los cambios de los pedidos no se pueden seguir por el feed.",
                en: "Without Feed v3 and Hook view only (or Admin), changes of orders cannot be followed by the feed."),
            Phrase(
                pt:
                    "O artigo promete acesso aos produtos, mas o perfil não marca nada do Catalog: os nomes dos produtos vêm "
                    + "dos itens dos pedidos. Se Webservice access key faz falta não se pode saber: ela só vale para o "
                    + "webservice antigo.",
                es:
                    "El artículo promete acceso a los productos, pero el rol no marca nada de Catalog: los nombres de los "
                    + "productos vienen de los ítems de los pedidos. Si Webservice access key hace falta no se puede saber: "
                    + "solo vale para el webservice antiguo.",
                en:
                    "The article promises access to products, but the role ticks nothing of Catalog: product names come "
                    + "from the items of orders. Whether Webservice access key is needed cannot be known: it is for the old "
                    + "web service only."),
        ])

    /// Article 002: six products.
    static let marketing = Recipe(
        name: "article-002-growlat",
        title: Phrase(
            pt: "Growlat: pedidos, carrinhos, clientes, newsletter e catálogo",
            es: "Growlat: órdenes, carros, clientes, newsletter y catálogo",
            en: "Growlat: orders, carts, customers, newsletter and catalogue"),
        needs: capabilities([
            .listOrders, .readOrder, .followFeed, .readCustomers, .readAddresses, .readCategories, .readSKUs,
            .readPrices,
            .readPromotions, .readCoupons,
        ]),
        articleResources: [
            VTEXResource.crmAdministrator, VTEXResource.category, VTEXResource.categoriesManagement,
            VTEXResource.similarCategory, VTEXResource.similarCategoriesManagement, VTEXResource.skus,
            VTEXResource.viewOrder, VTEXResource.feedSubscription, VTEXResource.feedAdmin, VTEXResource.feedViewer,
            VTEXResource.listOrders, VTEXResource.manageBenefits, VTEXResource.managePolicies, VTEXResource.readPrices,
            VTEXResource.masterDataAdministrator, VTEXResource.allDocuments, VTEXResource.writeDocuments,
            VTEXResource.readDocuments,
        ],
        notes: [
            Phrase(
                pt: "Master Data → CRM administrator só abre as telas do CRM: com ele sozinho a chave não lê clientes, "
                    + "carrinhos nem newsletter pela API. Quem libera a leitura é o sexto produto do artigo, Dynamic Storage. "
                    + "Quem parou antes dele recebe 403 nos clientes.",
                es:
                    "Master Data → CRM administrator solo abre las pantallas del CRM: con él solo, la clave no lee clientes, "
                    + "carros ni newsletter por la API. Lo que permite la lectura es el sexto producto del artículo, Dynamic "
                    + "Storage. Quien se detuvo antes recibe 403 en los clientes.",
                en: "Master Data → CRM administrator opens the CRM screens only: with it alone the key cannot read "
                    + "customers, carts or newsletter over the API. What grants that is the article's sixth product, Dynamic "
                    + "Storage. Whoever stopped before it gets 403 on customers."),
            Phrase(
                pt: "Em Dynamic Storage o artigo manda adicionar todos os recursos, o que também deixa apagar qualquer "
                    + "documento. Para ler basta Read only documents.",
                es:
                    "En Dynamic Storage el artículo pide añadir todos los recursos, lo que también permite borrar cualquier "
                    + "documento. Para leer basta Read only documents.",
                en:
                    "In Dynamic Storage the article adds all resources, which also lets the key delete any document. Read "
                    + "only documents is enough to read."),
            Phrase(
                pt:
                    "O que o artigo marca em Catalog alcança categorias e SKUs, não as consultas de produtos nem de marcas. "
                    + "O catálogo pode ser montado pelos SKUs, que trazem produto, marca e categoria.",
                es:
                    "Lo que el artículo marca en Catalog alcanza categorías y SKU, no las consultas de productos ni de marcas. "
                    + "El catálogo se puede armar por los SKU, que traen producto, marca y categoría.",
                en:
                    "What the article ticks in Catalog reaches categories and SKUs, not the product or brand endpoints. The "
                    + "catalogue can be built from SKUs, which carry product, brand and category."),
        ])

    /// Article 004: "permissão para gestão de clientes, pedidos, promoções e cupons".
    static let loyalty = Recipe(
        name: "article-004-mais-fidelidade",
        title: Phrase(
            pt: "+fidelidade: pontos por pedido e cupons de presente",
            es: "+fidelidade: puntos por pedido y cupones de regalo",
            en: "+fidelidade: points for orders and gift coupons"),
        needs: capabilities([
            .listOrders, .readOrder, .followFeed, .readCustomers, .readPromotions, .readCoupons, .writeCoupons,
        ]),
        articleResources: [],
        notes: [
            Phrase(
                pt:
                    "O artigo só diz “permissão para gestão de clientes, pedidos, promoções e cupons”, sem nomear produto nem "
                    + "recurso da VTEX. A lista acima é o que a VTEX exige para isso hoje.",
                es:
                    "El artículo solo dice “permiso para gestión de clientes, pedidos, promociones y cupones”, sin nombrar "
                    + "producto ni recurso de VTEX. La lista de arriba es lo que VTEX exige hoy para eso.",
                en:
                    "The article only says “permission to manage customers, orders, promotions and coupons” and names no "
                    + "product or resource of VTEX. The list above is what VTEX asks for that today."),
            Phrase(
                pt:
                    "Na VTEX, ler e criar promoções e cupons é um recurso só: Rates and Benefits → Manage benefits and rates. "
                    + "Criar cupons não se testa sem criar um; será sabido no primeiro uso.",
                es:
                    "En VTEX, leer y crear promociones y cupones es un solo recurso: Rates and Benefits → Manage benefits and "
                    + "rates. Crear cupones no se prueba sin crear uno; se sabrá en el primer uso.",
                en: "At VTEX, reading and creating promotions and coupons is one resource: Rates and Benefits → Manage "
                    + "benefits and rates. Creating coupons cannot be tried without making one; the first use will tell."
            ),
            Phrase(
                pt: "Para oferecer produtos como prêmio, marque também Catalog → SKUs.",
                es: "Para ofrecer productos como premio, marque también Catalog → SKUs.",
                en: "To offer products as gifts, tick Catalog → SKUs as well."),
        ])
}
