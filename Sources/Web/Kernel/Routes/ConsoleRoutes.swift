import AccessControl
import HTTPTypes
import Operations

/// Collects the console's routes.
///
/// ```swift
/// console.get("/organizations/{organization}/orders", ReadOrders.self) { request, grant in .page(OrdersPage(…)) }
/// console.post("/organizations/{organization}/connections", ManageConnections.self) { request, grant in
///     …request.form["account"]…
///     return request.redirect(to: "/connections", flash: Flash(.success, …))
/// }
/// ```
/// Forms have been checked against forgery before a handler sees them.
package struct ConsoleRoutes {
    package typealias Handler<Proof> = @Sendable (ConsoleRequest, Proof) async throws -> Answer

    package private(set) var routes: [Route] = []

    package init() {}

    /// A page of one organization: the path has `{organization}`.
    package mutating func get<R: Right>(
        _ path: String, _ right: R.Type, limit seconds: Int = 30, _ handler: @escaping Handler<Grant<R>>
    ) {
        add(.get, path, right, seconds, handler)
    }

    /// A form of one organization: the path has `{organization}`.
    package mutating func post<R: Right>(
        _ path: String, _ right: R.Type, limit seconds: Int = 60, _ handler: @escaping Handler<Grant<R>>
    ) {
        add(.post, path, right, seconds, handler)
    }

    /// A page above the organizations.
    package mutating func get<R: Right>(
        _ path: String, installation right: R.Type, limit seconds: Int = 30,
        _ handler: @escaping Handler<InstallationGrant<R>>
    ) {
        add(.get, path, installation: right, seconds, handler)
    }

    /// A form above the organizations.
    package mutating func post<R: Right>(
        _ path: String, installation right: R.Type, limit seconds: Int = 60,
        _ handler: @escaping Handler<InstallationGrant<R>>
    ) {
        add(.post, path, installation: right, seconds, handler)
    }

    /// What every member has of his own: home, language, password, signing out.
    package mutating func own(
        _ method: HTTPRequest.Method, _ path: String,
        _ handler: @escaping @Sendable (ConsoleRequest, SignedIn) async throws -> Answer
    ) {
        append(method, path, .signedIn, 30) { request, caller in
            guard case .member(let signedIn) = caller else { throw AccessError(.notSignedIn) }
            return try await handler(request, signedIn)
        }
    }

    /// A page or form for somebody who is not signed in: sign-in, set-up, a link that opens once.
    package mutating func open(
        _ method: HTTPRequest.Method, _ path: String, _ place: OpenRoute,
        _ handler: @escaping @Sendable (ConsoleRequest) async throws -> Answer
    ) {
        routes.append(
            Route(
                method: method, pattern: PathPattern(path), face: .console, access: .open(place), operation: nil,
                timeLimit: .seconds(30)
            ) { arrival in
                guard case .nobody(let visit) = arrival.sender else { throw Problem.internal }
                return try await handler(ConsoleRequest(arrival.request, visit, caller: nil))
            })
    }

    private mutating func add<R: Right>(
        _ method: HTTPRequest.Method, _ path: String, _ right: R.Type, _ seconds: Int,
        _ handler: @escaping Handler<Grant<R>>
    ) {
        precondition(path.contains("{organization}"), "whose? a grant needs {organization} in its path: \(path)")
        append(method, path, .organization(R.permission), seconds) { request, caller in
            guard let id = request.parameters["organization"], let scope = Services.scope(ofOrganization: id) else {
                throw Problem.notFound
            }
            return try await handler(request, try caller.grant(right, in: scope))
        }
    }

    private mutating func add<R: Right>(
        _ method: HTTPRequest.Method, _ path: String, installation right: R.Type, _ seconds: Int,
        _ handler: @escaping Handler<InstallationGrant<R>>
    ) {
        append(method, path, .installation(R.permission), seconds) { request, caller in
            try await handler(request, try caller.installationGrant(right))
        }
    }

    private mutating func append(
        _ method: HTTPRequest.Method, _ path: String, _ access: Route.Access, _ seconds: Int,
        _ handler: @escaping @Sendable (ConsoleRequest, Caller) async throws -> Answer
    ) {
        routes.append(
            Route(
                method: method, pattern: PathPattern(path), face: .console, access: access, operation: nil,
                timeLimit: .seconds(seconds)
            ) { arrival in
                guard case .member(let visit, let caller) = arrival.sender else {
                    throw AccessError(.notSignedIn)
                }
                return try await handler(ConsoleRequest(arrival.request, visit, caller: caller), caller)
            })
    }
}
