import Basics
import Commerce

/// What kinds of records are called where they stand in lists.
enum RecordKindWords {
    static func many(_ kind: RecordKind) -> Phrase {
        switch kind {
        case .customer: Phrase(pt: "Clientes da loja", es: "Clientes de la tienda", en: "Customers")
        case .address: Phrase(pt: "Endereços", es: "Direcciones", en: "Addresses")
        case .subscriber: Phrase(pt: "Newsletter", es: "Boletín", en: "Newsletter consents")
        case .cart: Phrase(pt: "Carrinhos abandonados", es: "Carritos abandonados", en: "Abandoned carts")
        case .category: Phrase(pt: "Categorias", es: "Categorías", en: "Categories")
        case .product: Phrase(pt: "Produtos", es: "Productos", en: "Products")
        case .sku: Phrase(same: "SKUs")
        case .price: Phrase(pt: "Preços", es: "Precios", en: "Prices")
        case .stock: Phrase(pt: "Estoque", es: "Inventario", en: "Stock")
        case .promotion: Phrase(pt: "Promoções", es: "Promociones", en: "Promotions")
        case .coupon: Phrase(pt: "Cupons", es: "Cupones", en: "Coupons")
        }
    }
}
