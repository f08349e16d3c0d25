import ArgumentParser
import Basics
import ConnectorKit
import Hub
import Journal
import Operations
import Records
import Sync

/// `ponte connection pause`.
struct ConnectionPauseCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "pause",
            Phrase(
                pt: "Pausa uma conexão; nada mais é perguntado à plataforma.",
                es: "Pone una conexión en pausa; no se pregunta nada más a la plataforma.",
                en: "Pause a connection; the platform is asked nothing more."),
            examples: ["ponte connection pause \(ExampleWords.store)"])
    }

    @OptionGroup var target: ConnectionOptions

    func run() async throws {
        try await target.withConnection { hub, placed in
            try await hub.setState(.paused, of: placed, by: .commandLine)
            try ConnectionNote.done(
                Phrase(pt: "Conexão pausada.", es: "Conexión en pausa.", en: "Connection paused."))
        }
    }
}

/// `ponte connection resume`.
struct ConnectionResumeCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "resume",
            Phrase(
                pt: "Retoma uma conexão que foi pausada ou que precisava de atenção.",
                es: "Reanuda una conexión que estaba en pausa o requería atención.",
                en: "Resume a connection that was paused or needed attention."),
            examples: ["ponte connection resume \(ExampleWords.store)"])
    }

    @OptionGroup var target: ConnectionOptions

    func run() async throws {
        try await target.withConnection { hub, placed in
            try await hub.setState(.active, of: placed, by: .commandLine)
            try ConnectionNote.done(
                Phrase(pt: "Conexão ativa.", es: "Conexión activa.", en: "Connection active."))
        }
    }
}

/// `ponte connection rerun`.
struct ConnectionRerunCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "rerun",
            Phrase(
                pt: "Faz a próxima sincronização ler tudo de novo; nada é apagado.",
                es: "Hace que la próxima sincronización lea todo otra vez; no se borra nada.",
                en: "Make the next sync read everything again; nothing is deleted."),
            examples: ["ponte connection rerun \(ExampleWords.store)"])
    }

    @OptionGroup var target: ConnectionOptions

    func run() async throws {
        try await target.withConnection { hub, placed in
            for stream in hub.streams(of: placed.connection) {
                try await hub.rerun(placed, stream: stream, by: .commandLine)
            }
            try ConnectionNote.done(
                Phrase(
                    pt: "A próxima sincronização lê tudo de novo.", es: "La próxima sincronización lee todo otra vez.",
                    en: "The next sync reads everything again."))
        }
    }
}

/// `ponte connection credential`.
struct ConnectionCredentialCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "credential",
            Phrase(
                pt: "Troca a chave e o token de uma conexão e a reativa.",
                es: "Cambia la clave y el token de una conexión y la reactiva.",
                en: "Replace a connection's key and token, and make it active."),
            examples: [
                "PONTE_APP_TOKEN=… ponte connection credential \(ExampleWords.store) --app-key \(ExampleWords.newKey)"
            ])
    }

    @OptionGroup var target: ConnectionOptions

    @Option(
        name: .customLong("app-key"),
        help: .said(
            pt: "A chave nova; sem ela fica a atual e só o token muda.",
            es: "La clave nueva; sin ella queda la actual y solo cambia el token.",
            en: "The new key; without it the present one stays and only the token changes.", value: "key"))
    var appKey: String?

    @OptionGroup var token: TokenOptions

    func run() async throws {
        let token = try token.read()
        let key = appKey
        try await target.withConnection { hub, placed in
            try await hub.replaceCredential(
                of: placed, key: key ?? placed.connection.key, token: token, by: .commandLine)
            try ConnectionNote.done(
                Phrase(
                    pt: "Credencial trocada; a conexão está ativa.",
                    es: "Credencial cambiada; la conexión está activa.",
                    en: "Credential replaced; the connection is active."))
        }
    }
}

private enum ConnectionNote {
    static func done(_ phrase: Phrase) throws {
        let screen = Surroundings.current.screen
        try screen.say(screen.output.paint.good("✓") + " " + phrase.spoken)
    }
}
