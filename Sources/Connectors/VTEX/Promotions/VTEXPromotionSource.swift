import Basics
import Commerce
import ConnectorKit

/// Promotions, each in full, then coupons. VTEX does not tell what changed: a look for news walks all.
///
/// Both are walked in the order of their ids, so that a walk goes on in the right place however the lists have moved.
struct VTEXPromotionSource: RecordSource {
    var stream: StreamKind { .promotions }
    var kinds: [RecordKind] { [.promotion, .coupon] }
    var mapperVersion: Int { 1 }
    var tellsChanges: Bool { false }

    private static let promotionsPerPage = 50
    private static let couponsPerPage = 1000
    private static let promotionMark = "promotion "
    private static let couponMark = "coupon "

    let client: VTEXClient
    let currency: VTEXCurrency
    let coupons: VTEXCouponList

    func survey() async throws -> Int? {
        try await VTEXPromotionList(client: client).ids().count + coupons.count(client)
    }

    func page(
        of walk: RecordWalk, after cursor: String?, asking patience: any Patience
    ) async throws -> RecordPage {
        let cursor = cursor ?? Self.promotionMark
        if cursor.hasPrefix(Self.couponMark) {
            return try await couponPage(
                after: String(cursor.dropFirst(Self.couponMark.count)), asking: patience)
        }
        return try await promotionPage(
            after: String(cursor.dropFirst(Self.promotionMark.count)), asking: patience)
    }

    func fetch(_ kind: RecordKind, _ externalID: String) async throws -> [FetchedRecord] {
        let reading =
            kind == .coupon
            ? try await VTEXCouponList.find(externalID, client)
            : try await VTEXPromotionList(client: client).find(externalID, try await currency.code(client))
        switch reading {
        case .record(let record): return [record]
        case .unreadable(let unreadable): throw unreadable.error
        case .none: return []
        }
    }

    private func promotionPage(after last: String, asking patience: any Patience) async throws -> RecordPage {
        let list = VTEXPromotionList(client: client)
        let rest = try await patience.ask { try await list.ids() }.filter { $0 > last }
        let ids = Array(rest.prefix(Self.promotionsPerPage))
        let currency = try await patience.ask { try await self.currency.code(client) }
        let next = ids.last.flatMap { ids.count < rest.count ? Self.promotionMark + $0 : nil } ?? Self.couponMark
        var page = RecordPage(records: [], next: next)
        page.add(try await VTEXEach.map(ids, asking: patience) { try await list.find($0, currency) })
        return page
    }

    private func couponPage(after last: String, asking patience: any Patience) async throws -> RecordPage {
        let part = try await patience.ask {
            try await coupons.part(after: last, count: Self.couponsPerPage, client)
        }
        var page = RecordPage(records: [], next: part.next.map { Self.couponMark + $0 })
        page.add(part.readings)
        return page
    }
}
