import Basics
import Commerce
import ConnectorKit
import Records
import Sync

/// What a sync did, for programs and for people.
enum SyncReportText {
    /// One object. `refused` counts answers of 429; `error` is there when the stream did not come to its end.
    static func json(
        _ report: StreamReport, of connection: Connection, error: (any ExplainedError)?, language: Language
    ) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("stream", report.stream.rawValue)
            writer.member("connection", connection.id.text)
            writer.member("account", connection.account)
            writer.member("complete", error == nil && report.refusal == nil)
            writer.member("fetched", report.fetched)
            writer.member("created", report.created)
            writer.member("changed", report.changed)
            writer.member("unchanged", report.unchanged)
            writer.member("stale", report.stale)
            writer.member("deleted", report.deleted)
            writer.member("known", report.known)
            writer.member("parked", report.parked)
            writer.member("parkedSlices", report.parkedSlices)
            writer.member("requests", report.requests)
            writer.member("refused", report.refused)
            writer.member("seconds", raw: Array(NumberText.seconds(report.duration).utf8))
            if let refusal = report.refusal {
                writer.object("refusal") { writer in
                    writer.member("code", refusal.code)
                    writer.member("message", refusal.explanation[language])
                    writer.member("remedy", refusal.remedy?[language])
                }
            }
            if let error {
                writer.object("error") { writer in
                    writer.member("code", error.code)
                    writer.member("message", error.text(in: language))
                }
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    static func lines(_ report: StreamReport, language: Language, paint: Paint) -> [String] {
        func number(_ value: Int) -> String { NumberText.grouped(value, in: language) }
        func counted(_ value: Int, _ one: String, _ many: String) -> String {
            number(value) + " " + (value == 1 ? one : many)
        }
        let (one, many) = StreamWords.read(report.stream)
        let counts = Phrase(
            pt: counted(report.fetched, one.portuguese, many.portuguese) + ": "
                + counted(report.created, "novo", "novos") + ", "
                + counted(report.changed, "alterado", "alterados") + ", "
                + counted(report.unchanged, "igual", "iguais"),
            es: counted(report.fetched, one.spanish, many.spanish) + ": "
                + counted(report.created, "nuevo", "nuevos") + ", "
                + counted(report.changed, "modificado", "modificados") + ", "
                + counted(report.unchanged, "igual", "iguales"),
            en: counted(report.fetched, one.english, many.english)
                + ": \(number(report.created)) new, \(number(report.changed)) changed, "
                + "\(number(report.unchanged)) unchanged")
        let gone = Phrase(
            pt: ", " + counted(report.deleted, "excluído", "excluídos"),
            es: ", " + counted(report.deleted, "eliminado", "eliminados"), en: ", \(number(report.deleted)) deleted")
        if let refusal = report.refusal { return refused(report.stream, refusal, language: language, paint: paint) }
        let effort = Phrase(
            pt: counted(report.requests, "requisição", "requisições") + ", "
                + counted(report.refused, "recusada", "recusadas"),
            es: counted(report.requests, "solicitud", "solicitudes") + ", "
                + counted(report.refused, "rechazada", "rechazadas"),
            en: counted(report.requests, "request", "requests") + ", \(number(report.refused)) refused")
        var lines = [
            paint.good("✓") + " " + counts[language] + (report.deleted > 0 ? gone[language] : ""),
            paint.quiet("  " + effort[language] + ", " + NumberText.duration(report.duration)),
        ]
        if report.parked + report.parkedSlices > 0 { lines.append(parked(report, language: language, paint: paint)) }
        return lines
    }

    /// The key lacks a right to the stream: what the platform said, and what to do.
    private static func refused(
        _ stream: StreamKind, _ refusal: StreamRefusal, language: Language, paint: Paint
    ) -> [String] {
        let name = StreamWords.name(stream)
        let text = Phrase(
            pt: "\(name.portuguese): falta um direito à chave. \(refusal.explanation.portuguese)",
            es: "\(name.spanish): a la clave le falta un derecho. \(refusal.explanation.spanish)",
            en: "\(name.english): the key lacks a right. \(refusal.explanation.english)")
        return [paint.doubtful("!") + " " + text[language]] + (refusal.remedy.map { ["  " + $0[language]] } ?? [])
    }

    private static func parked(_ report: StreamReport, language: Language, paint: Paint) -> String {
        let count = NumberText.grouped(report.parked, in: language)
        let windows = NumberText.grouped(report.parkedSlices, in: language)
        let text = Phrase(
            pt: "\(count) registros e \(windows) períodos não puderam ser lidos e serão tentados de novo. "
                + "Veja o motivo com: ponte connection show",
            es: "\(count) registros y \(windows) períodos no se pudieron leer y se intentarán otra vez. "
                + "Vea el motivo con: ponte connection show",
            en: "\(count) records and \(windows) windows could not be read and will be tried again. "
                + "See why with: ponte connection show")
        return paint.doubtful("!") + " " + text[language]
    }
}
