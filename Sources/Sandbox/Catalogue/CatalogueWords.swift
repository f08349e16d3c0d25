/// The shelves of the made-up shop.
enum CatalogueWords {
    struct Department: Sendable {
        let name: String
        let shelves: [Shelf]
    }

    struct Shelf: Sendable {
        let name: String
        let nouns: [String]
        /// Cents.
        let lowest: Int64
        let highest: Int64
        var variants: [String] = []
        var unit = "un"
        var multiplierThousandths: Int64 = 1000
    }

    static let brands = [
        "Aroeira", "Bem-te-vi", "Cajuína", "Dendê", "Estrela do Sul", "Flor de Lis", "Guarani", "Horizonte", "Ipê",
        "Jatobá", "Litoral", "Mandacaru", "Nordestina", "Pampa", "Sabiá",
    ]

    /// The specification by which a product's SKUs differ.
    static let variation = "Variação"

    private static let sizes = ["P", "M", "G", "GG"]

    static let departments = [
        Department(
            name: "Moda",
            shelves: [
                Shelf(
                    name: "Camisetas", nouns: ["Camiseta Básica", "Camiseta Estampada", "Regata", "Polo"],
                    lowest: 2990, highest: 14_990, variants: sizes),
                Shelf(
                    name: "Calçados", nouns: ["Tênis de Corrida", "Sandália", "Bota"], lowest: 7990, highest: 49_990,
                    variants: ["36", "38", "40", "42"]),
                Shelf(name: "Acessórios", nouns: ["Cinto", "Boné", "Óculos de Sol"], lowest: 1990, highest: 19_990),
            ]),
        Department(
            name: "Casa",
            shelves: [
                Shelf(
                    name: "Cozinha", nouns: ["Panela", "Garrafa Térmica", "Faqueiro"], lowest: 3990, highest: 39_990),
                Shelf(
                    name: "Pisos", nouns: ["Porcelanato 60x60", "Piso Laminado"], lowest: 3990, highest: 12_990,
                    unit: "m2", multiplierThousandths: 1440),
                Shelf(
                    name: "Cabos", nouns: ["Cabo Flexível 2,5mm", "Corda Náutica"], lowest: 290, highest: 1990,
                    unit: "m", multiplierThousandths: 500),
                Shelf(
                    name: "Cama", nouns: ["Jogo de Lençol", "Edredom", "Travesseiro"], lowest: 4990, highest: 29_990,
                    variants: ["Solteiro", "Casal", "Queen"]),
            ]),
        Department(
            name: "Eletrônicos",
            shelves: [
                Shelf(
                    name: "Áudio", nouns: ["Fone de Ouvido", "Caixa de Som", "Soundbar"], lowest: 4990, highest: 89_990,
                    variants: ["Preto", "Branco"]),
                Shelf(
                    name: "Celulares", nouns: ["Smartphone 128 GB", "Carregador", "Capinha"], lowest: 1990,
                    highest: 299_990),
            ]),
        Department(
            name: "Alimentos",
            shelves: [
                Shelf(name: "Cafés", nouns: ["Café Torrado 500 g", "Café em Grãos 1 kg"], lowest: 1890, highest: 8990),
                Shelf(
                    name: "Queijos", nouns: ["Queijo Coalho", "Queijo Canastra"], lowest: 4990, highest: 15_990,
                    unit: "kg", multiplierThousandths: 250),
            ]),
        Department(
            name: "Beleza",
            shelves: [
                Shelf(name: "Perfumes", nouns: ["Colônia", "Perfume", "Body Splash"], lowest: 3990, highest: 34_990),
                Shelf(
                    name: "Cabelos", nouns: ["Shampoo", "Condicionador", "Máscara Capilar"], lowest: 1490, highest: 9990
                ),
            ]),
    ]

    static func slug(_ name: String) -> String {
        name.split(separator: " ").map { PersonGenerator.plain(String($0)) }.filter { !$0.isEmpty }
            .joined(separator: "-")
    }
}
