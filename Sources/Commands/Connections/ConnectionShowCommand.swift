import ArgumentParser
import Basics
import ConnectorKit
import Hub
import Operations
import Records
import Sync

/// `ponte connection show`.
struct ConnectionShowCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "show",
            Phrase(
                pt: "Mostra uma conexão: estado, alcance e o que não pôde ser lido.",
                es: "Muestra una conexión: estado, alcance y lo que no se pudo leer.",
                en: "Show one connection: its state, its reach and what could not be read."),
            examples: ["ponte connection show \(ExampleWords.store)"])
    }

    @OptionGroup var target: ConnectionOptions
    @OptionGroup var answer: AnswerOptions

    func run() async throws {
        let surroundings = Surroundings.current
        let screen = surroundings.screen
        try await target.withConnection { hub, placed in
            let standings = try await hub.standings(of: placed)
            if answer.json {
                return try screen.emit(ConnectionText.json(placed, standings, language: surroundings.language))
            }
            let lines = ConnectionText.lines(
                placed, standings, language: surroundings.language, paint: screen.output.paint,
                width: min(100, screen.output.width))
            for line in lines { try screen.say(line) }
        }
    }
}

extension ConnectionOptions {
    /// Opens the installation and finds the connection.
    func withConnection(_ body: @Sendable (Services, PlacedConnection) async throws -> Void) async throws {
        let text = connection
        let name = organization.organization
        try await database.withHub { hub in
            try await body(hub, try await ConnectionChoice.one(text, organization: name, in: hub))
        }
    }
}
