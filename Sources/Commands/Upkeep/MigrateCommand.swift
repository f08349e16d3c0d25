import ArgumentParser
import Basics
import Hub
import Logging
import Storage

/// `ponte migrate`: brings a database to this program's schema.
struct MigrateCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "migrate",
            Phrase(
                pt: "Atualiza o esquema do banco de dados.", es: "Actualiza el esquema de la base de datos.",
                en: "Bring the database's schema up to date."),
            details: Phrase(
                pt:
                    "Os outros comandos fazem isso sozinhos. Um arquivo SQLite é copiado antes. Com --dry-run nada muda, e "
                    + "termina com 1 se há o que fazer.",
                es:
                    "Los demás comandos lo hacen solos. Un archivo SQLite se copia antes. Con --dry-run no cambia nada, y "
                    + "termina con 1 si hay algo que hacer.",
                en: "The other commands do so by themselves. An SQLite file is copied before. With --dry-run nothing "
                    + "changes, and it exits 1 if there is something to do."),
            examples: ["ponte migrate --dry-run --database sqlite:///srv/ponte/ponte.db"])
    }

    @Flag(
        name: .customLong("dry-run"),
        help: .said(pt: "Só mostra.", es: "Solo muestra.", en: "Only show."))
    var dryRun = false

    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func run() async throws {
        let configuration = try database.configuration()
        let logger = Logger.toStandardError(configuration.logLevel)
        if dryRun {
            let pending = try await Schema.pending(configuration, logger: logger)
            try tell(pending, backup: nil)
            if !pending.isEmpty { throw Ending.answeredNo.exitCode }
        } else {
            let report = try await Schema.migrate(configuration, at: SystemClock().now(), logger: logger)
            try tell(report.applied, backup: report.backup)
        }
    }

    private func tell(_ migrations: [Migration], backup: String?) throws {
        let screen = Surroundings.current.screen
        if answer.json {
            var writer = JSONWriter()
            writer.object { writer in
                writer.member("dryRun", dryRun)
                writer.array("migrations") { writer in
                    for migration in migrations {
                        writer.elementObject { writer in
                            writer.member("number", migration.number)
                            writer.member("name", migration.name)
                        }
                    }
                }
                writer.member("backup", backup)
            }
            return try screen.emit(writer.bytes + [UInt8(ascii: "\n")])
        }
        guard !migrations.isEmpty else {
            return try screen.say(
                screen.output.paint.good("✓") + " "
                    + Phrase(
                        pt: "O esquema está em dia.", es: "El esquema está al día.", en: "The schema is up to date."
                    ).spoken)
        }
        let mark = dryRun ? "·" : screen.output.paint.good("✓")
        for migration in migrations { try screen.say("\(mark) \(migration.number) \(migration.name)") }
        if let backup {
            try screen.say(
                Phrase(
                    pt: "Cópia de antes: \(backup)", es: "Copia de antes: \(backup)", en: "Copy of before: \(backup)"
                )
                .spoken)
        }
    }
}
