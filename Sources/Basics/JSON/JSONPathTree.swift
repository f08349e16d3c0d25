/// Paths such as `items[].name`, laid out flat so that a pass over a text needs neither allocation nor counting of
/// references.
struct JSONPathTree: Sendable {
    struct Node {
        var edges: Range<Int> = 0..<0
        /// The node of every element when the value is an array.
        var elements: Int = -1
        var isRemoved = false
        var isVolatile = false
    }

    struct Edge {
        var key: Range<Int>
        var node: Int
    }

    private var nodes: [Node] = []
    private var edges: [Edge] = []
    private var keys: [UInt8] = []

    init(removed: [String], volatile: [String]) {
        let root = Branch()
        for path in removed { root.branch(at: Self.steps(of: path)).isRemoved = true }
        for path in volatile { root.branch(at: Self.steps(of: path)).isVolatile = true }
        place(root)
    }

    /// The pointers hold for as long as `body` runs.
    func withUnsafeNodes(_ body: (JSONPathNodes) -> Void) {
        nodes.withUnsafeBufferPointer { nodes in
            edges.withUnsafeBufferPointer { edges in
                keys.withUnsafeBufferPointer { body(JSONPathNodes(nodes: nodes, edges: edges, keys: $0)) }
            }
        }
    }

    @discardableResult
    private mutating func place(_ branch: Branch) -> Int {
        let index = nodes.count
        nodes.append(Node(isRemoved: branch.isRemoved, isVolatile: branch.isVolatile))
        let placed = branch.members.map { (key: $0.key, node: place($0.branch)) }
        let firstEdge = edges.count
        for (key, node) in placed {
            let start = keys.count
            keys.append(contentsOf: key)
            edges.append(Edge(key: start..<keys.count, node: node))
        }
        nodes[index].edges = firstEdge..<edges.count
        if let elements = branch.elements { nodes[index].elements = place(elements) }
        return index
    }

    /// `a[].b` is a, every element, b.
    private static func steps(of path: String) -> [[UInt8]?] {
        path.split(separator: ".").flatMap { part -> [[UInt8]?] in
            var name = part.utf8
            var arrays = 0
            while name.count >= 2, name.suffix(2).elementsEqual("[]".utf8) {
                name = name.dropLast(2)
                arrays += 1
            }
            let key: [[UInt8]?] = name.isEmpty ? [] : [Array(name)]
            return key + [[UInt8]?](repeating: nil, count: arrays)
        }
    }

    /// The tree while it grows.
    private final class Branch {
        var members: [(key: [UInt8], branch: Branch)] = []
        var elements: Branch?
        var isRemoved = false
        var isVolatile = false

        func branch(at steps: [[UInt8]?]) -> Branch {
            steps.reduce(self) { $0.child($1) }
        }

        private func child(_ step: [UInt8]?) -> Branch {
            guard let key = step else {
                let child = elements ?? Branch()
                elements = child
                return child
            }
            if let known = members.first(where: { $0.key == key }) { return known.branch }
            let child = Branch()
            members.append((key, child))
            return child
        }
    }
}

/// A tree's storage, borrowed for one pass.
struct JSONPathNodes {
    let nodes: UnsafeBufferPointer<JSONPathTree.Node>
    let edges: UnsafeBufferPointer<JSONPathTree.Edge>
    let keys: UnsafeBufferPointer<UInt8>

    /// -1 when no path goes on with these bytes.
    func member(of node: Int, key: UnsafeBufferPointer<UInt8>) -> Int {
        for edge in nodes[node].edges where edges[edge].key.count == key.count {
            let expected = UnsafeBufferPointer(rebasing: keys[edges[edge].key])
            if expected.elementsEqual(key) { return edges[edge].node }
        }
        return -1
    }
}
