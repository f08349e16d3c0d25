import Basics

/// What goes wrong at the moment, how often it did, and a form for more.
struct FaultsPage: AdminPage {
    struct Words: Sendable {
        let intro = Phrase(
            pt:
                "Para ver como um integrador se comporta quando a plataforma falha. Valem para todas as contas do sandbox, nunca para estas telas.",
            es:
                "Para ver cómo se comporta un integrador cuando la plataforma falla. Valen para todas las cuentas del sandbox, nunca para estas pantallas.",
            en:
                "To see how an integrator behaves when the platform fails. They hold for all accounts of the sandbox, never for these screens."
        )
        let on = Phrase(pt: "Ligadas", es: "Activadas", en: "Switched on")
        let none = Phrase(pt: "Nenhuma falha ligada.", es: "Ninguna falla activada.", en: "No fault is switched on.")
        let kind = Phrase(pt: "Falha", es: "Falla", en: "Fault")
        let rate = Phrase(pt: "Taxa", es: "Tasa", en: "Rate")
        let reach = Phrase(pt: "Onde", es: "Dónde", en: "Where")
        let until = Phrase(pt: "Até", es: "Hasta", en: "Until")
        let injected = Phrase(pt: "Injetadas", es: "Inyectadas", en: "Injected")
        let off = Phrase(pt: "Desligar", es: "Desactivar", en: "Switch off")
        let new = Phrase(pt: "Ligar uma falha", es: "Activar una falla", en: "Switch a fault on")
        let percent = Phrase(
            pt: "De cada 100 requisições, quantas", es: "De cada 100 solicitudes, cuántas",
            en: "Out of 100 requests, how many")
        let percentWrong = Phrase(
            pt: "Um número acima de 0 e até 100.", es: "Un número mayor que 0 y hasta 100.",
            en: "A number above 0 and up to 100.")
        let seconds = Phrase(
            pt: "Por quantos segundos (vazio: até desligar)", es: "Por cuántos segundos (vacío: hasta desactivar)",
            en: "For how many seconds (empty: until switched off)")
        let secondsWrong = Phrase(
            pt: "Um número inteiro de 1 a 86400, ou nada.", es: "Un número entero de 1 a 86400, o nada.",
            en: "A whole number from 1 to 86400, or nothing.")
        let path = Phrase(
            pt: "Só em caminhos que contêm (vazio: todos)", es: "Solo en rutas que contienen (vacío: todas)",
            en: "Only on paths that contain (empty: all)")
        let turnOn = Phrase(pt: "Ligar", es: "Activar", en: "Switch on")
        let counts = Phrase(pt: "Contadores", es: "Contadores", en: "Counts")
        let total = Phrase(pt: "Total injetado", es: "Total inyectado", en: "Injected in total")
        let reset = Phrase(
            pt: "Desligar tudo e zerar", es: "Desactivar todo y poner en cero", en: "Switch all off and set to zero")
        let everywhere = Phrase(pt: "todos os caminhos", es: "todas las rutas", en: "all paths")
        let noEnd = Phrase(pt: "até desligar", es: "hasta desactivar", en: "until switched off")
        let over = Phrase(pt: "encerrada", es: "terminada", en: "over")
    }

    struct Rule: Sendable {
        let id: Int
        let kindText: String
        let rateText: String
        let reach: String?
        let until: String?
        let isOver: Bool
        let times: String
    }

    struct Kind: Sendable {
        let raw: String
        let kindText: String
        let isChosen: Bool
        let times: String
        let hasHappened: Bool
    }

    static let template = "faults"
    let words = Words()
    let heading = Phrase(pt: "Falhas", es: "Fallas", en: "Faults")
    let rules: [Rule]
    let isQuiet: Bool
    let kinds: [Kind]
    let total: String
    let percent: String
    let percentIsWrong: Bool
    let seconds: String
    let secondsAreWrong: Bool
    let path: String

    init(_ visit: Visit, draft: FaultDraft, isSent: Bool = false) {
        let language = visit.language
        let injected = visit.world.faults.injected()
        rules = visit.world.faults.rules().map { rule in
            Rule(
                id: rule.id, kindText: Self.text(rule.kind)[language], rateText: Self.percent(rule.rate, language),
                reach: rule.path, until: rule.until.map(Shown.moment),
                isOver: rule.until.map { $0 <= visit.now } ?? false, times: Shown.number(rule.injected, language))
        }
        isQuiet = rules.isEmpty
        kinds = FaultKind.allCases.map { kind in
            let times = injected[kind] ?? 0
            return Kind(
                raw: kind.rawValue, kindText: Self.text(kind)[language], isChosen: kind.rawValue == draft.kind,
                times: Shown.number(times, language), hasHappened: times > 0)
        }
        total = Shown.number(injected.values.reduce(0, +), language)
        percent = draft.percent
        percentIsWrong = isSent && draft.percentIsWrong
        seconds = draft.seconds
        secondsAreWrong = isSent && draft.secondsAreWrong
        path = draft.path
    }

    private static func percent(_ rate: Double, _ language: Language) -> String {
        let hundredths = Int((rate * 10_000).rounded())
        let text = hundredths.isMultiple(of: 100) ? "\(hundredths / 100)" : Decimals.text(hundredths: Int64(hundredths))
        return (language == .english ? text : text.replacing(".", with: ",")) + "\u{a0}%"
    }

    private static func text(_ kind: FaultKind) -> Phrase {
        switch kind {
        case .tooManyRequests:
            Phrase(pt: "429: limite de requisições", es: "429: límite de solicitudes", en: "429: too many requests")
        case .serverError: Phrase(pt: "500: erro do servidor", es: "500: error del servidor", en: "500: server error")
        case .unavailable: Phrase(pt: "503: indisponível", es: "503: no disponible", en: "503: unavailable")
        case .unknown:
            Phrase(pt: "404: pedido desconhecido", es: "404: pedido desconocido", en: "404: unknown order")
        case .slow: Phrase(pt: "Resposta lenta (2 s)", es: "Respuesta lenta (2 s)", en: "Slow answer (2 s)")
        case .cut: Phrase(pt: "Conexão cortada", es: "Conexión cortada", en: "Connection cut")
        case .cutBody:
            Phrase(pt: "Resposta cortada ao meio", es: "Respuesta cortada a la mitad", en: "Answer cut in the middle")
        case .emptyPage: Phrase(pt: "Página vazia na lista", es: "Página vacía en la lista", en: "Empty list page")
        case .malformedJSON: Phrase(pt: "JSON quebrado", es: "JSON roto", en: "Broken JSON")
        case .wrongTypes: Phrase(pt: "Tipos errados", es: "Tipos equivocados", en: "Wrong types")
        case .hugeNumbers: Phrase(pt: "Números enormes", es: "Números enormes", en: "Huge numbers")
        case .bigBody: Phrase(pt: "Resposta de 10 MB", es: "Respuesta de 10 MB", en: "Answer of 10 MB")
        case .lostEvent: Phrase(pt: "Evento perdido", es: "Evento que no llega", en: "Event lost")
        case .duplicateEvent: Phrase(pt: "Evento em dobro", es: "Evento duplicado", en: "Event twice")
        case .reorderedEvent: Phrase(pt: "Evento fora de ordem", es: "Evento fuera de orden", en: "Event out of order")
        }
    }
}
