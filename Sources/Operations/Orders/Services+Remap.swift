import Basics
import ConnectorKit
import Records

extension Services {
    /// Maps a connection's kept source payloads again, without asking the platform.
    ///
    /// Orders whose mapping is this program's already are left alone.
    /// - Throws: `UnknownPlatform`, `OperationsError`, `StorageError`.
    package func remap(_ placed: PlacedConnection) async throws -> OrderRemap.Outcome {
        let connection = placed.connection
        // The credential is not used: mapping asks nobody.
        let credential = StoreCredential(
            account: connection.account, baseURL: connection.baseURL, key: connection.key, token: Secret(""))
        let store = try platforms.connector(connection.platform).store(
            credential, transport: transport, clock: clock)
        guard let source = store.orders else {
            throw OperationsError.notOffered(
                Phrase(pt: "pedidos", es: "pedidos", en: "orders"), platform: connection.platform)
        }
        return try await OrderRemap(
            placed.organization.scope, connection: connection.id, to: source.mapperVersion
        ).run(on: database, clock: clock) { try source.map(payload: $0) }
    }
}
