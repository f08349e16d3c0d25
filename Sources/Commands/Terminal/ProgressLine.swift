import Basics
import Commerce

/// How far a sync has come, for a person who waits.
package struct Progress: Hashable, Sendable {
    /// What is counted, in the plural, as in `orders`.
    var noun = Phrase(pt: "pedidos", es: "pedidos", en: "orders")
    let done: Int
    /// Nil until the platform has told how many there are.
    let total: Int?
    /// How many a second, lately.
    let rate: Double
    /// Nil while nobody can tell.
    let remaining: Duration?

    /// - Parameters: as the properties say.
    package init(done: Int, total: Int?, rate: Double, remaining: Duration?) {
        self.done = done
        // A store that lives has more orders by the end than it told at the beginning.
        self.total = total.map { max($0, done) }
        self.rate = rate
        self.remaining = remaining
    }
}

/// One line that shows progress: with a bar on a terminal, as a sentence elsewhere.
package enum ProgressLine {
    /// Fits into `width` columns: the bar shrinks first, then goes.
    package static func bar(_ progress: Progress, width: Int, language: Language, paint: Paint) -> String {
        let words = sentence(progress, language: language)
        guard let total = progress.total else { return clipped("  " + words, width) }
        let room = min(30, width - words.count - 5)
        guard room >= 8 else { return clipped("  " + words, width) }
        let fraction = total == 0 ? 1 : min(1, Double(progress.done) / Double(total))
        let filled = Int((fraction * Double(room)).rounded(.down))
        let full = String(repeating: "█", count: filled)
        let rest = String(repeating: "░", count: room - filled)
        return "  " + paint.good(full) + paint.quiet(rest) + "  " + words
    }

    /// `1.240 de 2.000 pedidos · 62 % · 310/s · faltam 3 s`.
    package static func sentence(_ progress: Progress, language: Language) -> String {
        var parts: [String] = []
        let done = NumberText.grouped(progress.done, in: language)
        let noun = progress.noun
        if let total = progress.total {
            let all = NumberText.grouped(total, in: language)
            parts.append(
                Phrase(
                    pt: "\(done) de \(all) \(noun.portuguese)", es: "\(done) de \(all) \(noun.spanish)",
                    en: "\(done) of \(all) \(noun.english)")[language])
            let percent = total == 0 ? 100 : min(100, progress.done * 100 / total)
            parts.append("\(percent) %")
        } else {
            parts.append(done + " " + noun[language])
        }
        if progress.rate >= 1 { parts.append("\(NumberText.grouped(Int(progress.rate), in: language))/s") }
        if let remaining = progress.remaining {
            let time = NumberText.duration(remaining)
            parts.append(Phrase(pt: "faltam \(time)", es: "faltan \(time)", en: "\(time) left")[language])
        }
        return parts.joined(separator: " · ")
    }

    private static func clipped(_ text: String, _ width: Int) -> String { String(text.prefix(max(0, width - 1))) }
}
