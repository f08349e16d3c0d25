import Basics
import ConnectorKit
import Hub
import Journal
import Logging
import Sandbox
import Storage
import Sync

/// What a newcomer sees, in order: a store, its key, its orders, its life.
struct DemoTour: Sendable {
    let place: DemoPlace
    let configuration: HubConfiguration
    let orders: Int
    let pace: Double
    let screen: Screen
    let language: Language

    /// How often the store is asked for news.
    private static let interval: Duration = .seconds(3)

    /// Goes on until the task is cancelled.
    func run() async throws {
        let known = try DemoState.load(from: place.state)
        var state = known ?? .first
        let logger = Logger.toStandardError(configuration.logLevel)
        let server = try SandboxServer(
            configuration: SandboxConfiguration(
                port: state.port, seed: state.seed, orders: orders, credentialsFile: place.credentials, pace: pace),
            clock: SystemClock(), logger: .ofSandbox(configuration.logLevel))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            state.port = try await server.port()
            try state.save(to: place.state)
            group.addTask { [isNew = known == nil] in
                let credentials = try DemoCredentials(file: place.credentials)
                try await HubServices.withOpen(configuration, logger: logger) { hub in
                    try await tour(hub, credentials, isNew: isNew)
                }
            }
            // Whichever ends first ends both: the store by failing, the tour by being cancelled.
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func tour(_ hub: HubServices, _ credentials: DemoCredentials, isNew: Bool) async throws {
        try heading(
            1,
            isNew
                ? Phrase(
                    pt: "Uma loja VTEX nesta máquina", es: "Una tienda VTEX en esta máquina",
                    en: "A VTEX store on this machine")
                : Phrase(
                    pt: "A mesma loja da outra vez", es: "La misma tienda de la otra vez",
                    en: "The same store as last time"))
        try screen.say("  " + credentials.baseURL)
        try heading(
            2,
            Phrase(
                pt: "O que a chave pode fazer (ponte check)", es: "Qué puede hacer la clave (ponte check)",
                en: "What the key may do (ponte check)"))
        try CheckReport.show(
            try await hub.platforms.check(credentials.pasted, platform: "vtex", recipe: nil), platform: "vtex")
        try heading(
            3,
            Phrase(
                pt: "Todos os pedidos para o banco de dados (ponte sync)",
                es: "Todos los pedidos a la base de datos (ponte sync)",
                en: "All orders into the database (ponte sync)"))
        let placed = try await hub.ensureConnection(
            HubServices.WantedStore(platform: "vtex", pasted: credentials.pasted, organization: "Loja Demo"),
            by: Actor("cli:demo"))
        let display = ProgressDisplay(screen: screen, language: language)
        let report = try await SyncWatch(run: try await hub.syncRun(placed, stream: .orders), display: display)
            .complete()
        for line in SyncReportText.lines(report, language: language, paint: screen.output.paint) {
            try screen.say(line)
        }
        try heading(
            4,
            Phrase(
                pt: "Ao vivo: pedidos que nascem e avançam (Ctrl-C encerra)",
                es: "En vivo: pedidos que nacen y avanzan (Ctrl-C termina)",
                en: "Live: orders that appear and move (Ctrl-C ends it)"))
        try await follow(placed, hub)
    }

    private func follow(_ placed: PlacedConnection, _ hub: HubServices) async throws {
        let news = try await LiveChanges(hub: hub, organizations: [placed.organization])
        let run = try await hub.syncRun(placed, stream: .orders)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await run.follow(every: Self.interval) }
            group.addTask { try await news.tell(as: .line, on: screen, language: language) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// What is left behind and how to go on.
    func farewell() throws {
        let database = configuration.database?.engine == .sqlite ? "sqlite://" + place.database : "…"
        let lines = Phrase(
            pt: "Tudo parado. Os dados estão em \(place.folder); outra vez continua deles.\nExperimente:",
            es: "Todo detenido. Los datos están en \(place.folder); otra vez continúa con ellos.\nPruebe:",
            en: "All stopped. The data is in \(place.folder); another run carries on with it.\nTry:")
        try screen.say("\n" + lines[language])
        for command in [
            "ponte demo", "ponte connection totals lojademo --database \(database)",
            "ponte export orders --format csv --database \(database)", "ponte audit verify --database \(database)",
        ] { try screen.say("  " + screen.output.paint.strong(command)) }
    }

    private func heading(_ number: Int, _ phrase: Phrase) throws {
        try screen.say((number == 1 ? "" : "\n") + screen.output.paint.strong("\(number)  " + phrase[language]))
    }
}
