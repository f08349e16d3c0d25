import Basics
import Sync
import Testing

struct ProgressMeterTests {
    @Test func `the rate is that of the last ten seconds`() {
        let start = Instant(seconds: 0)
        var meter = ProgressMeter(at: start)

        #expect(meter.rate == 0)
        #expect(meter.timeLeft(100) == nil)
        for second in 1...20 { meter.note(second * 10, at: start + .seconds(second)) }
        #expect(meter.rate == 10)
        for second in 21...40 { meter.note(200 + (second - 20) * 50, at: start + .seconds(second)) }

        #expect(meter.rate == 50)
        #expect(meter.timeLeft(100) == .seconds(2))
        #expect(meter.timeLeft(-3) == .zero)
    }
}
