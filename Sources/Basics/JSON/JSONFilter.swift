/// Copies JSON byte for byte while it leaves chosen members out: numbers such as `12.10` and unknown fields stay as they
/// came. Made once, used for many texts, from any task.
///
/// ```swift
/// let kept = JSONFilter(removing: ["paymentData.transactions[].payments[].connectorResponses"])
/// let hashed = JSONFilter(removing: ["lastChange", "packages[].events"], dropsWhitespace: true)
/// ```
package struct JSONFilter: Sendable {
    private let paths: JSONPathTree
    private let dropsWhitespace: Bool

    /// - Parameters:
    ///   - paths: keys parted by dots, `[]` after one for every element of its array: `items[].name`, `[].id`. A path
    ///     that is not in a text, or meets another type there, removes nothing. A path ending in `[]` empties the array.
    ///   - dropsWhitespace: leaves out the blanks between tokens too, so that two prints of one text are equal.
    package init(removing paths: [String], dropsWhitespace: Bool = false) {
        self.paths = JSONPathTree(paths)
        self.dropsWhitespace = dropsWhitespace
    }

    /// The text without the members; of two members with one key both go, and an escape in a key hides nothing.
    ///
    /// One pass, one allocation. `bytes` are what `JSONDocument` has accepted; other bytes give an error or some shorter
    /// text, without harm.
    /// - Throws: `JSONError` with `.malformed` when the text ends before its value does.
    package func apply(_ bytes: [UInt8]) throws(JSONError) -> [UInt8] {
        var isComplete = false
        let kept = bytes.withUnsafeBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: source.count) { target, count in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                paths.withUnsafeNodes { nodes in
                    var pass = JSONFilterPass(
                        source: from, end: source.count, target: to, paths: nodes, dropsWhitespace: dropsWhitespace)
                    isComplete = pass.run()
                    count = isComplete ? pass.written : 0
                }
            }
        }
        guard isComplete else { throw JSONError(.malformed, path: "") }
        return kept
    }
}
