import Basics
import ConnectorKit

/// Hook v1 of one key. Source: VTEX Orders API, "Hook v1", read 2026-11-22; docs/platforms/vtex.md.
struct VTEXEventHook: EventReceiver {
    private static let path = "/api/orders/hook/config"

    let client: VTEXClient

    func hook() async throws -> HookStanding? {
        let response = try await client.get(Self.path, quotaGroup: VTEXEventFeed.quota)
        try check(response)
        if response.status == 404 { return nil }
        return try client.reading(response, Self.subject) { root in
            var url = ""
            try root.with("hook") { url = try $0.optionalString("url") ?? "" }
            return HookStanding(url: url, isWhole: try VTEXEventFilter.isEverything(root))
        }
    }

    func register(url: String, header: StaticString, secret: Secret) async throws {
        var writer = JSONWriter()
        writer.object { writer in
            VTEXEventFilter.write(to: &writer)
            writer.object("hook") { writer in
                writer.member("url", url)
                writer.object("headers") { writer in
                    secret.reveal { writer.member(header, $0) }
                }
            }
        }
        let response = try await client.send(.post, Self.path, body: writer.bytes, quotaGroup: VTEXEventFeed.quota)
        // VTEX posts a ping to the address first, and keeps nothing unless it is answered with 200 in five seconds.
        if response.status == 400 { throw PlatformError.vtexHookNotAnswered }
        try check(response)
    }

    func remove() async throws {
        try check(try await client.send(.delete, Self.path, quotaGroup: VTEXEventFeed.quota))
    }

    private func check(_ response: TransportResponse) throws {
        if let error = VTEXFailure(client: client, right: .followFeed).error(of: response) { throw error }
    }

    private static let subject = Phrase(
        pt: "O hook de pedidos da VTEX", es: "El hook de pedidos de VTEX", en: "VTEX's hook for orders")
}

extension PlatformError {
    static let vtexHookNotAnswered = PlatformError(
        kind: .refused, status: 400,
        explanation: Phrase(
            pt: "A VTEX chamou o endereço do Ponte para testá-lo e não teve a resposta esperada.",
            es: "VTEX llamó a la dirección de Ponte para probarla y no tuvo la respuesta esperada.",
            en: "VTEX called Ponte's address to try it, and did not get the answer that it wants."),
        remedy: Phrase(
            pt: "Veja se o servidor (ponte serve) está no ar e se o endereço público chega a ele de fora, por https.",
            es:
                "Vea si el servidor (ponte serve) está en marcha y si la dirección pública llega a él desde fuera, por https.",
            en:
                "See whether the server (ponte serve) runs, and whether its public address reaches it from outside by https."
        ))
}
