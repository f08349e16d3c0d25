import HTTPTypes

/// One address with its handler. `Target` is what the handler works on: a shop, or the whole sandbox.
struct Route<Target>: Sendable {
    typealias Handler = @Sendable (Call, Target) throws -> Reply

    /// VTEX's operation id, or the control's own name: the key of the request counters.
    let name: String
    let method: HTTPRequest.Method
    /// Lower-case literals and `{parameters}`.
    let pattern: [String]
    let module: Module
    let access: Access
    let limit: LimitGroup?
    let handler: Handler

    init(
        _ method: HTTPRequest.Method, _ pattern: String, _ name: String, module: Module = .control,
        access: Access = .open, limit: LimitGroup? = nil, handler: @escaping Handler
    ) {
        self.method = method
        self.pattern = pattern.split(separator: "/").map { $0.hasPrefix("{") ? String($0) : $0.lowercased() }
        self.name = name
        self.module = module
        self.access = access
        self.limit = limit
        self.handler = handler
    }

    /// The path parameters when `segments` fit; letters in any case.
    func match(_ segments: [String], lowercased: [String]) -> [String: String]? {
        guard pattern.count == segments.count else { return nil }
        var found: [String: String] = [:]
        for (position, part) in pattern.enumerated() {
            if part.hasPrefix("{") {
                found[String(part.dropFirst().dropLast())] = segments[position]
            } else if part != lowercased[position] {
                return nil
            }
        }
        return found
    }
}

/// What a caller needs.
enum Access: Sendable {
    case open
    /// Valid credentials, whatever their roles.
    case signedIn
    /// One of these resources suffices.
    case anyOf([Resource])
}

/// All routes of one kind; the first that fits wins, so literals stand before parameters.
struct RouteTable<Target>: Sendable {
    let routes: [Route<Target>]
    private let bySize: [Int: [Int]]

    init(_ routes: [Route<Target>]) {
        self.routes = routes
        bySize = Dictionary(grouping: routes.indices, by: { routes[$0].pattern.count })
    }

    enum Match {
        case found(Route<Target>, [String: String])
        case otherMethod
        case none
    }

    func match(_ method: HTTPRequest.Method, _ segments: [String]) -> Match {
        let lowercased = segments.map { $0.lowercased() }
        var fitsOtherMethod = false
        for position in bySize[segments.count] ?? [] {
            guard let parameters = routes[position].match(segments, lowercased: lowercased) else { continue }
            if routes[position].method == method { return .found(routes[position], parameters) }
            fitsOtherMethod = true
        }
        return fitsOtherMethod ? .otherMethod : .none
    }
}
