import AccessControl
import Basics
import Operations
import Records
import ServiceLifecycle

/// The log: everything that changed, in order, to be followed from a number on.
enum ChangesAPI {
    private static let tag = Phrase(pt: "Mudanças", es: "Cambios", en: "Changes")

    private static let after = Parameter<Int>.integer(
        "after", 0...Int64.max, default: 0,
        Phrase(
            pt: "O último número lido; 0 para o começo.", es: "El último número leído; 0 para el comienzo.",
            en: "The last number that was read; 0 for the beginning."))
    private static let limit = Parameter<Int>.integer(
        "limit", 1...1_000, default: 100,
        Phrase(pt: "Mudanças em uma resposta.", es: "Cambios en una respuesta.", en: "Changes in one answer."))
    private static let wait = Parameter<Int>.integer(
        "wait", 0...30, default: 0,
        Phrase(
            pt: "Segundos a esperar por uma mudança quando não há nenhuma.",
            es: "Segundos que se espera un cambio cuando no hay ninguno.",
            en: "Seconds to wait for a change when there is none."))

    /// A change, give or take.
    private static let changeBytes = 600

    static func register(in api: inout APIRoutes, _ services: Services) {
        api.get("changes", ReadChanges.self, operation) { request, grant in
            try await changes(request, grant, services)
        }
    }

    private static let summary = Phrase(
        pt:
            "Mudanças depois de um número, da mais antiga à mais recente. Peça de novo com o `next` em "
            + "`after`; com `wait`, a resposta vem assim que algo muda. A um número anterior ao que está "
            + "guardado responde-se 410 com `oldest` e `head`: leia os pedidos como estão e continue depois de "
            + "`head`. Também a um número além de `head`: o registro já não chega até lá, como depois de restaurar "
            + "um backup.",
        es:
            "Cambios después de un número, del más antiguo al más reciente. Pida de nuevo con el `next` en "
            + "`after`; con `wait`, la respuesta llega apenas algo cambia. A un número anterior a lo que se "
            + "conserva se responde 410 con `oldest` y `head`: lea los pedidos como están y siga después de "
            + "`head`. Igual con un número posterior a `head`: el registro ya no llega hasta ahí, como tras restaurar "
            + "una copia.",
        en:
            "Changes after a number, oldest first. Ask again with `after` set to `next`; with `wait` the "
            + "answer comes as soon as something changes. A number before what is kept is answered 410 with "
            + "`oldest` and `head`: read the orders as they stand, then go on after `head`. So is a number beyond `head`: "
            + "the log is not that far any more, as after a backup was restored.")

    private static let operation = Operation(
        "listChanges", tag: tag, summary, parameters: [after.note, limit.note, wait.note],
        answer: .open([
            Schema.Field("items", .array(of: .named("Change"), countMax: 1_000), required: true),
            Schema.Field(
                "next", .integer(0...Int64.max), required: true,
                Phrase(pt: "O que pedir em seguida.", es: "Lo que se pide a continuación.", en: "What to ask for next.")
            ),
            Schema.Field(
                "head", .integer(0...Int64.max), required: true,
                Phrase(
                    pt: "O número da mudança mais recente.", es: "El número del cambio más reciente.",
                    en: "The newest change's number.")),
        ]), problems: ["records.log_compacted", "records.log_ahead"])

    private static func changes(
        _ request: WebRequest, _ grant: Grant<ReadChanges>, _ services: Services
    ) async throws -> Answer {
        let position = Int64(try request[after])
        let limit = try request[limit]
        let wait = try request[wait]
        do {
            var feed = try await page(position, limit, grant, services)
            if wait > 0, feed.last == position, position >= feed.head {
                // A server that is to end answers at once: those who wait ask again, elsewhere or later.
                try await cancelWhenGracefulShutdown {
                    do {
                        try await services.awaitChange(of: grant.scope, after: position, for: .seconds(wait))
                    } catch is CancellationError {}
                }
                feed = try await page(position, limit, grant, services)
            }
            var sink = feed.items
            sink.append("],\"next\":")
            sink.append(plain: String(feed.last))
            sink.append(",\"head\":")
            sink.append(plain: String(feed.head))
            sink.append("}")
            return .json(sink.buffer)
        } catch let error as RecordsError {
            var problem = Problem(error)
            switch error.problem {
            case .logCompacted(_, let through, let head): problem.numbers = [("oldest", through + 1), ("head", head)]
            case .logAhead(_, let head): problem.numbers = [("head", head)]
            default: throw error
            }
            problem.links = [("restart", APIRoutes.prefix + "/orders")]
            throw problem
        }
    }

    private static func page(
        _ position: Int64, _ limit: Int, _ grant: Grant<ReadChanges>, _ services: Services
    ) async throws -> Services.ChangeFeed<BufferSink> {
        try await services.changeFeed(
            of: grant.scope, after: position, limit: limit,
            to: Envelope.opened(capacity: min(limit, 100) * changeBytes))
    }
}
