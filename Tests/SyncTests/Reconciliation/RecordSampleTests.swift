import Sync
import Testing

struct RecordSampleTests {
    @Test func `the same seed chooses the same, whatever the pieces`() {
        var whole = RecordSample<Int>(oneIn: 10, atLeast: 0, seed: 3)
        var pieces = RecordSample<Int>(oneIn: 10, atLeast: 0, seed: 3)

        let found = whole.choose(from: Array(0..<1000))
        let inPieces = pieces.choose(from: Array(0..<400)) + pieces.choose(from: Array(400..<1000))

        #expect(found == inPieces)
        #expect((70...130).contains(found.count))
    }

    @Test func `few records are topped up from those that were passed over, none twice`() {
        var sample = RecordSample<Int>(oneIn: 1_000_000, atLeast: 5, seed: 3)

        let chosen = sample.choose(from: Array(0..<50))
        let rest = sample.remainder()

        #expect(chosen.isEmpty)
        #expect(rest.count == 5)
        #expect(Set(rest).count == 5)
        #expect(sample.remainder().isEmpty)
    }

    @Test func `there are no more than there are`() {
        var sample = RecordSample<Int>(oneIn: 1, atLeast: 5, seed: 3)

        #expect(sample.choose(from: [1, 2, 3]) == [1, 2, 3])
        #expect(sample.remainder().isEmpty)
    }
}
