import Basics
import Commerce
import Operations
import Records
import Sync

/// How a connection hears of changes, for people and for programs.
enum LiveText {
    static func json(_ placed: PlacedConnection, _ standing: LiveStanding, language: Language) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", placed.connection.id.text)
            writer.member("account", placed.connection.account)
            writer.member("enabled", standing.state != nil)
            writer.member("mode", standing.mode.rawValue)
            writer.member("wanted", standing.state?.wanted.rawValue)
            writer.member("publicURL", standing.state?.publicURL)
            writer.member("startedAt", standing.state?.startedAt)
            writer.member("lastEventAt", standing.state?.lastEventAt)
            writer.member("waiting", standing.waiting)
            writer.array("findings") { writer in
                for finding in standing.findings {
                    writer.elementObject { writer in
                        writer.member("code", finding.code)
                        writer.member("since", finding.since)
                        writer.member("text", finding.explanation[language])
                        writer.member("remedy", finding.remedy?[language])
                    }
                }
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    static func lines(
        _ placed: PlacedConnection, _ standing: LiveStanding, language: Language, paint: Paint, width: Int
    ) -> [String] {
        let connection = placed.connection
        var lines = [
            paint.strong("\(connection.platform) · \(connection.account)") + "  " + way(standing)[language]
        ]
        if let last = standing.state?.lastEventAt {
            let told = Phrase(pt: "último aviso", es: "último aviso recibido", en: "last told")
            lines.append(paint.quiet("  " + told[language] + " ") + DateText.moment(last, in: language))
        }
        if standing.waiting > 0 {
            let count = NumberText.grouped(standing.waiting, in: language)
            let waiting = Phrase(
                pt: "\(count) pedidos a ler", es: "\(count) pedidos por leer", en: "\(count) orders to be read")
            lines.append("  " + waiting[language])
        }
        for finding in standing.findings {
            lines.append(paint.doubtful("!") + " " + finding.explanation[language] + paint.quiet(" (\(finding.code))"))
            if let remedy = finding.remedy {
                lines += TextWrap.lines("→ " + remedy[language], width: width, indent: 2)
            }
        }
        return lines
    }

    private static func way(_ standing: LiveStanding) -> Phrase {
        guard standing.state != nil else {
            return Phrase(
                pt: "avisos desligados; só a varredura", es: "avisos desactivados; solo el barrido",
                en: "telling is off; the sweep alone looks")
        }
        return switch standing.mode {
        case .hook: Phrase(pt: "a plataforma avisa (hook)", es: "la plataforma avisa (hook)", en: "by hook")
        case .feed:
            Phrase(pt: "pela fila da plataforma (feed)", es: "por la cola de la plataforma (feed)", en: "by feed")
        case .sweep: Phrase(pt: "só pela varredura", es: "solo por el barrido", en: "by sweep only")
        }
    }
}
