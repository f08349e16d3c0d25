import HTTPTypes

/// Collects what is answered to nobody in particular: each names its place on the closed list.
struct OpenRoutes {
    private(set) var routes: [Route] = []

    mutating func get(
        _ path: String, _ place: OpenRoute, face: Route.Face = .plain,
        _ handler: @escaping @Sendable (WebRequest) async throws -> Answer
    ) {
        routes.append(
            Route(
                method: .get, pattern: PathPattern(path), face: face, access: .open(place), operation: nil,
                timeLimit: .short
            ) { try await handler($0.request) })
    }

    /// Something that is posted by machines; no form guard and no cookie is looked for.
    mutating func post(
        _ path: String, _ place: OpenRoute, bodyBytes: Int,
        _ handler: @escaping @Sendable (WebRequest) async throws -> Answer
    ) {
        routes.append(
            Route(
                method: .post, pattern: PathPattern(path), face: .plain, access: .open(place), operation: nil,
                timeLimit: .short, bodyBytes: bodyBytes
            ) { try await handler($0.request) })
    }
}
