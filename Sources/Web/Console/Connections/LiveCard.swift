import Basics
import Operations
import Records
import Sync

/// How a connection hears of changes: the way in use, when something was last told, what is amiss.
struct LiveCard: Sendable {
    let way: Badge
    let told: String?
    let waiting: String?
    let isOn: Bool
    /// Whether it can be turned on: a connection that is stopped has to be resumed first.
    let isOffered: Bool
    let explanation: String
    let notices: [NoticeContent]
    let startPath: String
    let stopPath: String

    init(_ live: LiveStanding?, of connection: Connection, client: String, for reader: Reader) {
        let mode = live?.mode ?? .sweep
        isOn = live?.state != nil
        let isFallback = live?.state.map { $0.mode != $0.wanted } ?? false
        way = Badge(isFallback ? .warn : isOn ? .good : .quiet, reader.say(LiveWords.way(mode)))
        told = live?.state?.lastEventAt.map(reader.ago)
        waiting = live.flatMap { $0.waiting > 0 ? reader.say(LiveWords.waiting($0.waiting)) : nil }
        isOffered = connection.state == .active
        explanation = reader.say(isOn ? mode == .sweep ? LiveWords.waitingText : LiveWords.onText : LiveWords.offText)
        notices = (live?.findings ?? []).map { finding in
            let isNews = finding.code.hasSuffix("_recreated")
            return NoticeContent(
                Notice(
                    isNews ? .info : .warn, reader.say(finding.explanation), remedy: finding.remedy.map(reader.say)),
                for: reader)
        }
        let id = connection.id.text
        startPath = ConsolePath.connection(client, id, "events/start")
        stopPath = ConsolePath.connection(client, id, "events/stop")
    }
}

/// Words of hearing of changes.
enum LiveWords {
    static func way(_ mode: LiveMode) -> Phrase {
        switch mode {
        case .hook: Phrase(pt: "a plataforma avisa", es: "la plataforma avisa", en: "the platform tells")
        case .feed: Phrase(pt: "fila da plataforma", es: "cola de la plataforma", en: "the platform's queue")
        case .sweep: Phrase(pt: "só varredura", es: "solo barrido", en: "sweep only")
        }
    }

    static func waiting(_ count: Int) -> Phrase {
        count == 1
            ? Phrase(pt: "1 pedido a ler", es: "un pedido por leer", en: "1 order to be read")
            : Phrase(pt: "\(count) pedidos a ler", es: "\(count) pedidos por leer", en: "\(count) orders to be read")
    }

    static let onText = Phrase(
        pt: "Mudanças chegam em segundos. A varredura continua por trás e encontra o que a plataforma não contou.",
        es: "Los cambios llegan en segundos. El barrido sigue por detrás y encuentra lo que la plataforma no contó.",
        en: "Changes come within seconds. The sweep goes on behind and finds what the platform did not tell.")
    static let waitingText = Phrase(
        pt: "Ligado, mas a plataforma ainda não conta nada: até lá o Ponte compara as listas a cada minuto.",
        es: "Activado, pero la plataforma aún no cuenta nada: mientras tanto Ponte compara las listas cada minuto.",
        en: "It is on, but the platform does not tell yet: until it does, Ponte compares the lists every minute.")
    static let offText = Phrase(
        pt: "O Ponte compara as listas da plataforma a cada minuto. Ligue para saber de mudanças em segundos.",
        es: "Ponte compara las listas de la plataforma cada minuto. Actívelo para saber de cambios en segundos.",
        en: "Ponte compares the platform's lists every minute. Turn it on to hear of changes within seconds.")

    static let started = Phrase(
        pt: "Avisos ligados.", es: "Avisos activados.", en: "Telling of changes is on.")
    static let stopped = Phrase(
        pt: "Avisos desligados; a varredura continua.", es: "Avisos desactivados; el barrido sigue.",
        en: "Telling of changes is off; the sweep goes on.")

    /// The page that asks before another system's place is taken.
    static func takeOver(_ connection: Connection, client: String, for reader: Reader) -> ConfirmPage {
        ConfirmPage(
            heading: Phrase(
                pt: "Ocupar o lugar de outro sistema?", es: "¿Ocupar el lugar de otro sistema?",
                en: "Take another system's place?"),
            explanation: Phrase(
                pt: "Outro sistema já recebe os eventos desta chave. A plataforma só tem um lugar por chave: "
                    + "se o Ponte o ocupar, o outro deixa de receber.",
                es: "Otro sistema ya recibe los eventos de esta clave. La plataforma tiene un solo lugar por clave: "
                    + "si Ponte lo ocupa, el otro deja de recibir.",
                en: "Another system gets the events of this key already. The platform has one place for each key: "
                    + "if Ponte takes it, the other gets nothing any more."),
            points: [
                Phrase(
                    pt: "Melhor: faça uma chave só para o Ponte e troque-a na conexão.",
                    es: "Mejor: haga una clave solo para Ponte y cámbiela en la conexión.",
                    en: "Better: make a key for Ponte alone, and give it to the connection.")
            ],
            button: Phrase(pt: "Ocupar o lugar", es: "Ocupar su lugar", en: "Take the place"),
            action: ConsolePath.connection(client, connection.id.text, "events/take-over"),
            back: ConsolePath.connection(client, connection.id.text), isDangerous: true,
            crumbs: ConnectionDeeds.crumbs(connection, client: client, for: reader))
    }
}
