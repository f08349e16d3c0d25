/// Brazilian words that orders are made of.
enum Words {
    static let firstNames = [
        "Ana", "Maria", "José", "João", "Antônio", "Francisca", "Carlos", "Paulo", "Adriana", "Juliana", "Márcia",
        "Fernanda", "Patrícia", "Aline", "Sandra", "Camila", "Amanda", "Bruna", "Jéssica", "Letícia", "Luciana",
        "Vanessa", "Mariana", "Gabriela", "Vera", "Vitória", "Larissa", "Cláudia", "Beatriz", "Rita", "Sônia",
        "Renata", "Eliane", "Lucas", "Luiz", "Marcos", "Gabriel", "Rafael", "Daniel", "Marcelo", "Bruno", "Eduardo",
        "Felipe", "Rodrigo", "Manoel", "Mateus", "André", "Fernando", "Fábio", "Leonardo", "Gustavo", "Guilherme",
        "Leandro", "Tiago", "Anderson", "Ricardo", "Márcio", "Jorge", "Sebastião", "Alexandre", "Thaís", "Iara",
    ]

    static let lastNames = [
        "Silva", "Santos", "Oliveira", "Souza", "Rodrigues", "Ferreira", "Alves", "Pereira", "Lima", "Gomes", "Costa",
        "Ribeiro", "Martins", "Carvalho", "Almeida", "Lopes", "Soares", "Fernandes", "Vieira", "Barbosa", "Rocha",
        "Dias", "Nascimento", "Andrade", "Moreira", "Nunes", "Marques", "Machado", "Mendes", "Freitas", "Cardoso",
        "Ramos", "Gonçalves", "Santana", "Teixeira", "Araújo", "Conceição", "Assunção", "D'Ávila", "Magalhães",
    ]

    static let mailHosts = ["gmail.com", "hotmail.com", "outlook.com", "yahoo.com.br", "uol.com.br", "example.com.br"]

    static let streets = [
        "Rua das Flores", "Rua XV de Novembro", "Avenida Brasil", "Rua Sete de Setembro", "Avenida Paulista",
        "Rua São João", "Rua Santo Antônio", "Travessa da Paz", "Alameda Santos", "Rua Dom Pedro II",
        "Avenida Getúlio Vargas", "Rua Tiradentes", "Rua José Bonifácio", "Avenida Presidente Vargas",
        "Rua Marechal Deodoro", "Rua Bela Vista", "Estrada do Coco", "Rodovia BR-101, km 12",
    ]

    static let neighborhoods = [
        "Centro", "Jardim América", "Vila Nova", "Boa Vista", "São José", "Santa Cruz", "Bela Vista", "Industrial",
        "Jardim Botânico", "Cidade Alta", "Liberdade", "Planalto",
    ]

    static let complements = ["apto 12", "bloco B, apto 304", "casa 2", "fundos", "sala 501", "sobrado"]

    struct City: Sendable {
        let name: String
        let state: String
        /// First five digits of its postal codes.
        let postalCode: Int
        /// Hundred-thousandths of a degree.
        let longitude: Int64
        let latitude: Int64
    }

    static let cities = [
        City(name: "São Paulo", state: "SP", postalCode: 1310, longitude: -4_663_330, latitude: -2_355_050),
        City(name: "São Paulo", state: "SP", postalCode: 4538, longitude: -4_668_000, latitude: -2_358_600),
        City(name: "Campinas", state: "SP", postalCode: 13010, longitude: -4_706_080, latitude: -2_290_990),
        City(name: "Santos", state: "SP", postalCode: 11060, longitude: -4_633_350, latitude: -2_396_080),
        City(name: "Rio de Janeiro", state: "RJ", postalCode: 20040, longitude: -4_317_290, latitude: -2_290_680),
        City(name: "Niterói", state: "RJ", postalCode: 24020, longitude: -4_312_020, latitude: -2_288_320),
        City(name: "Belo Horizonte", state: "MG", postalCode: 30130, longitude: -4_393_850, latitude: -1_991_670),
        City(name: "Uberlândia", state: "MG", postalCode: 38400, longitude: -4_827_730, latitude: -1_891_860),
        City(name: "Curitiba", state: "PR", postalCode: 80010, longitude: -4_927_310, latitude: -2_542_900),
        City(name: "Londrina", state: "PR", postalCode: 86010, longitude: -5_116_280, latitude: -2_330_450),
        City(name: "Porto Alegre", state: "RS", postalCode: 90010, longitude: -5_123_000, latitude: -3_003_280),
        City(name: "Caxias do Sul", state: "RS", postalCode: 95010, longitude: -5_118_080, latitude: -2_916_780),
        City(name: "Florianópolis", state: "SC", postalCode: 88010, longitude: -4_854_820, latitude: -2_759_480),
        City(name: "Joinville", state: "SC", postalCode: 89201, longitude: -4_884_610, latitude: -2_630_450),
        City(name: "Salvador", state: "BA", postalCode: 40020, longitude: -3_850_140, latitude: -1_297_140),
        City(name: "Recife", state: "PE", postalCode: 50030, longitude: -3_488_110, latitude: -805_390),
        City(name: "Fortaleza", state: "CE", postalCode: 60010, longitude: -3_854_340, latitude: -371_720),
        City(name: "Brasília", state: "DF", postalCode: 70040, longitude: -4_792_920, latitude: -1_578_010),
        City(name: "Goiânia", state: "GO", postalCode: 74010, longitude: -4_925_390, latitude: -1_667_990),
        City(name: "Manaus", state: "AM", postalCode: 69010, longitude: -6_002_500, latitude: -311_900),
        City(name: "Belém", state: "PA", postalCode: 66010, longitude: -4_850_440, latitude: -145_500),
        City(name: "João Pessoa", state: "PB", postalCode: 58010, longitude: -3_484_500, latitude: -711_950),
        City(name: "Campina Grande", state: "PB", postalCode: 58400, longitude: -3_588_110, latitude: -723_060),
        City(name: "Natal", state: "RN", postalCode: 59010, longitude: -3_521_080, latitude: -579_500),
        City(name: "Vitória", state: "ES", postalCode: 29010, longitude: -4_033_700, latitude: -2_031_550),
        City(name: "Cuiabá", state: "MT", postalCode: 78005, longitude: -5_609_670, latitude: -1_560_100),
    ]

    /// Marketplaces that sell for the store, with the affiliate's three letters.
    static let marketplaces: [(affiliate: String, name: String)] = [
        ("MZL", "Marketplace Azul"), ("FVT", "Feira Virtual"), ("VLJ", "Vila das Lojas"), ("PRT", "Praça Total"),
    ]

    static let promotions = [
        "Frete grátis acima de R$ 199", "10% na primeira compra", "Semana do Consumidor", "Leve 3 pague 2",
        "Volta às aulas", "Desconto no Pix",
    ]
}
