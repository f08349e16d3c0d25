import HTTPTypes

/// What the shop window is dressed with, from within the program.
enum ShopFile {
    /// The stylesheet, or a SKU's picture as in `picture/101.svg`; nil for all other names.
    static func named(_ name: String) -> Reply? {
        if name == "shop.css" {
            return reply(PackageResources.shop_css, type: "text/css; charset=utf-8")
        }
        guard let match = name.wholeMatch(of: /picture\/(\d{1,3})-(\d{1,9})\.svg/), let shelf = Int(match.1),
            let key = Int(match.2)
        else { return nil }
        return reply(ProductPicture(shelf: shelf, key: key).bytes, type: "image/svg+xml")
    }

    private static func reply(_ bytes: [UInt8], type: String) -> Reply {
        var reply = Reply(empty: .ok).with(.contentType, type).with(.cacheControl, "no-cache").guarded
        reply.body = bytes
        return reply
    }

    static let templates: [(String, [UInt8])] = [
        ("shop-address", PackageResources.shop_address_mustache),
        ("shop-cart", PackageResources.shop_cart_mustache),
        ("shop-contact", PackageResources.shop_contact_mustache),
        ("shop-frame", PackageResources.shop_frame_mustache),
        ("shop-home", PackageResources.shop_home_mustache), ("shop-order", PackageResources.shop_order_mustache),
        ("shop-payment", PackageResources.shop_payment_mustache),
        ("shop-problem", PackageResources.shop_problem_mustache),
        ("shop-product", PackageResources.shop_product_mustache),
    ]
}
