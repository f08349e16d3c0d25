import Basics
import ConnectorKit
import Operations

/// A key check as it is watched: one line for each question, answered or not yet. Partial `check_matrix`.
struct CheckProgress: Sendable {
    struct Tick: Sendable {
        let word: String
        let box: BoxPath
    }
    struct Line: Sendable {
        let verdict: String
        let icon: String
        let title: String
        let word: String
        let ticks: [Tick]
    }

    /// What the job needs.
    let needed: [Line]
    /// What else the key was asked about: it should not be able to.
    let others: [Line]
    let recipe: String
    /// As in `5 de 14 respostas`; nil once all is said.
    let count: String?
    let answered: Int
    let total: Int

    /// - Parameter isRunning: whether answers may still come.
    init(_ report: KeyCheckReport, isRunning: Bool, for reader: Reader) {
        let matrix = report.matrix
        recipe = reader.say(matrix.recipe.title)
        let shown = matrix.lines.filter { $0.isNeeded || report.asked.contains($0.capability) }
        let lines = shown.map { line in
            (
                line.isNeeded,
                Self.line(
                    line, isAsked: report.asked.contains(line.capability),
                    isEssential: matrix.recipe.essentials.contains(line.capability),
                    isExtra: matrix.recipe.extras.contains(line.capability), isRunning, reader)
            )
        }
        needed = lines.filter(\.0).map(\.1)
        others = lines.filter { !$0.0 }.map(\.1)
        total = report.asked.count
        answered = matrix.lines.count { report.asked.contains($0.capability) && $0.evidence != nil }
        count = isRunning ? reader.say(Words.count(reader.number(answered), reader.number(total))) : nil
    }

    private static func line(
        _ line: KeyMatrix.Line, isAsked: Bool, isEssential: Bool, isExtra: Bool, _ isRunning: Bool, _ reader: Reader
    ) -> Line {
        let isWaiting = isAsked && line.evidence == nil
        let (verdict, icon, word): (String, String, Phrase) =
            switch (line.verdict, line.isNeeded) {
            case _ where isWaiting && isRunning: ("waiting", "dot", Words.asking)
            case _ where isWaiting: ("unknown", "question", Words.notAsked)
            case (.granted, true): ("granted", "check", Words.granted)
            case (.granted, false) where line.isOpenToAll: ("absent", "dot", Words.openToAll)
            case (.granted, false) where isExtra: ("granted", "check", Words.extra)
            case (.granted, false): ("excess", "warn", Words.tooMuch)
            case (.missing, true) where !isEssential: ("optional", "warn", Words.lacking)
            case (.missing, true): ("missing", "bad", Words.missing)
            case (.missing, false): ("absent", "dot", Words.absent)
            case (.unknown, _): ("unknown", "question", isAsked ? Words.noAnswer : Words.later)
            }
        let ticks = verdict == "missing" || verdict == "optional" ? line.ticks : []
        return Line(
            verdict: verdict, icon: icon, title: reader.say(line.title), word: reader.say(word),
            ticks: ticks.enumerated().map { position, resource in
                Tick(word: reader.say(position == 0 ? Words.tick : Words.orTick), box: BoxPath(resource, for: reader))
            })
    }

    private enum Words {
        static let asking = Phrase(pt: "perguntando…", es: "preguntando…", en: "asking…")
        static let notAsked = Phrase(pt: "não perguntado", es: "no se preguntó", en: "not asked")
        static let granted = Phrase(pt: "concedido", es: "concedido", en: "granted")
        static let tooMuch = Phrase(pt: "além do necessário", es: "más de lo necesario", en: "more than needed")
        static let extra = Phrase(pt: "também será lido", es: "también se leerá", en: "will be read too")
        static let openToAll = Phrase(pt: "aberto a todos", es: "abierto a todos", en: "open to all")
        static let missing = Phrase(pt: "falta", es: "falta", en: "missing")
        static let lacking = Phrase(
            pt: "falta, mas não impede", es: "falta, pero no impide", en: "missing, but not in the way")
        static let absent = Phrase(
            pt: "não pode, nem precisa", es: "no puede, ni hace falta", en: "cannot, and need not")
        static let later = Phrase(pt: "só se sabe ao usar", es: "solo se sabe al usarlo", en: "known when first used")
        static let noAnswer = Phrase(
            pt: "a plataforma não respondeu", es: "la plataforma no respondió", en: "the platform did not answer")
        static let tick = Phrase(pt: "Marque:", es: "Marque:", en: "Tick:")
        static let orTick = Phrase(pt: "ou marque:", es: "o marque:", en: "or tick:")

        static func count(_ answered: String, _ total: String) -> Phrase {
            Phrase(
                pt: "\(answered) de \(total) respostas", es: "\(answered) de \(total) respuestas",
                en: "\(answered) of \(total) answers")
        }
    }
}
