import Basics

/// What a customer left in the shop: the last cart, and how far the checkout went. Source: facts on VTEX §5.5.
struct CartTraces: Sendable {
    let session: Instant?
    let members: [JSON.Member]

    /// How far a checkout goes, with the points that VTEX's example gives each step.
    static let steps: [(name: String, point: Int)] = [
        ("Carrinho", 1), ("DadosPessoais", 30), ("Endereco", 900), ("FormaPagamento", 27_000), finished,
    ]
    static let finished: (name: String, point: Int) = ("Finalizado", 810_000)
    private static let names = [
        "rclastcart", "rclastcartvalue", "rclastsession", "rclastsessiondate", "carttag", "checkouttag",
    ]

    init(generator: OrderGenerator, number: Int64, opened: Instant) {
        var dice = Dice(seed: generator.seed, number: number, purpose: 62)
        let roll = dice.below(100)
        // Most were here before the shop took notice; their checkout, if any, ended.
        guard roll < 35 else {
            session = nil
            members = Self.names.map { .init(name: $0, value: nil) }
            return
        }
        let isFinished = roll >= 15
        // One in ten is still at it.
        let minutes = dice.chance(percent: 10) ? dice.between(1, 20) : dice.between(45, 40 * 1440)
        let when = opened - .seconds(minutes * 60)
        session = when
        let lines = (0..<Int(dice.between(1, 3))).map { _ in
            (sku: dice.pick(generator.catalogue.skus), quantity: dice.between(1, 3))
        }
        let value = lines.reduce(0) { $0 + $1.sku.price * $1.quantity }
        let step = isFinished ? 4 : dice.below(4)
        members = Self.members(
            lines: lines.map { ($0.sku.id, $0.quantity) },
            value: number.isMultiple(of: 2) ? .currency(cents: value) : .string(Self.text(cents: value)),
            session: Hexadecimal.text(dice.word(), dice.word()), step: Self.steps[step], at: when)
    }

    /// The fields of a cart with a checkout that got to `step`; at the end of it nothing is left in the cart.
    static func members(
        lines: [(sku: Int, quantity: Int64)], value: JSON, session: String, step: (name: String, point: Int),
        at date: Instant
    ) -> [JSON.Member] {
        let cart = lines.map { "sku=\($0.sku)&qty=\($0.quantity)&seller=1&sc=1" }.joined(separator: "&")
        let points = Dictionary(lines.map { (String($0.sku), 1) }, uniquingKeysWith: +).sorted { $0.key < $1.key }
        return [
            .init(name: "rclastcart", value: .string(step.name == finished.name ? "" : "add?" + cart)),
            .init(name: "rclastcartvalue", value: value), .init(name: "rclastsession", value: .string(session)),
            .init(name: "rclastsessiondate", value: .string(VTEXDate.zulu(date))),
            .init(name: "carttag", value: ScoreTag.json(points.map { ($0.key, $0.value) }, at: date)),
            .init(name: "checkouttag", value: ScoreTag.json([(step.name, step.point)], at: date)),
        ]
    }

    static func text(cents: Int64) -> String {
        "\(cents / 100).\(PersonGenerator.padded(Int(cents % 100), 2))"
    }
}
