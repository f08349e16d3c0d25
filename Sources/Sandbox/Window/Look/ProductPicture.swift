/// A drawn picture of a product: the shelf gives the thing, the product its colours.
struct ProductPicture {
    /// A category's id.
    let shelf: Int
    /// Colours differ by it.
    let key: Int

    static func address(_ product: CatalogueProduct) -> String {
        "/shop/picture/\(product.category.id)-\(product.id).svg"
    }

    private static let grounds = [
        ("#fde2c8", "#f2a65a", "#7a3b00"), ("#d9ecf2", "#4f9db4", "#123f4e"), ("#e6e3f5", "#8677c9", "#2e2463"),
        ("#dff0dc", "#6aa96b", "#1f4a26"), ("#fbdfe4", "#d9748a", "#5e1428"), ("#f4eccb", "#c7a53c", "#4c3a00"),
    ]

    /// Outlines in a box of 100 by 100, by the category's place in the shop.
    private static let outlines: [Int: String] = [
        2: "M35 22 L20 32 L27 47 L34 43 V80 H66 V43 L73 47 L80 32 L65 22 Q50 34 35 22 Z",
        3: "M18 62 V44 Q26 50 34 40 Q44 56 66 58 Q82 60 82 70 V74 H18 Z",
        4: "M22 62 Q22 34 50 34 Q72 34 74 56 Q86 58 86 66 H22 Z",
        6:
            "M24 44 H76 V70 Q76 78 68 78 H32 Q24 78 24 70 Z M14 48 H24 V54 H14 Z M76 48 H86 V54 H76 Z M44 32 H56 V40 H44 Z",
        7: "M20 20 H48 V48 H20 Z M52 20 H80 V48 H52 Z M20 52 H48 V80 H20 Z M52 52 H80 V80 H52 Z",
        8: "M50 20 A30 30 0 1 1 49.900 20 Z M50 34 A16 16 0 1 0 50.100 34 Z",
        9: "M16 40 Q16 34 22 34 H78 Q84 34 84 40 V74 H76 V66 H24 V74 H16 Z M24 44 H46 V54 H24 Z M54 44 H76 V54 H54 Z",
        11:
            "M22 60 V52 Q22 24 50 24 Q78 24 78 52 V60 H82 V78 H66 V56 H70 V52 Q70 32 50 32 Q30 32 30 52 V56 H34 V78 H18 V60 Z",
        12:
            "M34 16 H66 Q70 16 70 20 V80 Q70 84 66 84 H34 Q30 84 30 80 V20 Q30 16 34 16 Z M36 26 H64 V70 H36 Z M46 74 H54 V78 H46 Z",
        14:
            "M24 38 H68 V44 H74 Q82 44 82 53 Q82 62 74 62 H67 Q64 76 50 76 H42 Q24 76 24 58 Z M34 20 H38 V32 H34 Z M46 16 H50 V32 H46 Z M58 20 H62 V32 H58 Z",
        15: "M16 66 L82 40 V74 H16 Z M36 64 A4 4 0 1 0 36.100 64 Z M60 58 A5 5 0 1 0 60.100 58 Z",
        17:
            "M42 18 H58 V30 H64 Q72 34 72 44 V76 Q72 82 66 82 H34 Q28 82 28 76 V44 Q28 34 36 30 H42 Z M36 50 H64 V66 H36 Z",
        18:
            "M44 16 H56 V28 H62 Q68 30 68 38 V78 Q68 84 62 84 H38 Q32 84 32 78 V38 Q32 30 38 28 H44 Z M40 44 H60 V70 H40 Z",
    ]

    var bytes: [UInt8] {
        let (ground, light, dark) = Self.grounds[(key * 5 + shelf) % Self.grounds.count]
        let outline = Self.outlines[shelf] ?? "M24 24 H76 V76 H24 Z"
        let svg =
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\"><rect width=\"100\" height=\"100\" "
            + "fill=\"\(ground)\"/><circle cx=\"\(20 + key * 13 % 60)\" cy=\"\(18 + key * 7 % 50)\" r=\"26\" "
            + "fill=\"#fff\" opacity=\".45\"/><path d=\"\(outline)\" fill=\"\(light)\" fill-rule=\"evenodd\" "
            + "stroke=\"\(dark)\" stroke-width=\"2.500\" stroke-linejoin=\"round\"/></svg>"
        return Array(svg.utf8)
    }
}
