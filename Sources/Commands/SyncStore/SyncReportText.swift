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
            writer.member("complete", error == nil)
            writer.member("fetched", report.fetched)
            writer.member("created", report.created)
            writer.member("changed", report.changed)
            writer.member("unchanged", report.unchanged)
            writer.member("stale", report.stale)
            writer.member("known", report.known)
            writer.member("parked", report.parked)
            writer.member("parkedSlices", report.parkedSlices)
            writer.member("requests", report.requests)
            writer.member("refused", report.refused)
            writer.member("seconds", raw: Array(NumberText.seconds(report.duration).utf8))
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
        let counts = Phrase(
            pt: counted(report.fetched, "pedido lido", "pedidos lidos") + ": "
                + counted(report.created, "novo", "novos") + ", "
                + counted(report.changed, "alterado", "alterados") + ", "
                + counted(report.unchanged, "igual", "iguais"),
            es: counted(report.fetched, "pedido leído", "pedidos leídos") + ": "
                + counted(report.created, "nuevo", "nuevos") + ", "
                + counted(report.changed, "modificado", "modificados") + ", "
                + counted(report.unchanged, "igual", "iguales"),
            en: counted(report.fetched, "order read", "orders read")
                + ": \(number(report.created)) new, \(number(report.changed)) changed, "
                + "\(number(report.unchanged)) unchanged")
        let effort = Phrase(
            pt: counted(report.requests, "requisição", "requisições") + ", "
                + counted(report.refused, "recusada", "recusadas"),
            es: counted(report.requests, "solicitud", "solicitudes") + ", "
                + counted(report.refused, "rechazada", "rechazadas"),
            en: counted(report.requests, "request", "requests") + ", \(number(report.refused)) refused")
        var lines = [
            paint.good("✓") + " " + counts[language],
            paint.quiet("  " + effort[language] + ", " + NumberText.duration(report.duration)),
        ]
        if report.parked + report.parkedSlices > 0 { lines.append(parked(report, language: language, paint: paint)) }
        return lines
    }

    private static func parked(_ report: StreamReport, language: Language, paint: Paint) -> String {
        let count = NumberText.grouped(report.parked, in: language)
        let windows = NumberText.grouped(report.parkedSlices, in: language)
        let text = Phrase(
            pt: "\(count) pedidos e \(windows) períodos não puderam ser lidos e serão tentados de novo. "
                + "Veja o motivo com: ponte connection show",
            es: "\(count) pedidos y \(windows) períodos no se pudieron leer y se intentarán otra vez. "
                + "Vea el motivo con: ponte connection show",
            en: "\(count) orders and \(windows) windows could not be read and will be tried again. "
                + "See why with: ponte connection show")
        return paint.doubtful("!") + " " + text[language]
    }
}
