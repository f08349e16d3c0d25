import Basics
import Commerce
import ConnectorKit
import Sync

/// How far a stream has come, in words and as a bar. Partial `progress`.
struct StreamProgress: Sendable {
    let counts: String
    let pace: String
    /// Nil while nobody can tell, or when there is nothing left to wait for.
    let total: Int?
    let done: Int
    let percent: Int
    let label: String
    let tone: String
    let isMoving: Bool
    /// For screen readers while one watches; changes with each tenth only, so as not to chatter.
    let spoken: String?

    init(_ overview: ConnectionOverview, for reader: Reader) {
        let stored = reader.number(overview.stored)
        // What is read again is stored already: the bar goes by what has been read.
        done = overview.read ?? overview.stored
        let known = overview.stream?.knownTotal.map { [done] in max($0, done) }
        label = reader.say(Words.label)
        guard overview.stream?.isSurveyed == true else {
            counts = overview.stored == 0 ? reader.say(Words.notBegun) : reader.say(Words.orders(stored))
            pace = overview.isStopped ? reader.say(Words.stopped) : reader.say(Words.surveying)
            total = nil
            percent = 0
            tone = ""
            isMoving = !overview.isStopped
            spoken = nil
            return
        }
        let isDone = overview.stream?.backfillDoneAt != nil
        let all = max(1, known ?? done)
        percent = isDone ? 100 : min(99, done * 100 / all)
        counts =
            isDone
            ? reader.say(Words.orders(stored))
            : reader.say(Words.of(reader.number(done), reader.number(all))) + " · \(percent) %"
        total = isDone ? nil : all
        tone = overview.isStopped ? "warn" : ""
        isMoving = false
        pace = Self.pace(overview, left: all - done, isDone: isDone, for: reader)
        spoken =
            isDone
            ? reader.say(Words.finished(stored)) : reader.say(Words.tenths(percent / 10 * 10, reader.number(all)))
    }

    private static func pace(_ overview: ConnectionOverview, left: Int, isDone: Bool, for reader: Reader) -> String {
        if overview.isStopped { return reader.say(Words.stopped) }
        if isDone {
            guard let swept = overview.stream?.sweptUntil else { return reader.say(Words.upToDate) }
            return reader.say(Words.fresh(reader.ago(swept)))
        }
        guard let rate = overview.rate, rate > 0 else { return reader.say(Words.waiting) }
        let perSecond = rate >= 10 ? reader.number(Int(rate)) : String(Double(Int(rate * 10)) / 10)
        let time = NumberText.duration(.seconds(Double(left) / rate))
        return "\(perSecond)/s · " + reader.say(Words.timeLeft(time))
    }

    private enum Words {
        static let label = Phrase(
            pt: "Importação de pedidos", es: "Importación de pedidos", en: "Import of orders")
        static let notBegun = Phrase(pt: "Ainda não iniciada", es: "Aún no iniciada", en: "Not begun yet")
        static let surveying = Phrase(
            pt: "contando os pedidos da loja…", es: "contando los pedidos de la tienda…",
            en: "counting the store's orders…")
        static let stopped = Phrase(pt: "parada", es: "detenida", en: "stopped")
        static let waiting = Phrase(pt: "aguardando a vez", es: "esperando su turno", en: "waiting for its turn")
        static let upToDate = Phrase(pt: "em dia", es: "al día", en: "up to date")

        static func orders(_ count: String) -> Phrase {
            Phrase(pt: "\(count) pedidos", es: "\(count) pedidos", en: "\(count) orders")
        }
        static func of(_ done: String, _ all: String) -> Phrase {
            Phrase(pt: "\(done) de \(all) pedidos", es: "\(done) de \(all) pedidos", en: "\(done) of \(all) orders")
        }
        static func fresh(_ ago: String) -> Phrase {
            Phrase(pt: "em dia, visto \(ago)", es: "al día, visto \(ago)", en: "up to date, looked \(ago)")
        }
        static func timeLeft(_ time: String) -> Phrase {
            Phrase(pt: "faltam \(time)", es: "faltan \(time)", en: "\(time) left")
        }
        static func tenths(_ percent: Int, _ all: String) -> Phrase {
            Phrase(
                pt: "\(percent) por cento de \(all) pedidos importados",
                es: "\(percent) por ciento de \(all) pedidos importados",
                en: "\(percent) percent of \(all) orders imported")
        }
        static func finished(_ count: String) -> Phrase {
            Phrase(
                pt: "Importação concluída: \(count) pedidos", es: "Importación terminada: \(count) pedidos",
                en: "Import finished: \(count) orders")
        }
    }
}
