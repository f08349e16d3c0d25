import Basics
import Commerce
import ConnectorKit
import Records

/// Holds what a platform lists of some days against what is stored. Pure: it decides what has to be read in full, and which
/// answers are not to be believed. What really differs is known only when the order itself was read: lists lag behind.
package struct DayComparison: Sendable {
    /// An order that list and store do not agree about.
    package struct Suspect: Hashable, Sendable {
        package enum Reason: Hashable, Sendable {
            /// Listed, and not stored.
            case missingHere
            /// Stored, and not listed.
            case unlisted
            /// Stored on another day than it is listed on.
            case moved
            /// The list tells another status, value or number of units than is stored.
            case differs
            /// Only the digests differ: something that is not compared by name, or the list was never asked before.
            case doubtful
            /// Nothing differs; read in full all the same.
            case sampled
        }

        package let externalID: String
        package let reason: Reason
        /// What the list says of it; nil when it says nothing.
        package let entry: OrderListEntry?

        package init(externalID: String, reason: Reason, entry: OrderListEntry?) {
            self.externalID = externalID
            self.reason = reason
            self.entry = entry
        }
    }

    /// What came of one day.
    package struct Day: Hashable, Sendable {
        package let date: CivilDate
        /// Orders that the platform lists.
        package var listed = 0
        /// Orders that are stored and within the platform's reach.
        package var held = 0
        /// Orders that are stored, not listed, and older than what the platform lists.
        package var beyond = 0
        /// Orders that are listed and stored with the same digest.
        package var agreed: [OrderListEntry] = []
        package var suspects: [Suspect] = []
        /// The list shows none, or the lesser part, of what is stored: it is ill, and nothing is concluded from it.
        package var isSuspicious = false
    }

    /// - Parameters:
    ///   - dates: the days that were asked about, oldest first.
    ///   - listed: what the platform lists of these days; an order twice counts once.
    ///   - held: what is stored of these days, and what else is stored of the listed orders, wherever it stands.
    ///   - outlines: what is stored of orders whose digest differs from the list's; an order that is not here differs.
    ///   - reachesFrom: older orders need not be listed any more.
    package static func compare(
        _ dates: [CivilDate], in days: StoreDays, listed: [OrderListEntry], held: [HeldOrder],
        outlines: [String: OrderOutline], reachesFrom: Instant
    ) -> [Day] {
        var found: [CivilDate: Day] = [:]
        for date in dates { found[date] = Day(date: date) }
        let stored = Dictionary(held.map { ($0.externalID, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: [String: CivilDate] = [:]
        for entry in listed where seen[entry.externalID] == nil {
            let date = days.date(of: entry.placedAt)
            seen[entry.externalID] = date
            guard found[date] != nil else { continue }
            found[date]?.listed += 1
            let reason = reason(entry, on: date, days, stored[entry.externalID], outlines[entry.externalID])
            if let reason {
                found[date]?.suspects.append(Suspect(externalID: entry.externalID, reason: reason, entry: entry))
            } else {
                found[date]?.agreed.append(entry)
            }
        }
        for order in stored.values {
            let date = days.date(of: order.placedAt)
            guard found[date] != nil else { continue }
            if let listedOn = seen[order.externalID] {
                // One that is listed on another day is named there.
                if listedOn == date { found[date]?.held += 1 }
            } else if order.placedAt < reachesFrom {
                found[date]?.beyond += 1
            } else if order.status != .incomplete {
                // Platforms list no order that was never finished.
                found[date]?.held += 1
                found[date]?.suspects.append(Suspect(externalID: order.externalID, reason: .unlisted, entry: nil))
            }
        }
        return dates.compactMap { found[$0].map(judged) }
    }

    private static func reason(
        _ entry: OrderListEntry, on date: CivilDate, _ days: StoreDays, _ held: HeldOrder?, _ outline: OrderOutline?
    ) -> Suspect.Reason? {
        guard let held else { return .missingHere }
        if days.date(of: held.placedAt) != date { return .moved }
        if held.listDigest == entry.digest { return nil }
        guard let outline else { return .differs }
        return entry.outline.agrees(with: outline) ? .doubtful : .differs
    }

    private static func judged(_ day: Day) -> Day {
        var day = day
        day.suspects.sort { ($0.externalID, $0.entry == nil ? 1 : 0) < ($1.externalID, $1.entry == nil ? 1 : 0) }
        let unlisted = day.suspects.count { $0.reason == .unlisted }
        day.isSuspicious = unlisted > 0 && unlisted > day.listed
        return day
    }
}

extension OrderOutline {
    /// Whether nothing that both tell differs.
    func agrees(with other: OrderOutline) -> Bool {
        func same<Value: Equatable>(_ left: Value?, _ right: Value?) -> Bool {
            guard let left, let right else { return true }
            return left == right
        }
        return same(platformStatus, other.platformStatus) && same(amount, other.amount) && same(units, other.units)
    }
}
