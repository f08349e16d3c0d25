import AccessControl
import Basics
import HTTPTypes

/// Collects the routes of the API. Every handler names its right; there is no way in without one.
struct APIRoutes {
    static let prefix = "/api/v1"

    private(set) var routes: [Route] = []

    /// A read in the organization of the caller's key.
    mutating func get<R: Right>(
        _ path: String, _ right: R.Type, _ operation: Operation, limit: Route.TimeLimit = .short,
        _ handler: @escaping @Sendable (WebRequest, Grant<R>) async throws -> Answer
    ) {
        add(.get, path, right, operation, limit, handler)
    }

    /// A deed in the organization of the caller's key.
    mutating func post<R: Right>(
        _ path: String, _ right: R.Type, _ operation: Operation, limit: Route.TimeLimit = .seconds(30),
        _ handler: @escaping @Sendable (WebRequest, Grant<R>) async throws -> Answer
    ) {
        add(.post, path, right, operation, limit, handler)
    }

    mutating func patch<R: Right>(
        _ path: String, _ right: R.Type, _ operation: Operation, limit: Route.TimeLimit = .seconds(30),
        _ handler: @escaping @Sendable (WebRequest, Grant<R>) async throws -> Answer
    ) {
        add(.patch, path, right, operation, limit, handler)
    }

    private mutating func add<R: Right>(
        _ method: HTTPRequest.Method, _ path: String, _ right: R.Type, _ operation: Operation,
        _ limit: Route.TimeLimit, _ handler: @escaping @Sendable (WebRequest, Grant<R>) async throws -> Answer
    ) {
        routes.append(
            Route(
                method: method, pattern: PathPattern(Self.prefix + "/" + path), face: .api,
                access: .organization(R.permission), operation: operation, timeLimit: limit
            ) { arrival in
                guard case .key(let caller) = arrival.visitor, let home = caller.home else {
                    throw Problem.unauthorised
                }
                return try await handler(arrival.request, try caller.grant(right, in: home))
            })
    }
}
