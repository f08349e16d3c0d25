/// Where a SKU's picture is, at VTEX and in its size of an address.
enum PictureAddress {
    static func url(_ sku: CatalogueSKU, account: String) -> String {
        "https://\(account).vteximg.com.br/arquivos/ids/15\(sku.id)/foto.jpg"
    }

    static func id(_ sku: CatalogueSKU) -> Int { 150_000 + sku.id }
}
