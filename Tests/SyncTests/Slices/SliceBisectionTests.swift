import Basics
import ConnectorKit
import Sync
import Testing

struct SliceBisectionTests {
    private func window(_ from: Int64, _ until: Int64) -> OrderQuery {
        OrderQuery(filter: "f", from: Instant(microseconds: from * 1000), until: Instant(microseconds: until * 1000))
    }

    @Test func `the halves share the border, which is the last millisecond of a second`() throws {
        let halves = try #require(SliceBisection.halves(of: window(0, 10_000)))

        #expect(halves.0 == window(0, 5_999))
        #expect(halves.1 == window(5_999, 10_000))
    }

    @Test func `a window within a second is cut in its middle`() throws {
        let halves = try #require(SliceBisection.halves(of: window(1_000, 1_500)))

        #expect(halves.0 == window(1_000, 1_250))
        #expect(halves.1 == window(1_250, 1_500))
    }

    @Test(arguments: [Int64(0), 1]) func `a window of a millisecond cannot be cut`(width: Int64) {
        #expect(SliceBisection.halves(of: window(7, 7 + width)) == nil)
    }

    @Test func `cutting again and again ends, and leaves no instant uncovered`() throws {
        var open = [window(-1_500, 4_321)]
        var leaves: [OrderQuery] = []

        while let query = open.popLast() {
            if let halves = SliceBisection.halves(of: query) {
                open += [halves.0, halves.1]
            } else {
                leaves.append(query)
            }
        }
        leaves.sort { $0.from < $1.from }

        #expect(leaves.first?.from == window(-1_500, 0).from)
        #expect(leaves.last?.until == window(0, 4_321).until)
        #expect(zip(leaves, leaves.dropFirst()).allSatisfy { $0.until == $1.from })
    }
}
