import HTTPTypes

/// All routes, found by path in a tree; also what tests walk and documents are made of.
package struct RouteTable: Sendable {
    enum Match {
        case found(Route, PathParameters)
        /// The path is known, the method is not; these are.
        case otherMethod([HTTPRequest.Method])
        case unknown
        case unreadable
    }

    package let routes: [Route]
    private var root = Node()

    /// - Precondition: no two routes of the same method and pattern.
    package init(_ routes: [Route]) {
        self.routes = routes
        for (number, route) in routes.enumerated() {
            root.insert(route.pattern.segments[...], route.method, number)
        }
    }

    /// - Parameter path: percent-encoded, without the query.
    func match(_ method: HTTPRequest.Method, _ path: Substring) -> Match {
        var parameters = PathParameters()
        var node = root
        var rest = path.utf8.first == UInt8(ascii: "/") ? path.dropFirst() : path
        while !rest.isEmpty {
            let end = rest.utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            guard let segment = PercentDecoding.decoded(rest[..<end]) else { return .unreadable }
            if let next = node.literals[segment] {
                node = next
            } else if let (name, next) = node.parameter?.value, !segment.isEmpty {
                parameters.append(name, segment)
                node = next
            } else if let (name, next) = node.rest?.value {
                guard let all = PercentDecoding.decoded(rest) else { return .unreadable }
                parameters.append(name, all)
                node = next
                rest = ""
                break
            } else {
                return .unknown
            }
            rest = end == rest.endIndex ? "" : rest[rest.utf8.index(after: end)...]
        }
        guard !node.methods.isEmpty else { return .unknown }
        let wanted = method == .head ? .get : method
        guard let number = node.methods[wanted] else { return .otherMethod(Self.allowed(node)) }
        return .found(routes[number], parameters)
    }

    private static func allowed(_ node: Node) -> [HTTPRequest.Method] {
        var methods = node.methods.keys.sorted { $0.rawValue < $1.rawValue }
        if node.methods[.get] != nil { methods.append(.head) }
        return methods + [.options]
    }

    private struct Node: Sendable {
        var literals: [String: Node] = [:]
        var parameter: Branch?
        var rest: Branch?
        var methods: [HTTPRequest.Method: Int] = [:]

        mutating func insert(
            _ segments: ArraySlice<PathPattern.Segment>, _ method: HTTPRequest.Method, _ number: Int
        ) {
            guard let segment = segments.first else {
                precondition(methods[method] == nil, "a route that is there already")
                methods[method] = number
                return
            }
            let others = segments.dropFirst()
            switch segment {
            case .literal(let text): literals[text, default: Node()].insert(others, method, number)
            case .parameter(let name):
                parameter = Self.grown(parameter, name) { $0.insert(others, method, number) }
            case .rest(let name): rest = Self.grown(rest, name) { $0.insert(others, method, number) }
            }
        }

        private static func grown(_ branch: Branch?, _ name: String, _ grow: (inout Node) -> Void) -> Branch {
            var node = branch?.value.node ?? Node()
            precondition(branch == nil || branch?.value.name == name, "one place, two names: \(name)")
            grow(&node)
            return Branch((name, node))
        }
    }

    private final class Branch: Sendable {
        let value: (name: String, node: Node)
        init(_ value: (name: String, node: Node)) { self.value = value }
    }
}
