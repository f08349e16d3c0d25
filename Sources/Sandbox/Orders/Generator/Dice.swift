import Basics

/// Random choices that are the same for the same seed and number.
struct Dice: Sendable {
    private var generator: SeededGenerator

    init(seed: UInt64, number: Int64, purpose: UInt64) {
        let mixed = seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(bitPattern: number) &* 0xD6E8_FEB8_6659_FD93
        generator = SeededGenerator(seed: mixed ^ purpose &* 0xA076_1D64_78BD_642F)
        _ = generator.next()
    }

    mutating func word() -> UInt64 { generator.next() }

    /// 0 ..< limit.
    mutating func below(_ limit: Int) -> Int { Int(generator.next() % UInt64(limit)) }

    mutating func between(_ low: Int64, _ high: Int64) -> Int64 {
        low + Int64(generator.next() % UInt64(high - low + 1))
    }

    /// True in `percent` of a hundred cases.
    mutating func chance(percent: Int) -> Bool { below(100) < percent }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }
}
