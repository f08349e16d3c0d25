import AccessControl
import Basics
import ConnectorKit
import HTTPTypes
import Operations
import Records

/// Connections: seen, connected, renamed, paused and resumed.
enum ConnectionsAPI {
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
        "listConnections", tag: "Connections", "All connections, by name.", answer: .list(of: "Connection"))

    private static let one = Operation(
        "getConnection", tag: "Connections", "One connection.", answer: .named("Connection"))

    private static let connect = Operation(
        "connectStore", tag: "Connections",
        "Connects a store. With `check`, the key is tried first, and nothing is stored unless it suffices.",
        body: CredentialBody.connected, answer: .named("Connection"), status: .created,
        problems: ["records.connection_exists", "key.insufficient"], takesIdempotencyKey: true)

    private static let check = Operation(
        "checkKey", tag: "Connections", "Asks the platform what a key may do. Nothing is stored.",
        body: CredentialBody.checked, answer: .open([]))

    private static let editBody = Schema.object([
        Schema.Field("name", .string(lengthMax: 200), "What people call it."),
        Schema.Field("state", .string(lengthMax: 20, oneOf: ["active", "paused"])),
    ])

    private static let edit = Operation(
        "editConnection", tag: "Connections",
        "Renames, pauses or resumes a connection. A draft can be renamed only: it is started in the console.",
        body: editBody, answer: .named("Connection"), problems: ["records.connection_unfinished"],
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
