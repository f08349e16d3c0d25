import Basics
import Commerce
import Testing

struct OrderHistoryTests {
    @Test func `a status without a date of the platform is an observed event`() {
        let stored = order(.invoiced, changedAt: 20, [(.placed, 1, .platform), (.invoiced, 10, .platform)])
        let new = order(.shipped, changedAt: 30, [(.placed, 1, .platform), (.invoiced, 10, .platform)])

        let merged = new.merging(history: stored)

        #expect(
            merged.statusHistory
                == events([(.placed, 1, .platform), (.invoiced, 10, .platform), (.shipped, 30, .observed)]))
        #expect(merged.status == .shipped && merged.changedAt == Instant(seconds: 30))
    }

    @Test func `a status with a date of the platform has that event alone`() {
        let stored = order(.invoiced, changedAt: 20, [(.invoiced, 10, .platform)])
        let new = order(.canceled, changedAt: 30, [(.canceled, 29, .platform), (.invoiced, 10, .platform)])

        #expect(
            new.merging(history: stored).statusHistory
                == events([(.invoiced, 10, .platform), (.canceled, 29, .platform)]))
    }

    @Test func `the same status adds nothing`() {
        let stored = order(.handling, changedAt: 20, [(.handling, 15, .observed)])
        let new = order(.handling, changedAt: 30, [])

        #expect(new.merging(history: stored).statusHistory == events([(.handling, 15, .observed)]))
    }

    @Test func `what the platform no longer tells stays known`() {
        let stored = order(.paid, changedAt: 20, [(.placed, 1, .platform), (.paymentPending, 5, .observed)])
        let new = order(.paid, changedAt: 30, [(.placed, 2, .platform)])

        #expect(
            new.merging(history: stored).statusHistory
                == events([(.placed, 1, .platform), (.placed, 2, .platform), (.paymentPending, 5, .observed)]))
    }

    @Test func `of one status and time the platform's own event stays`() {
        let stored = order(.shipped, changedAt: 20, [(.shipped, 20, .observed), (.placed, 1, .platform)])
        let new = order(.shipped, changedAt: 30, [(.placed, 1, .observed), (.shipped, 20, .platform)])

        #expect(
            new.merging(history: stored).statusHistory
                == events([(.placed, 1, .platform), (.shipped, 20, .platform)]))
    }

    @Test func `a status reached again is known twice`() {
        let stored = order(.invoiced, changedAt: 30, [(.handling, 10, .observed), (.invoiced, 20, .platform)])
        let new = order(.handling, changedAt: 40, [(.invoiced, 20, .platform)])

        #expect(
            new.merging(history: stored).statusHistory
                == events([(.handling, 10, .observed), (.invoiced, 20, .platform), (.handling, 40, .observed)]))
    }

    @Test(arguments: [8, 20_261_122] as [UInt64])
    func `merging again changes nothing and loses nothing`(seed: UInt64) {
        var maker = OrderMaker(seed: seed)

        for round in 0..<200 {
            let stored = maker.order()
            let new = maker.order()

            let merged = new.merging(history: stored)
            let times = merged.statusHistory.map(\.at)
            let known = Set(merged.statusHistory.map { "\($0.status) \($0.at.microseconds)" })

            let comment: Comment = "seed \(seed), round \(round)"
            #expect(merged.merging(history: stored) == merged, comment)
            #expect(times == times.sorted(), comment)
            #expect(known.count == merged.statusHistory.count, comment)
            for event in new.statusHistory + stored.statusHistory {
                #expect(known.contains("\(event.status) \(event.at.microseconds)"), comment)
            }
        }
    }

    private typealias Entry = (status: OrderStatus, second: Int64, evidence: OrderStatusEvent.Evidence)

    private func order(_ status: OrderStatus, changedAt: Int64, _ history: [Entry]) -> Order {
        var order = Order(
            externalID: "1", status: status, platformStatus: "", placedAt: Instant(seconds: 0),
            changedAt: Instant(seconds: changedAt), total: Money(amount: 1, currency: "BRL", scale: 2))
        order.statusHistory = events(history)
        return order
    }

    private func events(_ entries: [Entry]) -> [OrderStatusEvent] {
        entries.map { OrderStatusEvent(status: $0.status, at: Instant(seconds: $0.second), evidence: $0.evidence) }
    }
}
