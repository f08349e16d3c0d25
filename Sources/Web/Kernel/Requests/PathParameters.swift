import Basics

/// What stood in a path where its pattern has `{name}`.
package struct PathParameters: Sendable {
    private var names: [String] = []
    private var values: [String] = []

    package init() {}

    mutating func append(_ name: String, _ value: String) {
        names.append(name)
        values.append(value)
    }

    /// Nil only for a name that the pattern does not have.
    package subscript(name: String) -> String? {
        names.firstIndex(of: name).map { values[$0] }
    }

    /// A typed id.
    /// - Throws: 404: an id that cannot be one names nothing.
    package func id<Kind: IDKind>(_ name: String, _ kind: Kind.Type = Kind.self) throws(Problem) -> ID<Kind> {
        guard let text = self[name], let id = ID<Kind>(parsing: text) else { throw Problem.notFound }
        return id
    }
}
