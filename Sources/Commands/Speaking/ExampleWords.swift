import Basics

/// What a reader has to replace in an example, in the reader's language.
enum ExampleWords {
    static var store: String { Phrase(pt: "minhaloja", es: "mitienda", en: "mystore").spoken }
    static var key: String { "vtexappkey-" + store + "-ABCDEF" }
    static var newKey: String { "vtexappkey-" + store + "-GHIJKL" }
    static var ordersFile: String { Phrase(pt: "pedidos.csv", es: "pedidos.csv", en: "orders.csv").spoken }
    static var otherDisk: String { Phrase(pt: "/outro/disco", es: "/otro/disco", en: "/other/disk").spoken }
    static var publicURL: String {
        Phrase(pt: "https://ponte.exemplo.com.br", es: "https://ponte.ejemplo.com", en: "https://ponte.example.com")
            .spoken
    }
}
