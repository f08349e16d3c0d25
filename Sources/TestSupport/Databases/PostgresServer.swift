import Foundation
import Storage

/// Why a PostgreSQL test cannot run.
package struct MissingPostgres: Error, CustomStringConvertible {
    package var description: String {
        "PONTE_TEST_POSTGRES is not set: run the tests with `make test`, or `Scripts/with-postgres swift test`."
    }
}

/// The URL of the server that the test set-up started.
package func testPostgresURL() throws -> String {
    guard let url = ProcessInfo.processInfo.environment["PONTE_TEST_POSTGRES"] else { throw MissingPostgres() }
    return url
}

func withPostgresDatabase<Value: Sendable>(_ body: (DatabaseURL) async throws -> Value) async throws -> Value {
    throw MissingPostgres()
}
