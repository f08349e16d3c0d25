/// JSON that cannot be read, or that is not what its reader expects.
package struct JSONError: Error, Hashable, Sendable {
    package enum Problem: Hashable, Sendable {
        /// Not JSON at all; nested more than 64 deep.
        case malformed
        /// A number that no type holds, or that is written otherwise than JSON has it.
        case badNumber
        case missing
        /// Something else stands there, as in `expected: "integer", found: "string"`.
        case mismatched(expected: String, found: String)
    }

    package let problem: Problem
    /// Where, as in `items[2].price`; empty for the root.
    package let path: String

    package init(_ problem: Problem, path: String) {
        self.problem = problem
        self.path = path
    }

    /// The same problem seen from one level up.
    package func under(_ prefix: String) -> JSONError {
        JSONError(problem, path: path.isEmpty ? prefix : path.hasPrefix("[") ? prefix + path : prefix + "." + path)
    }
}
