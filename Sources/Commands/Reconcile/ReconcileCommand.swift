import ArgumentParser
import Basics
import Hub
import Journal
import Operations
import Records
import Sync

/// `ponte reconcile`: compares what is stored with what the platform lists, day by day, and puts right what differs.
struct ReconcileCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "reconcile",
            Phrase(
                pt: "Confere o banco com a plataforma, dia por dia, e corrige o que difere.",
                es: "Concilia la base con la plataforma, día por día, y corrige lo que difiere.",
                en: "Compare the database with the platform, day by day, and put right what differs."),
            details: Phrase(
                pt:
                    "Dias no fuso da loja. Sem --from, vai até onde a plataforma mostra; sem --until, até hoje. Os últimos "
                    + "15 minutos ficam de fora, pois a lista da plataforma atrasa. Nada é apagado.\nTermina com 0 quando "
                    + "tudo está igual ou foi corrigido, 1 se ficou diferença, 2 se não foi possível "
                    + "perguntar ou se algum trecho não pôde ser conferido.",
                es:
                    "Días en el huso de la tienda. Sin --from, llega hasta donde la plataforma muestra; sin --until, hasta "
                    + "hoy. Los últimos 15 minutos quedan afuera, pues la lista de la plataforma se atrasa. No se borra "
                    + "nada.\nTermina con 0 cuando todo está igual o se corrigió, 1 si quedó alguna diferencia, 2 si no se "
                    + "pudo preguntar o si algún tramo no se pudo conciliar.",
                en:
                    "Days in the store's time zone. Without --from it goes as far back as the platform shows; without "
                    + "--until, up to today. The last 15 minutes are left out, for the platform's list lags. Nothing is "
                    + "deleted.\nExits 0 when all agrees or was put right, 1 if differences are left, 2 if it could not be "
                    + "asked or a stretch of it could not be compared."),
            examples: ["ponte reconcile --account \(ExampleWords.store) --from 2026-03-01 --until 2026-03-31"])
    }

    @Option(
        help: .said(
            pt: "Conexão: conta, nome ou id.", es: "Conexión: cuenta, nombre o id.",
            en: "Connection: account, name or id.", value: "account"))
    var account: String

    @Option(
        help: .said(
            pt: "Primeiro dia, como 2026-03-01.", es: "Primer día, como 2026-03-01.",
            en: "First day, as in 2026-03-01.", value: "day"))
    var from: String?

    @Option(
        help: .said(
            pt: "Último dia.", es: "Último día.", en: "Last day.", value: "day"))
    var until: String?

    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func validate() throws { _ = try span() }

    private func span() throws -> Reconciliation.Span {
        Reconciliation.Span(from: try Self.day(from, "--from"), until: try Self.day(until, "--until"))
    }

    private static func day(_ text: String?, _ option: String) throws -> CivilDate? {
        guard let text else { return nil }
        guard text.utf8.count == 10, let instant = Instant(iso8601: text) else {
            throw ValidationError.wrongValue(
                option, Phrase(pt: "um dia como 2026-03-01", es: "un día como 2026-03-01", en: "a day as in 2026-03-01")
            )
        }
        return CivilDate(daysSince1970: Int(instant.microseconds / 86_400_000_000))
    }

    func run() async throws {
        let outcome = try await Interruption.watching {
            try await database.withHub { hub in
                let placed = try await ConnectionChoice.one(
                    account, organization: organization.organization, in: hub)
                return try await reconcile(placed, in: hub)
            }
        }
        switch outcome {
        case .finished(.done): return
        case .finished(let ending): throw ending.exitCode
        case .interrupted(let signal): throw ExitCode(128 + signal)
        }
    }

    private func reconcile(_ placed: PlacedConnection, in hub: Services) async throws -> Ending {
        let scope = placed.organization.scope
        let requested = try await hub.requestReconciliation(
            of: placed.connection.id, try span(), in: scope, by: .commandLine)
        do {
            // A serving node beside this one may have been faster: then it does the work, and is waited for.
            while try await hub.performReconciliation(requested.id, of: placed)?.state.isOpen ?? true {
                let found = try await hub.reconciliation(requested.id, of: placed.connection.id, in: scope)
                guard let found, found.run.state.isOpen else { break }
                try await hub.clock.sleep(for: .seconds(1))
            }
        } catch {
            if error is CancellationError || Task.isCancelled { throw CancellationError() }
            // The platform's refusal is no answer about the orders.
            let surroundings = Surroundings.current
            surroundings.screen.note(
                ErrorText.lines(for: error, language: surroundings.language, paint: surroundings.screen.errors.paint))
            return .couldNotAsk
        }
        guard let found = try await hub.reconciliation(requested.id, of: placed.connection.id, in: scope) else {
            return .couldNotAsk
        }
        try tell(found.run, found.statement, of: placed)
        return Self.ending(of: found.run)
    }

    private static func ending(of run: Reconciliation) -> Ending {
        switch run.verdict {
        case .agrees, .repaired: .done
        case .differs: .answeredNo
        case .incomplete, .none: .couldNotAsk
        }
    }

    private func tell(_ run: Reconciliation, _ statement: Statement, of placed: PlacedConnection) throws {
        let surroundings = Surroundings.current
        let text = ReconciliationText(run: run, statement: statement, language: surroundings.language)
        if answer.json {
            for line in text.json(of: placed.connection) { try surroundings.screen.emit(line) }
        } else {
            for line in text.lines(paint: surroundings.screen.output.paint) { try surroundings.screen.say(line) }
        }
    }
}
