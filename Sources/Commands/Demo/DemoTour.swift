import Basics
import ConnectorKit
import Hub
import Journal
import Logging
import Operations
import Sandbox
import Storage
import Sync

/// What a newcomer sees, in order: a store, its key, its data, its life.
struct DemoTour: Sendable {
    let place: DemoPlace
    let configuration: HubConfiguration
    let orders: Int
    let pace: Double
    let screen: Screen
    let language: Language

    private static let seed: UInt64 = 20_261_122
    /// How often the store is asked for news.
    private static let interval: Duration = .seconds(3)
    /// How often everything but the orders is looked through again.
    private static let longInterval: Duration = .seconds(60)

    /// Goes on until the task is cancelled.
    func run() async throws {
        let known = try DemoState.load(from: place.state)
        let logger = Logger.toStandardError(configuration.logLevel)
        let server = try SandboxServer(
            configuration: SandboxConfiguration(
                port: known?.port ?? 0, seed: Self.seed, orders: orders, credentialsFile: place.credentials,
                stateFile: place.store, pace: pace),
            clock: SystemClock(), logger: .ofSandbox(configuration.logLevel))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await server.run() }
            try DemoState(port: try await Self.port(of: server)).save(to: place.state)
            group.addTask {
                let credentials = try DemoCredentials(file: place.credentials)
                try await Services.withOpen(configuration, logger: logger) { hub in
                    try await tour(hub, credentials, isNew: !server.carriesOn)
                }
            }
            // Whichever ends first ends both: the store by failing, the tour by being cancelled.
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private static func port(of server: SandboxServer) async throws -> Int {
        do {
            return try await server.port()
        } catch SandboxError.portTaken(let port) {
            throw CommandError.demoPortTaken(port)
        }
    }

    private func tour(_ hub: Services, _ credentials: DemoCredentials, isNew: Bool) async throws {
        try heading(
            1,
            isNew
                ? Phrase(
                    pt: "Uma loja VTEX nesta máquina", es: "Una tienda VTEX en esta máquina",
                    en: "A VTEX store on this machine")
                : Phrase(
                    pt: "Continuando: a mesma loja da outra vez, com seus pedidos e chaves",
                    es: "Continuamos: la misma tienda de la otra vez, con sus pedidos y claves",
                    en: "Carrying on: the same store as last time, with its orders and keys"))
        try screen.say("  " + credentials.baseURL)
        try screen.say(SandboxPages.text(of: credentials.server, in: language))
        try heading(
            2,
            Phrase(
                pt: "O que a chave pode fazer (ponte check)", es: "Qué puede hacer la clave (ponte check)",
                en: "What the key may do (ponte check)"))
        try CheckReport.show(
            try await hub.platforms.check(credentials.pasted, platform: "vtex", recipe: "store"), platform: "vtex")
        try heading(
            3,
            isNew
                ? Phrase(
                    pt: "A loja inteira para o banco de dados (ponte sync)",
                    es: "La tienda entera a la base de datos (ponte sync)",
                    en: "The whole store into the database (ponte sync)")
                : Phrase(
                    pt: "Só o que falta e o que mudou desde a última vez (ponte sync)",
                    es: "Solo lo que falta y lo que cambió desde la última vez (ponte sync)",
                    en: "Only what is missing and what has changed since last time (ponte sync)"))
        let placed = try await hub.ensureConnection(
            Services.WantedStore(platform: "vtex", pasted: credentials.pasted, organization: "Loja Demo"),
            by: Actor("cli:demo"))
        let display = ProgressDisplay(screen: screen, language: language)
        for stream in hub.streams(of: placed.connection) {
            let run = try await hub.syncRun(placed, stream: stream)
            let report = try await SyncWatch(run: run, display: display).complete()
            for line in SyncReportText.lines(report, language: language, paint: screen.output.paint) {
                try screen.say(line)
            }
        }
        try heading(
            4,
            Phrase(
                pt: "O painel, no navegador (ponte serve)", es: "El panel, en el navegador (ponte serve)",
                en: "The console, in a browser (ponte serve)"))
        let console = DemoConsole(
            services: hub, place: place, settings: configuration.web, screen: screen, language: language,
            logger: .toStandardError(configuration.logLevel))
        try await console.serving {
            try heading(
                5,
                Phrase(
                    pt: "Ao vivo: pedidos que nascem e avançam (Ctrl-C encerra)",
                    es: "En vivo: pedidos que nacen y avanzan (Ctrl-C termina)",
                    en: "Live: orders that appear and move (Ctrl-C ends it)"))
            try await follow(placed, hub)
        }
    }

    private func follow(_ placed: PlacedConnection, _ hub: Services) async throws {
        let news = try await LiveChanges(hub: hub, organizations: [placed.organization])
        try await withThrowingTaskGroup(of: Void.self) { group in
            for stream in hub.streams(of: placed.connection) {
                let run = try await hub.syncRun(placed, stream: stream)
                let interval = stream == .orders ? Self.interval : Self.longInterval
                group.addTask { try await run.follow(every: interval) }
            }
            group.addTask { try await news.tell(as: .line, on: screen, language: language) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    private func heading(_ number: Int, _ phrase: Phrase) throws {
        try screen.say((number == 1 ? "" : "\n") + screen.output.paint.strong("\(number)  " + phrase[language]))
    }
}
