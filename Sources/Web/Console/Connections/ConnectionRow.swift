import Basics
import Records

/// A connection in a list, with what is to be done about it.
struct ConnectionRow: Sendable {
    let path: String
    let name: String
    let account: String
    let state: Badge
    /// Nil for a draft: there is nothing to read yet.
    let progress: StreamProgress?
    /// What is left to do for a draft; nil for all others.
    let left: String?
    let goOn: String
    let attention: NoticeContent?
    let parked: String?
    let quota: String?

    init(_ overview: ConnectionOverview, client: String, for reader: Reader) {
        let connection = overview.connection
        path = ConsolePath.connection(client, connection.id.text)
        name = connection.name
        account = overview.account
        state = Badge(connection.state, for: reader)
        progress = connection.isDraft ? nil : StreamProgress(overview, for: reader)
        left = connection.isDraft ? reader.say(Self.left(connection)) : nil
        goOn = reader.say(Phrase(pt: "Continuar", es: "Continuar", en: "Continue"))
        attention = Self.attention(connection.state, for: reader).map { NoticeContent($0, for: reader) }
        parked = Self.parked(overview, for: reader)
        quota = overview.quota.map { QuotaText.line($0, for: reader) }
    }

    private static func left(_ draft: Connection) -> Phrase {
        draft.hasCredential
            ? Phrase(
                pt: "Falta verificar a chave e começar a leitura.",
                es: "Falta verificar la clave y comenzar la lectura.",
                en: "What is left: check the key, and start reading.")
            : Phrase(
                pt: "Falta a chave da loja.", es: "Falta la clave de la tienda.", en: "What is left: the store's key.")
    }

    /// What stopped a connection, and the way on. Nil when nothing did.
    static func attention(_ state: Connection.State, for reader: Reader) -> Notice? {
        guard case .needsAttention(_, let reason, let remedy) = state else { return nil }
        return Notice(.bad, reader.say(reason), remedy: remedy.map(reader.say))
    }

    private static func parked(_ overview: ConnectionOverview, for reader: Reader) -> String? {
        let count = overview.parkedOrders + overview.parkedWindows
        guard count > 0 else { return nil }
        let number = reader.number(count)
        let phrase =
            count == 1
            ? Phrase(
                pt: "1 leitura falhou e será tentada de novo", es: "Una lectura falló y se intentará otra vez",
                en: "1 read failed and will be tried again")
            : Phrase(
                pt: "\(number) leituras falharam e serão tentadas de novo",
                es: "\(number) lecturas fallaron y se intentarán otra vez",
                en: "\(number) reads failed and will be tried again")
        return reader.say(phrase)
    }
}

/// What is said of a quota.
enum QuotaText {
    static func line(_ quota: QuotaUse, for reader: Reader) -> String {
        if let until = quota.stoppedUntil, until > reader.now {
            let when = reader.ahead(until)
            return reader.say(
                Phrase(
                    pt: "a plataforma pediu uma pausa; volta \(when)",
                    es: "la plataforma pidió una pausa; vuelve \(when)",
                    en: "the platform asked for a pause; back \(when)"))
        }
        let used = reader.number(quota.usedPerMinute)
        let limit = reader.number(quota.limitPerMinute)
        if quota.isSharedByNodes {
            return reader.say(
                Phrase(
                    pt: "\(used) requisições no último minuto por este nó; a plataforma aceita \(limit)",
                    es: "\(used) solicitudes en el último minuto desde este nodo; la plataforma acepta \(limit)",
                    en: "\(used) requests in the last minute by this node; the platform takes \(limit)"))
        }
        return reader.say(
            Phrase(
                pt: "\(used) requisições no último minuto; a plataforma aceita \(limit)",
                es: "\(used) solicitudes en el último minuto; la plataforma acepta \(limit)",
                en: "\(used) requests in the last minute; the platform takes \(limit)"))
    }
}
