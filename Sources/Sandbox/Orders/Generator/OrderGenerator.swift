import Basics

/// Makes orders out of a seed: the same seed and number give the same order, on any day and machine.
///
/// Orders stand on a timeline with one slot each, `step` apart since 2020. A store of N orders is the last N slots before
/// now, so that a sandbox that starts again tomorrow has the same orders, less the oldest and with a few new ones.
struct OrderGenerator: Sendable {
    let seed: UInt64
    let catalogue: Catalogue
    let numbering: OrderNumbering
    /// How many different people buy.
    let customers: Int
    /// Microseconds between slots.
    let step: Int64

    private static let beginning = Instant(seconds: 1_577_836_800)
    /// About twenty months, within the two years that VTEX lists.
    private static let span: Int64 = 608 * 86_400 * 1_000_000

    init(seed: UInt64, orders: Int, account: String, catalogue: Catalogue) {
        self.seed = seed
        self.catalogue = catalogue
        numbering = OrderNumbering(seed: seed, account: account)
        customers = max(40, orders * 6 / 10)
        step = Self.span / Int64(max(1, orders))
    }

    /// The states of the last `count` orders before `now`, oldest first.
    func timeline(count: Int, now: Instant) -> [OrderState] {
        let last = (now.microseconds - Self.beginning.microseconds) / step - 1
        return (0..<Int64(max(0, count))).map { position in
            let number = last - Int64(count) + 1 + position
            return Lifeline(generator: self, number: number, rank: Int(last - number)).state(at: now)
        }
    }

    /// A new order, made at `now`; `number` is its millisecond.
    func live(number: Int64, at now: Instant) -> OrderState {
        let sketch = sketch(number)
        return OrderState(
            number: number, source: .live, created: now, value: sketch.value, units: sketch.units,
            isMarketplace: sketch.isMarketplace)
    }

    /// When the order of a slot was placed.
    func created(_ number: Int64) -> Instant {
        let leader = leader(of: number)
        var dice = Dice(seed: seed, number: leader, purpose: 12)
        let jitter = dice.between(0, step * 8 / 10)
        let split = leader == number ? 0 : min(step / 10, 31_457)
        return Instant(microseconds: Self.beginning.microseconds + leader * step + jitter + split)
    }

    /// The order that shares the cart: itself, or the one before when a second seller got a part of it.
    func leader(of number: Int64) -> Int64 { isSecond(number) ? number - 1 : number }

    func isSecond(_ number: Int64) -> Bool {
        !numbering.isLive(number) && mayBeSecond(number) && !mayBeSecond(number - 1)
    }

    private func mayBeSecond(_ number: Int64) -> Bool {
        var dice = Dice(seed: seed, number: number, purpose: 13)
        return dice.chance(percent: 4)
    }

    // MARK: what is sold

    /// The part of an order that decides its value.
    struct Sketch: Sendable {
        var style: OrderNumbering.Style
        var lines: [OrderLine]
        var hasDiscount: Bool

        var value: Int64 { lines.reduce(0) { $0 + $1.total(at: $1.sellingPrice) + $1.freight } }
        var units: Int { lines.reduce(0) { $0 + $1.quantity } }
        var isMarketplace: Bool {
            if case .affiliate = style { return true }
            return false
        }
    }

    func sketch(_ number: Int64) -> Sketch {
        var style = Dice(seed: seed, number: leader(of: number), purpose: 14)
        var dice = Dice(seed: seed, number: number, purpose: 15)
        let count = [1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 3, 5][dice.below(12)]
        let discount = dice.chance(percent: 25) ? Int64([5, 10, 15, 30][dice.below(4)]) : 0
        let freeFreight = dice.chance(percent: 30)
        var lines: [OrderLine] = []
        lines.reserveCapacity(count)
        for position in 0..<count {
            let sku = catalogue.skus[dice.below(catalogue.skus.count)]
            let price = max(1, sku.price + sku.price * dice.between(-12, 12) / 100)
            let quantity = dice.chance(percent: 80) ? 1 : Int(dice.between(2, 5))
            let isGift = position > 0 && dice.chance(percent: 4)
            let selling = isGift ? 0 : price - price * discount / 100
            let freight = freeFreight || isGift ? 0 : position == 0 ? dice.between(790, 4990) : dice.between(0, 590)
            lines.append(
                OrderLine(
                    sku: sku, quantity: isGift ? 1 : quantity, price: price, sellingPrice: selling, isGift: isGift,
                    freight: freight))
        }
        let roll = style.below(100)
        let choice: OrderNumbering.Style =
            roll < 12 ? .affiliate(style.below(Words.marketplaces.count)) : roll < 18 ? .legacy : .plain
        return Sketch(
            style: numbering.isLive(number) && roll >= 12 ? .plain : choice, lines: lines, hasDiscount: discount > 0)
    }

    // MARK: the whole order

    func blueprint(_ number: Int64) -> OrderBlueprint {
        let leader = leader(of: number)
        let sketch = sketch(number)
        let group = numbering.group(leader, style: sketch.style)
        var shared = Dice(seed: seed, number: leader, purpose: 16)
        var dice = Dice(seed: seed, number: number, purpose: 17)
        let buyer = Int64(shared.chance(percent: 30) ? shared.below(max(1, customers / 10)) : shared.below(customers))
        let person = PersonGenerator.person(seed: seed, number: buyer)
        var marketplace: String?
        var affiliate = ""
        if case .affiliate(let position) = sketch.style {
            marketplace = Words.marketplaces[position].name
            affiliate = Words.marketplaces[position].affiliate
        }
        let isSplit = leader != number
        var blueprint = OrderBlueprint(
            orderID: group + (isSplit ? "-02" : "-01"), group: group, sequence: String(numbering.sequence(number)),
            origin: marketplace == nil ? .marketplace : .fulfillment, affiliateID: affiliate, marketplace: marketplace,
            marketplaceOrderID: "", salesChannel: shared.chance(percent: 85) ? "1" : "2",
            sellerID: isSplit ? "parceiro01" : "1", sellerName: isSplit ? "Parceiro do Bairro" : "Loja Demo",
            customer: person, email: "",
            address: PersonGenerator.address(seed: seed, number: shared.chance(percent: 90) ? buyer : number),
            lines: sketch.lines, payments: [], marketing: marketing(&shared), promotion: nil,
            note: dice.chance(percent: 3) ? "Entregar na portaria, por favor" : nil,
            deliveryDays: Int(dice.between(2, 12)), isPickup: dice.chance(percent: 7), salt: (dice.word(), dice.word()),
            seventhDigit: dice.below(10))
        blueprint.marketplaceOrderID =
            marketplace == nil ? blueprint.orderID : String(dice.between(700_000_000_000, 799_999_999_999))
        blueprint.email = Masking.email(of: person, dice: &dice)
        if sketch.hasDiscount {
            let position = shared.below(Words.promotions.count)
            blueprint.promotion = .init(id: PromotionDefaults.id(position), name: Words.promotions[position])
        }
        blueprint.payments = payments(blueprint.value, marketplace: marketplace, number: number)
        return blueprint
    }

    /// The blueprint's salt alone: the fourth and fifth throw of its dice.
    func salt(_ number: Int64) -> (UInt64, UInt64) {
        var dice = Dice(seed: seed, number: number, purpose: 17)
        for _ in 0..<3 { _ = dice.word() }
        return (dice.word(), dice.word())
    }

    func payments(_ value: Int64, marketplace: String?, number: Int64) -> [OrderPayment] {
        if let marketplace { return [OrderPayment(kind: .promissory(marketplace), value: value, installments: 1)] }
        var dice = Dice(seed: seed, number: number, purpose: 18)
        let kind = paymentKind(number)
        let installments = if case .card = kind { Int(dice.between(1, 10)) } else { 1 }
        guard dice.chance(percent: 4), value > 2000 else {
            return [OrderPayment(kind: kind, value: value, installments: installments)]
        }
        return [
            OrderPayment(kind: .giftCard, value: 1000, installments: 1),
            OrderPayment(kind: kind, value: value - 1000, installments: installments),
        ]
    }

    func paymentKind(_ number: Int64) -> OrderPayment.Kind {
        var dice = Dice(seed: seed, number: number, purpose: 19)
        let roll = dice.below(100)
        if roll < 28 { return .pix }
        if roll < 41 { return .boleto }
        return .card(dice.pick(["Visa", "Mastercard", "Elo", "American Express", "Hipercard"]))
    }

    private func marketing(_ dice: inout Dice) -> OrderMarketing? {
        guard dice.chance(percent: 45) else { return nil }
        return OrderMarketing(
            source: dice.chance(percent: 80) ? dice.pick(["google", "instagram", "newsletter", "tiktok"]) : nil,
            medium: dice.chance(percent: 60) ? dice.pick(["cpc", "email", "social"]) : nil,
            campaign: dice.chance(percent: 60) ? dice.pick(["inverno", "blackfriday", "aniversario"]) : nil,
            coupon: dice.chance(percent: 20) ? dice.pick(["BEMVINDO10", "VOLTE15", "FRETEGRATIS"]) : nil,
            tags: dice.chance(percent: 10) ? ["vtex-subscription"] : [])
    }
}

/// The aliases that hide a customer's e-mail, another one for each order. Source: facts on VTEX §3.3.
enum Masking {
    static func email(of person: Person, dice: inout Dice) -> String {
        let roll = dice.below(100)
        if roll < 4 { return person.email }
        if roll < 15 { return "\(person.email)-\(dice.between(100_000_000_000, 999_999_999_999))b.ct.vtex.com.br" }
        return Hexadecimal.text(dice.word(), dice.word()) + "@ct.vtex.com.br"
    }
}
