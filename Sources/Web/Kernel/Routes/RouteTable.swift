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
    private let root: Node

    /// - Precondition: no two routes of the same method and pattern.
    package init(_ routes: [Route]) {
        self.routes = routes
        root = Node(routes.enumerated().map { ($1.pattern.segments[...], $1.method, $0) })
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
            } else if let branch = node.parameter, !segment.isEmpty {
                parameters.append(branch.name, segment)
                node = branch.node
            } else if let branch = node.rest {
                guard let all = PercentDecoding.decoded(rest) else { return .unreadable }
                parameters.append(branch.name, all)
                node = branch.node
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

    /// A place in the tree. A class: walking to it copies nothing.
    private final class Node: Sendable {
        let literals: [String: Node]
        let parameter: Branch?
        let rest: Branch?
        let methods: [HTTPRequest.Method: Int]

        /// - Parameter routes: those that go through this place, with what is left of their paths from here.
        init(_ routes: [(rest: ArraySlice<PathPattern.Segment>, method: HTTPRequest.Method, number: Int)]) {
            var methods: [HTTPRequest.Method: Int] = [:]
            var further: [PathPattern.Segment: [(ArraySlice<PathPattern.Segment>, HTTPRequest.Method, Int)]] = [:]
            for (rest, method, number) in routes {
                guard let segment = rest.first else {
                    precondition(methods.updateValue(number, forKey: method) == nil, "a route that is there already")
                    continue
                }
                further[segment, default: []].append((rest.dropFirst(), method, number))
            }
            self.methods = methods
            var literals: [String: Node] = [:]
            var parameter: Branch?
            var rest: Branch?
            for (segment, routes) in further {
                let node = Node(routes)
                switch segment {
                case .literal(let text): literals[text] = node
                case .parameter(let name):
                    precondition(parameter == nil, "one place, two names: \(name)")
                    parameter = Branch(name: name, node: node)
                case .rest(let name):
                    precondition(rest == nil, "one place, two names: \(name)")
                    rest = Branch(name: name, node: node)
                }
            }
            self.literals = literals
            self.parameter = parameter
            self.rest = rest
        }
    }

    private struct Branch: Sendable {
        let name: String
        let node: Node
    }
}
