/// Statements that PostgreSQL runs outside of any transaction, such as CREATE DATABASE.
package enum PostgresAdministration {
    /// Runs each statement on a connection of its own, in order.
    /// - Throws: `storage.unreachable`, `storage.refused`, `storage.no_database`, `storage.statement`.
    package static func run(_ statements: [SQL], at url: DatabaseURL) async throws {
        guard case .server(let text) = url.place else {
            throw StorageError(.badURL, "", detail: "a PostgreSQL URL is needed")
        }
        let connection = PostgresConnection(url: text, address: url.description)
        try await connection.run { connection in
            try connection.connect()
            defer { connection.disconnect() }
            for statement in statements { try connection.run(statement.rendered(for: .postgres).text) }
        }
    }
}
