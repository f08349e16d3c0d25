import Foundation
import Storage

/// Why a PostgreSQL test cannot run.
package struct MissingPostgres: Error, CustomStringConvertible {
    package var description: String {
        "PONTE_TEST_POSTGRES is not set: run the tests with `make test`, or `Scripts/with-postgres swift test`."
    }
}

/// The URL of the server that the test set-up started, with another database or password if asked.
package func testPostgresURL(database: String? = nil, password: String? = nil) throws -> DatabaseURL {
    guard let text = ProcessInfo.processInfo.environment["PONTE_TEST_POSTGRES"],
        var components = URLComponents(string: text)
    else { throw MissingPostgres() }
    if let database { components.path = "/" + database }
    if let password { components.password = password }
    return try DatabaseURL(parsing: components.string ?? "")
}

/// The databases that tests have used and left empty. Making and dropping one makes the server sync all its files,
/// which takes longer than most tests.
private actor PostgresDatabases {
    static let shared = PostgresDatabases()
    /// A server has room for so many at a time.
    static let gate = Gate(8)
    private var free: [String] = []

    func take() async throws -> String {
        if let name = free.popLast() { return name }
        let name = "ponte_test_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "_")
        try await PostgresAdministration.run(
            ["CREATE DATABASE \(unsafeSQL: name) TEMPLATE template0"], at: try testPostgresURL())
        return name
    }

    /// Ends what is still connected and empties the database for the next test.
    func giveBack(_ name: String) async throws {
        let others: SQL = """
            SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
            WHERE datname = '\(unsafeSQL: name)' AND pid <> pg_backend_pid()
            """
        try await PostgresAdministration.run(
            [others, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public"], at: try testPostgresURL(database: name))
        free.append(name)
    }

    func drop(_ name: String) async throws {
        try await PostgresAdministration.run(
            ["DROP DATABASE \(unsafeSQL: name) WITH (FORCE)"], at: try testPostgresURL())
    }
}

func withPostgresDatabase<Value: Sendable>(_ body: (DatabaseURL) async throws -> Value) async throws -> Value {
    try await PostgresDatabases.gate.pass {
        let name = try await PostgresDatabases.shared.take()
        do {
            let value = try await body(try testPostgresURL(database: name))
            try await PostgresDatabases.shared.giveBack(name)
            return value
        } catch {
            // The test's own error tells more than a failed cleaning.
            try? await PostgresDatabases.shared.drop(name)
            throw error
        }
    }
}
