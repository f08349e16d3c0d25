import Basics
import Commands
import Testing

struct ProgressLineTests {
    private let plain = Paint(isOn: false)

    @Test(arguments: [
        (Language.portuguese, "1.240 de 2.000 pedidos · 62 % · 310/s · faltam 3 s"),
        (.spanish, "1.240 de 2.000 pedidos · 62 % · 310/s · faltan 3 s"),
        (.english, "1,240 of 2,000 orders · 62 % · 310/s · 3 s left"),
    ])
    func `a sentence tells count, part, rate and time left`(_ language: Language, _ expected: String) {
        let progress = Progress(done: 1240, total: 2000, rate: 310.4, remaining: .milliseconds(2400))

        #expect(ProgressLine.sentence(progress, language: language) == expected)
    }

    @Test func `before the platform has told a total there is no part and no bar`() {
        let progress = Progress(done: 7, total: nil, rate: 0, remaining: nil)

        #expect(ProgressLine.bar(progress, width: 80, language: .english, paint: plain) == "  7 orders")
    }

    @Test func `the bar is as long as the part that is done`() {
        let half = Progress(done: 1000, total: 2000, rate: 0, remaining: nil)

        let line = ProgressLine.bar(half, width: 80, language: .english, paint: plain)

        #expect(line == "  ███████████████░░░░░░░░░░░░░░░  1,000 of 2,000 orders · 50 %")
    }

    @Test(arguments: [80, 50, 40, 20, 5])
    func `the line never fills the terminal's width`(_ width: Int) {
        let progress = Progress(done: 199_999, total: 200_000, rate: 99_999, remaining: .seconds(7199))

        let line = ProgressLine.bar(progress, width: width, language: .portuguese, paint: plain)

        #expect(line.count < width)
    }

    @Test func `a store that went on selling shows no more than all`() {
        let progress = Progress(done: 2100, total: 2000, rate: 0, remaining: nil)

        let line = ProgressLine.bar(progress, width: 80, language: .english, paint: plain)

        #expect(line == "  ██████████████████████████████  2,100 of 2,100 orders · 100 %")
    }
}
