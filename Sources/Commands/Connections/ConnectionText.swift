import Basics
import Commerce
import ConnectorKit
import Hub
import Operations
import Records
import Sync

/// Connections and their streams, for people and for programs.
enum ConnectionText {
    static func state(_ state: Connection.State) -> Phrase {
        switch state {
        case .draft: Phrase(pt: "em configuração", es: "en configuración", en: "being set up")
        case .active: Phrase(pt: "ativa", es: "activa", en: "active")
        case .paused: Phrase(pt: "pausada", es: "en pausa", en: "paused")
        case .needsAttention: Phrase(pt: "precisa de atenção", es: "requiere atención", en: "needs attention")
        }
    }

    static func row(
        _ placed: PlacedConnection, _ standing: StreamStanding, language: Language, paint: Paint
    ) -> [Columns.Cell] {
        let connection = placed.connection
        let colour: @Sendable (String) -> String =
            switch connection.state {
            case .active: paint.good
            case .draft, .paused: paint.doubtful
            case .needsAttention: paint.bad
            }
        return [
            Columns.Cell(connection.id.text, paint: paint.quiet),
            Columns.Cell(placed.organization.name),
            Columns.Cell("\(connection.platform) · \(connection.account)", paint: paint.strong),
            Columns.Cell(state(connection.state)[language], paint: colour),
            Columns.Cell(NumberText.grouped(standing.stored, in: language)),
            Columns.Cell(phase(standing)[language], paint: paint.quiet),
        ]
    }

    /// Everything about one connection.
    static func lines(
        _ placed: PlacedConnection, _ standing: StreamStanding, language: Language, paint: Paint, width: Int
    ) -> [String] {
        let connection = placed.connection
        var lines = [paint.strong("\(connection.platform) · \(connection.account)")]
        var rows = [
            (Phrase(same: "id"), connection.id.text),
            (Phrase(pt: "cliente", es: "cliente", en: "organization"), placed.organization.name),
            (Phrase(pt: "endereço", es: "dirección", en: "address"), connection.baseURL),
            (Phrase(pt: "chave", es: "clave", en: "key"), connection.key),
            (Phrase(pt: "estado", es: "estado", en: "state"), state(connection.state)[language]),
            (
                Phrase(pt: "pedidos", es: "pedidos", en: "orders"),
                NumberText.grouped(standing.stored, in: language) + " · " + phase(standing)[language]
            ),
        ]
        if let swept = standing.state?.sweptUntil {
            rows.append(
                (
                    Phrase(pt: "em dia até", es: "al día hasta", en: "up to date until"),
                    DateText.moment(swept, in: language)
                ))
        }
        lines += Columns.lines(rows.map { [Columns.Cell($0.0[language], paint: paint.quiet), Columns.Cell($0.1)] })
        if case .needsAttention(let code, let reason, let remedy) = connection.state {
            lines += ["", paint.bad("✗") + " " + reason[language] + paint.quiet(" (\(code))")]
            if let remedy { lines += TextWrap.lines("→ " + remedy[language], width: width, indent: 2) }
        }
        return lines + troubles(standing, language: language, paint: paint, width: width)
    }

    private static func troubles(
        _ standing: StreamStanding, language: Language, paint: Paint, width: Int
    ) -> [String] {
        guard !standing.parkedOrders.isEmpty || !standing.parkedSlices.isEmpty else { return [] }
        let heading = Phrase(
            pt: "Ainda não lidos, serão tentados de novo:", es: "Aún no leídos, se intentarán otra vez:",
            en: "Not read yet, to be tried again:")
        let orders = standing.parkedOrders.map { "\($0.externalID): \($0.trouble.explanation[language])" }
        let slices = standing.parkedSlices.map {
            "\($0.from.iso8601) – \($0.until.iso8601): \($0.trouble.explanation[language])"
        }
        return ["", paint.doubtful("!") + " " + heading[language]]
            + (orders + slices).flatMap { TextWrap.lines("- " + $0, width: width, indent: 2) }
    }

    private static func phase(_ standing: StreamStanding) -> Phrase {
        guard let state = standing.state, state.isSurveyed else {
            return Phrase(pt: "ainda não sincronizada", es: "aún no sincronizada", en: "not synced yet")
        }
        if state.isPaused { return Phrase(pt: "fluxo pausado", es: "flujo en pausa", en: "stream paused") }
        return state.backfillDoneAt == nil
            ? Phrase(pt: "importando o passado", es: "importando el pasado", en: "importing the past")
            : Phrase(pt: "em dia", es: "al día", en: "up to date")
    }

    static func json(_ placed: PlacedConnection, _ standing: StreamStanding, language: Language) -> [UInt8] {
        let connection = placed.connection
        var writer = JSONWriter()
        writer.object { writer in
            writer.member("id", connection.id.text)
            writer.member("organizationId", placed.organization.id.text)
            writer.member("organization", placed.organization.name)
            writer.member("platform", connection.platform)
            writer.member("account", connection.account)
            writer.member("baseURL", connection.baseURL)
            writer.member("appKey", connection.key)
            writer.member("name", connection.name)
            writer.member("timeZone", connection.timeZone)
            writer.member("createdAt", connection.createdAt)
            switch connection.state {
            case .draft, .active, .paused: writer.member("state", connection.state.name)
            case .needsAttention(let code, let reason, let remedy):
                writer.member("state", "needs_attention")
                writer.member("code", code)
                writer.member("reason", reason[language])
                writer.member("remedy", remedy?[language])
            }
            writer.array("streams") { writer in
                writer.elementObject { stream(standing, to: &$0) }
            }
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    private static func stream(_ standing: StreamStanding, to writer: inout JSONWriter) {
        writer.member("stream", standing.stream.rawValue)
        writer.member("stored", standing.stored)
        writer.member("knownTotal", standing.state?.knownTotal.map(Int64.init))
        writer.member("backfillFrom", standing.state?.backfillFrom)
        writer.member("backfillDoneAt", standing.state?.backfillDoneAt)
        writer.member("sweptUntil", standing.state?.sweptUntil)
        writer.member("paused", standing.state?.isPaused ?? false)
        writer.member("parkedOrders", standing.parkedOrders.count)
        writer.member("parkedSlices", standing.parkedSlices.count)
    }
}
