import Basics
import Sync
import Testing

struct QuotaGrantTests {
    private let start = Instant(seconds: 1000)

    @Test func `a grant is spent request by request`() {
        var grant = QuotaGrant(requests: 2, opensAt: start, closesAt: start + .seconds(2))

        let verdicts = (0..<3).map { _ in grant.take(at: start) }

        #expect(verdicts == [.granted, .granted, .spent])
    }

    @Test func `a grant of the future is waited for, and is void after its time`() {
        var grant = QuotaGrant(requests: 5, opensAt: start + .seconds(1), closesAt: start + .seconds(3))

        let verdicts = [0, 2, 3].map { grant.take(at: start + .seconds($0)) }

        #expect(verdicts == [.wait(until: start + .seconds(1)), .granted, .spent])
    }

    @Test func `a grant without limit lasts for its term`() {
        var grant = QuotaGrant(requests: nil, opensAt: start, closesAt: start + .seconds(1))

        let during = Set((0..<10_000).map { _ in grant.take(at: start) })
        let after = grant.take(at: start + .seconds(1))

        #expect(during == [.granted])
        #expect(after == .spent)
    }

    @Test func `a node takes a second's worth, and one request where a second has none`() {
        #expect(QuotaGrant.size(interval: .milliseconds(20)) == 50)
        #expect(QuotaGrant.size(interval: .seconds(2)) == 1)
        #expect(QuotaGrant.size(interval: .zero) == 1_000_000)
    }

    @Test func `the lanes share the limit by percent, rounded to the slower side`() {
        let limits = QuotaLimits(perMinute: ["oms": 6000], backfillPercent: 40)

        #expect(limits.pace(group: "oms")?.whole == .microseconds(10_000))
        #expect(limits.pace(group: "oms")?.backfill == .microseconds(25_000))
        #expect(limits.pace(group: "oms")?.live == .microseconds(16_667))
        #expect(limits.pace(group: "catalog") == nil)
    }
}
