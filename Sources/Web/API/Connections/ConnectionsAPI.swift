import AccessControl
import Basics
import ConnectorKit
import HTTPTypes
import Operations
import Records

/// Connections: seen, connected, renamed, paused and resumed.
enum ConnectionsAPI {
    private static let tag = Phrase(pt: "Conexões", es: "Conexiones", en: "Connections")

    static func register(in api: inout APIRoutes, _ services: Services) {
        api.get("connections", ReadConnections.self, list) { request, grant in
            let live = try await services.liveStandings(of: grant.scope)
            return Envelope.whole(try await services.connections(of: grant.scope)) {
                ConnectionJSON.write($0, live[$0.id], request.language, &$1)
            }
        }
        api.get("connections/{id}", ReadConnections.self, one) { request, grant in
            let id = try request.parameters.id("id", ConnectionKind.self)
            guard let connection = try await services.connection(id, of: grant.scope) else { throw Problem.notFound }
            return answer(connection, try await services.liveStanding(of: id, in: grant.scope), request)
        }
        api.post("connections", ManageConnections.self, connect, limit: .seconds(60)) { request, grant in
            try await self.connect(request, grant, services)
        }
        api.post("connections/check", ManageConnections.self, check, limit: .seconds(120)) { request, _ in
            let wanted = try WantedStore(reading: request, CredentialBody.checked)
            let key = try await services.platforms.check(
                wanted.pasted, platform: wanted.platform, recipe: wanted.recipe)
            return .json(
                MatrixJSON.bytes(
                    key.matrix, of: key.credential, platform: wanted.platform, language: request.language))
        }
        api.patch("connections/{id}", ManageConnections.self, edit) { request, grant in
            let id = try request.parameters.id("id", ConnectionKind.self)
            let body = try request.json(editBody).root
            let edit = Services.ConnectionEdit(
                name: try body.optionalString("name"),
                isPaused: try body.optionalString("state").map { $0 == "paused" })
            let edited = try await services.edit(id, edit, of: grant.scope, by: grant.actor)
            return answer(edited, try await services.liveStanding(of: id, in: grant.scope), request)
        }
    }

    private static let list = Operation(
        "listConnections", tag: tag,
        Phrase(
            pt: "Todas as conexões, por nome.", es: "Todas las conexiones, por nombre.", en: "All connections, by name."
        ), answer: .list(of: "Connection"))

    private static let one = Operation(
        "getConnection", tag: tag, Phrase(pt: "Uma conexão.", es: "Una conexión.", en: "One connection."),
        answer: .named("Connection"))

    private static let connect = Operation(
        "connectStore", tag: tag,
        Phrase(
            pt: "Conecta uma loja. Com `check`, a chave é testada antes, e nada é guardado se ela não bastar.",
            es: "Conecta una tienda. Con `check`, la clave se prueba antes, y no se guarda nada si no es suficiente.",
            en: "Connects a store. With `check`, the key is tried first, and nothing is stored unless it suffices."),
        body: CredentialBody.connected, answer: .named("Connection"), status: .created,
        problems: ["records.connection_exists", "key.insufficient"], takesIdempotencyKey: true)

    private static let check = Operation(
        "checkKey", tag: tag,
        Phrase(
            pt: "Pergunta à plataforma o que uma chave pode fazer. Nada é guardado.",
            es: "Pregunta a la plataforma qué puede hacer una clave. No se guarda nada.",
            en: "Asks the platform what a key may do. Nothing is stored."),
        body: CredentialBody.checked, answer: .open([]))

    private static let editBody = Schema.object([
        Schema.Field(
            "name", .string(lengthMax: 200),
            Phrase(pt: "Como as pessoas a chamam.", es: "Cómo la llaman las personas.", en: "What people call it.")),
        Schema.Field("state", .string(lengthMax: 20, oneOf: ["active", "paused"])),
    ])

    private static let editSummary = Phrase(
        pt:
            "Renomeia, pausa ou retoma uma conexão. Uma que está em configuração só pode ser renomeada: ela é "
            + "iniciada no console.",
        es:
            "Renombra, pausa o reanuda una conexión. Una que está en configuración solo puede renombrarse: se "
            + "inicia en la consola.",
        en: "Renames, pauses or resumes a connection. A draft can be renamed only: it is started in the console.")

    private static let edit = Operation(
        "editConnection", tag: tag, editSummary, body: editBody, answer: .named("Connection"),
        problems: ["records.connection_unfinished"],
        takesIdempotencyKey: true)

    private static func connect(
        _ request: WebRequest, _ grant: Grant<ManageConnections>, _ services: Services
    ) async throws -> Answer {
        let wanted = try WantedStore(reading: request, CredentialBody.connected)
        if wanted.checks {
            let key = try await services.platforms.check(
                wanted.pasted, platform: wanted.platform, recipe: wanted.recipe)
            guard key.matrix.isSufficient else { throw Problem.insufficientKey }
        }
        let connection = try await services.connect(
            Services.WantedStore(
                platform: wanted.platform, pasted: wanted.pasted, organization: nil, timeZone: wanted.timeZone),
            named: wanted.name, in: grant.scope, by: grant.actor)
        var made = answer(connection, nil, request)
        made.status = .created
        made.headers[.location] = "\(APIRoutes.prefix)/connections/\(connection.id.text)"
        return made
    }

    private static func answer(
        _ connection: Connection, _ live: LiveStanding?, _ request: WebRequest
    ) -> Answer {
        .json(Envelope.object { ConnectionJSON.write(connection, live, request.language, &$0) })
    }
}

extension Problem {
    static let insufficientKey = Problem(
        .unprocessableContent, "key.insufficient",
        Phrase(
            pt: "A chave não tem tudo o que é preciso.", es: "La clave no tiene todo lo necesario.",
            en: "The key lacks something that is needed."),
        detail: Phrase(
            pt: "Veja o que falta com POST /connections/check.", es: "Vea qué falta con POST /connections/check.",
            en: "See what is missing with POST /connections/check."))
}
