import ArgumentParser
import Basics
import ConnectorKit
import Hub
import Journal
import Operations
import Records
import Sync

/// `ponte sync`: brings a store's orders, customers, catalogue and the rest into the database, once or for good.
struct SyncCommand: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        .said(
            "sync",
            Phrase(
                pt: "Sincroniza uma loja com o banco de dados.",
                es: "Sincroniza una tienda con la base de datos.",
                en: "Sync a store into the database."),
            details: Phrase(
                pt:
                    "Cria o cliente e a conexão se ainda não existem. Com --once termina quando não falta nada; sem ela, "
                    + "acompanha a loja até Ctrl-C. Sem --account, cuida de todas as conexões do banco.\nPode ser "
                    + "interrompido a qualquer momento: a próxima vez continua de onde parou.\nTermina com 0 quando nada "
                    + "falta, 1 se a plataforma recusou a chave, 2 se não foi possível perguntar.",
                es:
                    "Crea el cliente y la conexión si aún no existen. Con --once termina cuando no falta nada; sin ella, "
                    + "sigue la tienda hasta Ctrl-C. Sin --account, se ocupa de todas las conexiones de la base.\nSe puede "
                    + "interrumpir en cualquier momento: la próxima vez continúa donde quedó.\nTermina con 0 cuando no "
                    + "falta nada, 1 si la plataforma rechazó la clave, 2 si no se pudo preguntar.",
                en:
                    "Makes the organization and the connection if they are not there. With --once it ends when nothing is "
                    + "left; without it, it follows the store until Ctrl-C. Without --account it does so for all "
                    + "connections of the database.\nIt can be stopped at any time: the next run goes on from there.\nExits "
                    + "0 when nothing is left, 1 if the platform refused the key, 2 if it could not be asked."),
            examples: [
                "PONTE_APP_TOKEN=… ponte sync --once --database sqlite:///srv/ponte/ponte.db "
                    + "--platform vtex --account \(ExampleWords.store) --app-key \(ExampleWords.key) --streams orders"
            ])
    }

    @Flag(
        help: .said(
            pt: "Termina quando não falta nada.", es: "Termina cuando no falta nada.", en: "End when nothing is left."))
    var once = false

    @Option(
        help: .said(
            pt: "Fluxos, separados por vírgula: \(Self.names). Sem a opção, todos os que a plataforma oferece.",
            es: "Flujos, separados por comas: \(Self.names). Sin la opción, todos los que ofrece la plataforma.",
            en: "Streams, separated by commas: \(Self.names). Without the option, all that the platform offers.",
            value: "names"))
    var streams: String?

    private static let names = StreamKind.allCases.map(\.rawValue).joined(separator: ", ")

    @Option(
        help: .said(
            pt: "Sem --once: segundos entre uma busca de novidades e a seguinte.",
            es: "Sin --once: segundos entre una búsqueda de novedades y la siguiente.",
            en: "Without --once: seconds between one look for news and the next.", value: "seconds"))
    var interval = 60

    @OptionGroup var store: StoreOptions
    @OptionGroup var organization: OrganizationOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var answer: AnswerOptions
    @OptionGroup var common: LanguageOptions

    func validate() throws {
        guard interval > 0 else {
            throw ValidationError.wrongValue(
                "--interval", Phrase(pt: "ao menos 1", es: "al menos 1", en: "at least 1"))
        }
    }

    func run() async throws {
        let kinds = try streamKinds()
        let outcome = try await Interruption.watching {
            try await database.withHub { hub in
                let placed = try await connections(in: hub)
                return try await once ? completeAll(placed, kinds, in: hub) : followAll(placed, kinds, in: hub)
            }
        }
        switch outcome {
        case .finished(.done): return
        case .finished(let ending): throw ending.exitCode
        case .interrupted(let signal): throw ExitCode(once ? 128 + signal : Ending.done.rawValue)
        }
    }

    /// Nil for all.
    private func streamKinds() throws -> [StreamKind]? {
        try streams?.split(separator: ",").map { name in
            guard let kind = StreamKind(rawValue: String(name)) else {
                throw CommandError.wrongValue(
                    "--streams",
                    Phrase(pt: "há \(Self.names)", es: "hay \(Self.names)", en: "there are \(Self.names)"))
            }
            return kind
        }
    }

    /// The one that the options name, made if need be; all that are set up and not paused when they name none.
    private func connections(in hub: Services) async throws -> [PlacedConnection] {
        guard let account = store.account else {
            return try await hub.connections().filter { $0.connection.state != .paused && !$0.connection.isDraft }
        }
        guard store.appKey != nil else {
            return [try await ConnectionChoice.one(account, organization: organization.organization, in: hub)]
        }
        let wanted = Services.WantedStore(
            platform: store.platform, pasted: try store.pasted(), organization: organization.organization)
        return [try await hub.ensureConnection(wanted, by: .commandLine)]
    }

    // MARK: Once

    /// One connection's trouble does not keep the others from being synced.
    private func completeAll(
        _ connections: [PlacedConnection], _ kinds: [StreamKind]?, in hub: Services
    ) async throws -> Ending {
        var worst = Ending.done
        for placed in connections {
            for kind in kinds ?? hub.streams(of: placed.connection) {
                let (ending, isOver) = try await complete(placed, kind, in: hub)
                if ending.rawValue > worst.rawValue { worst = ending }
                if isOver { break }
            }
        }
        return worst
    }

    /// - Returns: how it ended, and whether the connection's other streams would end alike.
    private func complete(
        _ placed: PlacedConnection, _ kind: StreamKind, in hub: Services
    ) async throws -> (ending: Ending, isOver: Bool) {
        let surroundings = Surroundings.current
        let run = try await hub.syncRun(placed, stream: kind)
        let display = ProgressDisplay(screen: surroundings.screen, language: surroundings.language)
        do {
            let report = try await SyncWatch(run: run, display: display).complete()
            try tell(report, of: placed, error: nil)
            // What was asked for by name was refused; of all that there is, the key may well lack something.
            return (report.refusal != nil && streams != nil ? .answeredNo : .done, false)
        } catch {
            if error is CancellationError || Task.isCancelled { throw CancellationError() }
            let report = try await run.report()
            try tell(report, of: placed, error: ErrorText.explained(error))
            surroundings.screen.note(
                ErrorText.lines(for: error, language: surroundings.language, paint: surroundings.screen.errors.paint))
            return (Ending.of(error), Self.endsOthers(error))
        }
    }

    /// Whether an error is the key's, the platform's as a whole or the database's, and not one stream's own.
    private static func endsOthers(_ error: any Error) -> Bool {
        switch error {
        case let error as PlatformError: [.unauthorised, .forbidden, .wrongAccount].contains(error.kind)
        case let error as SyncError: [.connectionStopped, .platformUnavailable].contains(error.reason)
        default: true
        }
    }

    private func tell(_ report: StreamReport, of placed: PlacedConnection, error: (any ExplainedError)?) throws {
        let surroundings = Surroundings.current
        let screen = surroundings.screen
        if answer.json {
            try screen.emit(
                SyncReportText.json(report, of: placed.connection, error: error, language: surroundings.language))
        } else if error == nil {
            for line in SyncReportText.lines(report, language: surroundings.language, paint: screen.output.paint) {
                try screen.say(line)
            }
        }
    }

    // MARK: Following

    private func followAll(
        _ connections: [PlacedConnection], _ kinds: [StreamKind]?, in hub: Services
    ) async throws -> Ending {
        let language = Surroundings.current.language
        let screen = Surroundings.current.screen
        let news = try await LiveChanges(hub: hub, organizations: Set(connections.map(\.organization)))
        return try await withThrowingTaskGroup(of: Ending.self) { group in
            group.addTask { try await news.tell(as: answer.json ? .json : .line, on: screen, language: language) }
            defer { group.cancelAll() }
            var runs = 0
            for placed in connections {
                for kind in kinds ?? hub.streams(of: placed.connection) {
                    runs += 1
                    group.addTask {
                        do {
                            try await hub.syncRun(placed, stream: kind).follow(every: .seconds(interval))
                            return .done
                        } catch is CancellationError {
                            throw CancellationError()
                        } catch {
                            screen.note(ErrorText.lines(for: error, language: language, paint: screen.errors.paint))
                            return Ending.of(error)
                        }
                    }
                }
            }
            var worst = Ending.done
            for _ in 0..<runs {
                guard let ending = try await group.next() else { break }
                if ending.rawValue > worst.rawValue { worst = ending }
            }
            return worst
        }
    }
}
