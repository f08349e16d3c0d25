import Basics
import ConnectorKit
import Operations
import Records

/// The check of a connection's key as it happens, what came of it, and the way on: tick, correct, start.
package struct CheckPage: ConsolePage {
    package var connection: Connection
    /// Nil before the first check of this key.
    package var report: KeyCheckReport?
    package var guide: KeyGuide?

    package init(connection: Connection, report: KeyCheckReport?, guide: KeyGuide?) {
        self.connection = connection
        self.report = report
        self.guide = guide
    }

    package static let template = Template.check
    package static let words = WordList(CheckWords())

    package func title(for reader: Reader) -> String { reader.say(CheckWords.heading(connection.name)) }

    /// Whether answers may still come.
    package func isRunning(at now: Instant) -> Bool { report?.record.isRunning(at: now) ?? false }

    package func content(in frame: Frame) -> any Sendable {
        let reader = frame.reader.at(connection.timeZone)
        let client = frame.client?.id ?? ""
        let isRunning = isRunning(at: reader.now)
        func path(_ part: String) -> String { ConsolePath.connection(client, connection.id.text, part) }
        let canStart = connection.isDraft && report?.canBegin == true
        let verdict =
            report.map { CheckVerdict.notice($0, isDraft: connection.isDraft, for: reader) }
            ?? Notice(.info, reader.say(CheckWords.notChecked))
        let toChange = report.map { $0.matrix.missing + $0.matrix.excess } ?? []
        return Content(
            hasCrumbs: true,
            crumbs: [Crumb(reader.say(ConnectionsWords.heading), ConsolePath.connections(client))],
            heading: title(for: reader), account: ConnectionOverview.account(of: connection), key: connection.key,
            wizard: connection.isDraft ? WizardSteps(canStart ? .start : .check, for: reader) : nil,
            livePath: path("check/live"), checkPath: path("check"), isRunning: isRunning,
            verdict: NoticeContent(verdict, for: reader), spoken: verdict.text,
            progress: progress(isRunning, reader),
            when: report.map { reader.ago($0.record.finishedAt ?? $0.record.startedAt) },
            role: isRunning || toChange.isEmpty ? nil : guide.map { RoleGuideContent($0, for: reader) },
            start: canStart
                ? Start(estimate: EstimateContent(report?.estimate, for: reader), path: path("start")) : nil,
            notYet: connection.isDraft && !canStart && !isRunning ? reader.say(CheckWords.notYet) : nil,
            isDraft: connection.isDraft, isToCorrect: isToCorrect,
            correctPath: path(connection.isDraft ? "set-up" : "credential"), handInPath: path("hand-in"),
            discardPath: path("discard"), connectionPath: ConsolePath.connection(client, connection.id.text))
    }

    /// Whether asking again alone will not help.
    private var isToCorrect: Bool {
        guard let record = report?.record else { return false }
        return record.outcome == .refused || record.trouble?.code == "platform.wrong_account"
    }

    private func progress(_ isRunning: Bool, _ reader: Reader) -> Progress? {
        guard let report, report.record.outcome != .refused else { return nil }
        let shown = CheckProgress(report, isRunning: isRunning, for: reader)
        guard isRunning || shown.answered > 0 else { return nil }
        return Progress(
            count: shown.count, answered: shown.answered, total: shown.total, recipe: shown.recipe,
            needed: Lines(lines: shown.needed), others: Lines(lines: shown.others))
    }

    private struct Lines: Sendable { let lines: [CheckProgress.Line] }

    private struct Progress: Sendable {
        let count: String?
        let answered: Int
        let total: Int
        let recipe: String
        let needed: Lines
        let others: Lines
    }

    private struct Start: Sendable {
        let estimate: EstimateContent
        let path: String
    }

    private struct Content: Sendable {
        let hasCrumbs: Bool
        let crumbs: [Crumb]
        let heading: String
        let account: String
        let key: String
        let wizard: WizardSteps?
        let livePath: String
        let checkPath: String
        let isRunning: Bool
        let verdict: NoticeContent
        let spoken: String
        let progress: Progress?
        let when: String?
        let role: RoleGuideContent?
        let start: Start?
        let notYet: String?
        let isDraft: Bool
        let isToCorrect: Bool
        let correctPath: String
        let handInPath: String
        let discardPath: String
        let connectionPath: String
    }
}

struct CheckWords: PageWords {
    let needed = Phrase(pt: "O que a leitura precisa", es: "Lo que la lectura necesita", en: "What reading needs")
    let others = Phrase(
        pt: "O que não é preciso para começar", es: "Lo que no hace falta para comenzar",
        en: "What is not needed to start")
    let refresh = Phrase(pt: "Atualizar", es: "Actualizar", en: "Refresh")
    let checkedWhen = Phrase(pt: "Verificada", es: "Verificación:", en: "Checked")
    let again = Phrase(pt: "Verificar de novo", es: "Verificar otra vez", en: "Check again")
    let correct = Phrase(pt: "Corrigir conta ou chave", es: "Corregir cuenta o clave", en: "Correct account or key")
    let replace = Phrase(pt: "Trocar a chave", es: "Cambiar la clave", en: "Replace the key")
    let someoneElse = Phrase(
        pt: "Outra pessoa tem a chave", es: "Otra persona tiene la clave", en: "Somebody else has the key")
    let discard = Phrase(pt: "Descartar", es: "Descartar", en: "Discard")
    let back = Phrase(pt: "Voltar à conexão", es: "Volver a la conexión", en: "Back to the connection")
    let read = Phrase(pt: "O que será lido", es: "Qué se va a leer", en: "What will be read")
    let stream = Phrase(pt: "Fluxo", es: "Flujo", en: "Stream")
    let orders = Phrase(pt: "Pedidos", es: "Pedidos", en: "Orders")
    let amount = Phrase(pt: "Quantos", es: "Cuántos", en: "How many")
    let since = Phrase(pt: "Desde", es: "Desde el", en: "Since")
    let duration = Phrase(pt: "Quanto tempo", es: "Cuánto tiempo", en: "How long")
    let start = Phrase(pt: "Começar a ler", es: "Comenzar a leer", en: "Start reading")
    let startText = Phrase(
        pt: "O Ponte só lê: nada muda na loja. Você pode pausar quando quiser.",
        es: "Ponte solo lee: nada cambia en la tienda. Usted puede pausar cuando quiera.",
        en: "Ponte only reads: nothing changes in the store. You can pause at any time.")

    static let notChecked = Phrase(
        pt: "Esta chave ainda não foi verificada.", es: "Esta clave aún no se verificó.",
        en: "This key was not checked yet.")
    static let notYet = Phrase(
        pt: "O botão para começar aparece aqui quando a chave puder listar e ler pedidos.",
        es: "El botón para comenzar aparece aquí cuando la clave pueda listar y leer pedidos.",
        en: "The button to start shows here once the key can list and read orders.")

    static func heading(_ name: String) -> Phrase {
        Phrase(pt: "Verificação da chave: \(name)", es: "Verificación de la clave: \(name)", en: "Key check: \(name)")
    }
}
