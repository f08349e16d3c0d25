import Foundation
import Storage

/// Why a PostgreSQL test cannot run.
package struct MissingPostgres: Error, CustomStringConvertible {
    package var description: String {
        "PONTE_TEST_POSTGRES is not set: run the tests with `make test`, or `Scripts/with-postgres swift test`."
    }
}

/// The URL of the server that the test set-up started, with another database, user or password if asked.
package func testPostgresURL(database: String? = nil, password: String? = nil) throws -> DatabaseURL {
    guard let text = ProcessInfo.processInfo.environment["PONTE_TEST_POSTGRES"],
        var components = URLComponents(string: text)
    else { throw MissingPostgres() }
    if let database { components.path = "/" + database }
    if let password { components.password = password }
    return try DatabaseURL(parsing: components.string ?? "")
}

/// A server has room for so many databases at a time.
private let gate = Gate(8)

func withPostgresDatabase<Value: Sendable>(_ body: (DatabaseURL) async throws -> Value) async throws -> Value {
    let server = try testPostgresURL()
    return try await gate.pass {
        let name = "ponte_test_" + UUID().uuidString.lowercased().replacingOccurrences(of: "-", with: "_")
        let url = try testPostgresURL(database: name)
        try await PostgresAdministration.run(["CREATE DATABASE \(unsafeSQL: name) TEMPLATE template0"], at: server)
        do {
            let value = try await body(url)
            try await PostgresAdministration.run(["DROP DATABASE \(unsafeSQL: name) WITH (FORCE)"], at: server)
            return value
        } catch {
            // The test's own error tells more than a failed cleaning.
            try? await PostgresAdministration.run(["DROP DATABASE \(unsafeSQL: name) WITH (FORCE)"], at: server)
            throw error
        }
    }
}
