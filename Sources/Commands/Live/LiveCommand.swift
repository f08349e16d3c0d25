import ArgumentParser
import Basics
import Hub
import Operations
import Records

/// `ponte live`: whether and how platforms tell of changes by themselves.
struct LiveCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "live",
            Phrase(
                pt: "Liga e mostra os avisos de mudanças das plataformas.",
                es: "Activa y muestra los avisos de cambios de las plataformas.",
                en: "Turn the platforms' telling of changes on, and show it."),
            examples: ["ponte live on --account \(ExampleWords.store) --public-url \(ExampleWords.publicURL)"],
            subcommands: [LiveOnCommand.self, LiveOffCommand.self, LiveStatusCommand.self])
    }
}

/// Which connection, and how to answer.
struct LiveTarget: ParsableArguments {
    @Option(
        help: .said(
            pt: "Conta, nome ou id da conexão.", es: "Cuenta, nombre o id de la conexión.",
            en: "Account, name or id of the connection.", value: "account"))
    var account: String

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    /// Opens the installation, does the deed, and shows how the connection hears of changes then.
    func show(_ deed: @Sendable (Services, PlacedConnection) async throws -> LiveStanding) async throws {
        let surroundings = Surroundings.current
        let screen = surroundings.screen
        let (account, name, json) = (account, organization.organization, answer.json)
        try await database.withHub { hub in
            let placed = try await ConnectionChoice.one(account, organization: name, in: hub)
            let standing = try await deed(hub, placed)
            if json { return try screen.emit(LiveText.json(placed, standing, language: surroundings.language)) }
            let lines = LiveText.lines(
                placed, standing, language: surroundings.language, paint: screen.output.paint,
                width: min(100, screen.output.width))
            for line in lines { try screen.say(line) }
        }
    }
}

/// `ponte live on`.
struct LiveOnCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "on",
            Phrase(
                pt: "Liga os avisos: por hook com um endereço público, senão pela fila da plataforma.",
                es: "Activa los avisos: por hook con una dirección pública, si no por la cola de la plataforma.",
                en: "Turn it on: by hook with a public address, else by the platform's queue."),
            examples: [
                "ponte live on --account \(ExampleWords.store)",
                "ponte live on --account \(ExampleWords.store) --public-url \(ExampleWords.publicURL)",
            ])
    }

    @OptionGroup var target: LiveTarget

    @Option(
        name: .customLong("public-url"),
        help: .said(
            pt: "Onde a plataforma alcança este servidor; ponte serve precisa estar no ar. Sem ela, PONTE_PUBLIC_URL.",
            es:
                "Dónde la plataforma alcanza este servidor; ponte serve debe estar en marcha. Sin ella, PONTE_PUBLIC_URL.",
            en: "Where the platform reaches this server; ponte serve has to run. Without it, PONTE_PUBLIC_URL.",
            value: "url"))
    var publicURL: String?

    @Flag(
        name: .customLong("take-over"),
        help: .said(
            pt: "Ocupa o lugar de outro sistema que use a mesma chave; ele deixa de receber.",
            es: "Ocupa el lugar de otro sistema que use la misma clave; ese deja de recibir.",
            en: "Take the place of another system with the same key; that one gets nothing any more."))
    var takesOver = false

    func run() async throws {
        let given = publicURL ?? Surroundings.current.environment["PONTE_PUBLIC_URL"]
        let url = given.flatMap { $0.isEmpty ? nil : $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
        let (isAsked, takesOver) = (publicURL != nil, takesOver)
        try await target.show { hub, placed in
            // Whoever names an address wants a hook, and hears why there can be none.
            if isAsked, let url, !Services.canReach(url, from: placed.connection) {
                throw CommandError.wrongValue("--public-url", Phrase(same: "https://ponte.example.com"))
            }
            return try await hub.startLive(placed, publicURL: url, takesOver: takesOver, by: .commandLine)
        }
    }
}

/// `ponte live off`.
struct LiveOffCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "off",
            Phrase(
                pt: "Desliga os avisos; a varredura continua.", es: "Desactiva los avisos; el barrido sigue.",
                en: "Turn it off; the sweep goes on."),
            examples: ["ponte live off --account \(ExampleWords.store)"])
    }

    @OptionGroup var target: LiveTarget

    func run() async throws {
        try await target.show { hub, placed in try await hub.stopLive(placed, by: .commandLine) }
    }
}

/// `ponte live status`.
struct LiveStatusCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "status",
            Phrase(
                pt: "Mostra como as mudanças chegam e o que não vai bem.",
                es: "Muestra cómo llegan los cambios y qué no va bien.",
                en: "Show how changes come, and what is amiss."),
            examples: ["ponte live status --account \(ExampleWords.store) --json"])
    }

    @OptionGroup var target: LiveTarget

    func run() async throws {
        try await target.show { hub, placed in
            try await hub.liveStanding(of: placed.connection.id, in: placed.organization.scope)
        }
    }
}
