import Basics
import Commerce
import ConnectorKit
import Operations
import Records
import Sync

/// A reconciliation as the terminal shows it: what agreed in one line, and every day that did not.
struct ReconciliationText {
    let run: Reconciliation
    let statement: Statement
    let language: Language

    // MARK: For people

    func lines(paint: Paint) -> [String] {
        var lines: [String] = []
        let days = statement.lines.count
        let compared = statement.lines.filter { $0.there != nil }
        let (there, here) = (compared.reduce(0) { $0 + ($1.there ?? 0) }, compared.reduce(0) { $0 + $1.here })
        if let from = run.span.from, let until = run.span.until {
            let counts =
                compared.isEmpty
                ? Phrase(pt: "não conferido", es: "no conciliado", en: "not compared")
                : Phrase(
                    pt: "\(number(there)) pedidos lá, \(number(here)) aqui",
                    es: "\(number(there)) pedidos allá, \(number(here)) acá",
                    en: "\(number(there)) orders there, \(number(here)) here")
            lines.append(
                paint.strong(
                    Phrase(
                        pt: "\(day(from)) a \(day(until)): \(counts.portuguese)",
                        es: "\(day(from)) a \(day(until)): \(counts.spanish)",
                        en: "\(day(from)) to \(day(until)): \(counts.english)"
                    )[language]))
        }
        let equal = statement.lines.count { $0.verdict == .equal }
        lines.append(
            Phrase(
                pt: "\(number(equal)) de \(number(days)) dias iguais; \(number(run.sampled)) pedidos lidos por inteiro",
                es: "\(number(equal)) de \(number(days)) días iguales; \(number(run.sampled)) pedidos leídos enteros",
                en: "\(number(equal)) of \(number(days)) days the same; \(number(run.sampled)) orders read in full"
            )[language])
        for line in statement.lines.reversed() where line.verdict != .equal { lines.append(self.line(line)) }
        for difference in statement.differences.reversed() { lines.append("  " + self.line(difference)) }
        if run.beyond > 0 {
            lines.append(
                Phrase(
                    pt: "Além do alcance da plataforma: \(number(run.beyond)) pedidos, que não há como conferir.",
                    es:
                        "Más allá del alcance de la plataforma: \(number(run.beyond)) pedidos, imposibles de conciliar.",
                    en: "Beyond the platform's reach: \(number(run.beyond)) orders, which nothing can be held against."
                )[language])
        }
        return lines
    }

    private func line(_ line: StatementLine) -> String {
        let date = day(line.day)
        if let trouble = line.trouble {
            return Phrase(
                pt: "\(date): não deu para conferir. \(trouble.explanation.portuguese)",
                es: "\(date): no se pudo conciliar. \(trouble.explanation.spanish)",
                en: "\(date): could not be compared. \(trouble.explanation.english)")[language]
        }
        guard let there = line.there else {
            return Phrase(
                pt: "\(date): \(number(line.here)) aqui, além do alcance da plataforma",
                es: "\(date): \(number(line.here)) acá, más allá del alcance de la plataforma",
                en: "\(date): \(number(line.here)) here, beyond the platform's reach")[language]
        }
        let (differences, repaired) = (number(line.differences), number(line.repaired))
        return Phrase(
            pt:
                "\(date): \(number(there)) lá, \(number(line.here)) aqui; diferenças: \(differences), corrigidas: \(repaired)",
            es:
                "\(date): \(number(there)) allá, \(number(line.here)) acá; diferencias: \(differences), corregidas: \(repaired)",
            en:
                "\(date): \(number(there)) there, \(number(line.here)) here; differences: \(differences), put right: \(repaired)"
        )[language]
    }

    private func line(_ difference: NamedDifference) -> String {
        let deed = DifferenceText.outcome(difference.outcome)[language]
        let reason = difference.trouble.map { " (\($0.explanation[language]))" } ?? ""
        return "\(difference.externalID): \(DifferenceText.kind(difference.kind)[language]); \(deed)\(reason)"
    }

    private func day(_ date: CivilDate) -> String { DateText.day(date.description, in: language) }
    private func number(_ number: Int) -> String { NumberText.grouped(number, in: language) }

    // MARK: For programs

    /// One line for each day, one for each difference, and the whole last.
    func json(of connection: Connection) -> [[UInt8]] {
        var all = statement.lines.reversed().map { line in
            Self.object { writer in
                writer.member("day", line.day.description)
                writer.member("stream", line.stream.rawValue)
                writer.member("there", line.there.map(Int64.init))
                writer.member("here", line.here)
                writer.member("verdict", line.verdict.rawValue)
                writer.member("differences", line.differences)
                writer.member("repaired", line.repaired)
                writer.member("reason", line.trouble?.explanation[language])
            }
        }
        all += statement.differences.reversed().map { difference in
            Self.object { writer in
                writer.member("difference", difference.kind.rawValue)
                writer.member("externalId", difference.externalID)
                writer.member("day", difference.day.description)
                writer.member("outcome", difference.outcome.rawValue)
                writer.member("reason", difference.trouble?.explanation[language])
            }
        }
        all.append(
            Self.object { writer in
                writer.member("reconciliation", run.id.text)
                writer.member("connection", connection.id.text)
                writer.member("from", run.span.from?.description)
                writer.member("until", run.span.until?.description)
                writer.member("timeZone", run.timeZone)
                writer.member("verdict", run.verdict?.rawValue)
                writer.member("requests", run.requests)
                writer.member("sampled", run.sampled)
                writer.member("beyond", run.beyond)
            })
        return all
    }

    private static func object(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
        var writer = JSONWriter()
        writer.object(body)
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
