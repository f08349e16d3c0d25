import Basics
import Commerce
import ConnectorKit
import Synchronization

/// All coupons of an account, which VTEX hands out in one answer however many there are.
///
/// The answer is kept while its pages are walked, as bytes: coupons are read when their page is made. A walk that goes on
/// in another process asks for the list again.
final class VTEXCouponList: Sendable {
    /// A quarter of a million coupons; JSON beyond it cannot be read anyway.
    private static let bytesMax = 60 * 1024 * 1024
    private static let path = "/api/rnb/pvt/coupon"

    private let kept = Mutex<Listed?>(nil)

    private struct Listed: Sendable {
        let body: [UInt8]
        let fetchedAt: Instant
        /// In the order of their codes.
        let coupons: [(code: String, place: Range<Int>)]
        let unreadable: [UnreadableRecord]
    }

    struct Part: Sendable {
        var readings: [VTEXReading]
        /// The last code, unless it was the last part.
        var next: String?
    }

    func count(_ client: VTEXClient) async throws -> Int { try await list(client).coupons.count }

    /// The coupons behind a code.
    func part(after last: String, count: Int, _ client: VTEXClient) async throws -> Part {
        // A walk begins with a list of its own.
        if last.isEmpty { kept.withLock { $0 = nil } }
        let listed: Listed
        if let known = kept.withLock({ $0 }) {
            listed = known
        } else {
            listed = try await list(client)
            kept.withLock { $0 = listed }
        }
        let first = listed.coupons.partitioningIndex { $0.code > last }
        let coupons = listed.coupons[first...].prefix(count)
        var part = Part(readings: [], next: nil)
        if last.isEmpty { part.readings = listed.unreadable.map { .unreadable($0) } }
        for coupon in coupons {
            let bytes = Array(listed.body[coupon.place])
            part.readings.append(
                try VTEXReading(.coupon, coupon.code) { try Self.record(bytes, fetchedAt: listed.fetchedAt) })
        }
        if first + coupons.count < listed.coupons.count { part.next = coupons.last?.code }
        if part.next == nil { kept.withLock { $0 = nil } }
        return part
    }

    /// One coupon by its code.
    static func find(_ code: String, _ client: VTEXClient) async throws -> VTEXReading {
        let startedAt = client.clock.now()
        let response = try await client.get(
            path + "/" + PercentEncoding.segment(code), quotaGroup: VTEXClient.promotionsQuota)
        if let error = VTEXFailure(client: client, right: .readCoupons).error(of: response) { throw error }
        guard response.status != 404 else { return .none }
        return try VTEXReading(.coupon, code) { try record(response.body, fetchedAt: startedAt) }
    }

    private func list(_ client: VTEXClient) async throws -> Listed {
        let startedAt = client.clock.now()
        let response = try await client.get(
            Self.path, quotaGroup: VTEXClient.promotionsQuota, bodyBytesMax: Self.bytesMax)
        if let error = VTEXFailure(client: client, right: .readCoupons).error(of: response) { throw error }
        guard response.status != 404 else {
            return Listed(body: [], fetchedAt: startedAt, coupons: [], unreadable: [])
        }
        do {
            var elements = try JSONElements(of: response.body)
            var coupons: [(code: String, place: Range<Int>)] = []
            var unreadable: [UnreadableRecord] = []
            while let place = elements.next() {
                do {
                    let root = try JSONDocument(parsing: Array(response.body[place])).root
                    coupons.append((try root.requiredWords("couponCode"), place))
                } catch {
                    unreadable.append(try VTEXRecord.unreadable(.coupon, nil, error))
                }
            }
            guard elements.isComplete else { throw JSONError(.malformed, path: "") }
            return Listed(
                body: response.body, fetchedAt: startedAt, coupons: coupons.sorted { $0.code < $1.code },
                unreadable: unreadable)
        } catch let error as JSONError {
            throw PlatformError.vtexUnreadable(
                Phrase(pt: "Lista de cupons", es: "Lista de cupones", en: "List of coupons"), error)
        }
    }

    // MARK: one coupon

    private static let filter = JSONFilter(removing: [])

    private static func record(_ payload: [UInt8], fetchedAt: Instant) throws -> FetchedRecord {
        let root = try JSONDocument(parsing: payload).root
        var coupon = Coupon(externalID: try root.requiredWords("couponCode"))
        coupon.changedAt = try root.moment("lastModifiedUtc")
        coupon.isArchived = try root.flag("isArchived") ?? false
        coupon.utmSource = try root.words("utmSource")
        coupon.utmCampaign = try root.words("utmCampaign")
        // Zero is as often as anybody likes.
        coupon.maxUsage = try root.wholeNumber("maxUsage").flatMap { $0 == 0 ? nil : $0 }
        coupon.maxItemsPerCustomer = try root.wholeNumber("maxItemsPerClient").flatMap { $0 == 0 ? nil : $0 }
        coupon.interval = try root.words("expirationIntervalPerUse").flatMap { $0 == "00:00:00" ? nil : $0 }
        coupon.group = try root.words("groupingKey")
        return try VTEXRecord.fetched(coupon, payload: payload, filter: filter, fetchedAt: fetchedAt)
    }
}

extension [(code: String, place: Range<Int>)] {
    /// The first element that is behind; of sorted elements.
    fileprivate func partitioningIndex(_ isBehind: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
