import Basics

/// Order ids in the shapes that VTEX has, made from numbers and read back without a table.
///
/// Source of the shapes: facts on VTEX §3.2.
struct OrderNumbering: Sendable {
    let seed: UInt64
    let account: String

    private static let groupBase: Int64 = 1_100_000_000_000
    private static let groupStride: Int64 = 37
    private static let sequenceBase: Int64 = 500_000
    /// Live orders are numbered by the millisecond of their making, which is past all other numbers.
    private static let firstLive: Int64 = 1_600_000_000_000

    enum Style: Sendable {
        case plain
        /// `v502556loja`, as old orders have.
        case legacy
        /// `MZL-1312…`: an affiliate sold it.
        case affiliate(Int)
    }

    /// The group of an order that stands first in it.
    func group(_ number: Int64, style: Style) -> String {
        let digits = isLive(number) ? number : Self.groupBase + number * Self.groupStride + offset(number)
        return switch style {
        case .plain: String(digits)
        case .legacy: "v\(sequence(number))\(account.prefix(4))"
        case .affiliate(let position): "\(Words.marketplaces[position].affiliate)-\(digits)"
        }
    }

    func sequence(_ number: Int64) -> Int64 { isLive(number) ? number : Self.sequenceBase + number }

    func number(ofSequence sequence: Int64) -> Int64 {
        isLive(sequence) ? sequence : sequence - Self.sequenceBase
    }

    func isLive(_ number: Int64) -> Bool { number >= Self.firstLive }

    /// The number that a group's first order would have; the caller compares with the order that is there.
    func number(ofGroup group: String) -> Int64? {
        if group.hasPrefix("v") {
            let digits = group.dropFirst().prefix { $0.isNumber }
            return Int64(digits).map(number(ofSequence:))
        }
        let digits = group.split(separator: "-").last ?? ""
        guard let value = Int64(digits), value > 0 else { return nil }
        return isLive(value) ? value : (value - Self.groupBase) / Self.groupStride
    }

    private func offset(_ number: Int64) -> Int64 {
        var dice = Dice(seed: seed, number: number, purpose: 20)
        return Int64(dice.below(Int(Self.groupStride)))
    }
}
