import AccessControl
import Basics
import HTTPTypes
import Operations

/// Collects the routes of the API. Every handler names its right; there is no way in without one.
struct APIRoutes {
    static let prefix = "/api/v1"

    private(set) var routes: [Route] = []
    private let services: Services

    init(_ services: Services) { self.services = services }

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
        let services = services
        let isRepeatable = operation.takesIdempotencyKey
        routes.append(
            Route(
                method: method, pattern: PathPattern(Self.prefix + "/" + path), face: .api,
                access: .organization(R.permission), operation: operation, timeLimit: limit
            ) { arrival in
                guard case .key(let caller) = arrival.sender, let home = caller.home else {
                    throw Problem.unauthorised
                }
                let request = arrival.request
                let grant = try caller.grant(right, in: home)
                guard isRepeatable, let deed = try Repetition.deed(of: request, by: grant.actor) else {
                    return try await handler(request, grant)
                }
                return try await Repetition.once(deed, of: home, services) { try await handler(request, grant) }
            })
    }
}
