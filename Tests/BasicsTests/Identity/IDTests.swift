import Basics
import Testing

private enum Thing: IDKind { static let prefix = "thg" }
private enum Other: IDKind { static let prefix = "oth" }

struct IDTests {
    @Test func `an id is its prefix and 26 characters of its time and chance`() {
        var random = SeededGenerator(seed: 1)

        // 2018-07-04T14:09:08.271Z is 1 530 713 348 271 ms.
        let id = ID<Thing>(at: Instant(microseconds: 1_530_713_348_271_840), using: &random)
        let zero = ID<Thing>(at: Instant(microseconds: -1), using: &random)

        #expect(id.text.hasPrefix("thg_01chjt065f"))
        #expect(id.text.utf8.count == 30)
        #expect(id.description == id.text)
        #expect(zero.text.hasPrefix("thg_0000000000"))
    }

    @Test func `later ids sort later, also as text`() {
        var random = SeededGenerator(seed: 20_261_122)
        let start: Int64 = 1_530_713_348_000_000

        let ids = (0..<5000).map { ID<Thing>(at: Instant(microseconds: start + $0 * 1000), using: &random) }

        #expect(ids.shuffled(using: &random).sorted() == ids)
        #expect(ids.map(\.text).shuffled(using: &random).sorted() == ids.map(\.text))
        #expect(ids.allSatisfy { $0.text.utf8.count == 30 })
    }

    @Test func `ids of one moment differ`() {
        let ids = Set((0..<1000).map { _ in ID<Thing>(at: Instant(seconds: 0)) })

        #expect(ids.count == 1000)
    }

    @Test func `an id is read back by its own kind alone`() {
        let id = ID<Thing>(at: Instant(seconds: 1_530_713_348))

        #expect(ID<Thing>(parsing: id.text) == id)
        #expect(ID<Thing>(stored: id.text) == id)
        #expect(ID<Other>(parsing: id.text) == nil)
    }

    @Test(arguments: [
        "", "thg", "thg_", "thg_01chjsecdf", "01chjsecdf0000000000000000", "thg-01chjsecdf0000000000000000",
        "thg_01chjsecdf00000000000000000", "thg_01chjsecdf000000000000000", "thg_01CHJSECDF0000000000000000",
        "thg_01chjsecdf000000000000000u", "thg_01chjsecdf000000000000000é", "THG_01chjsecdf0000000000000000",
        " thg_01chjsecdf0000000000000000", "thg_01chjsecdf000000000000000'",
    ])
    func `what is no id is refused`(text: String) {
        #expect(ID<Thing>(parsing: text) == nil)
    }
}
