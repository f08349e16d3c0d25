/// Copies JSON byte for byte while it leaves chosen members out: numbers such as `12.10` and unknown fields stay as they
/// came. Made once, used for many texts, from any task.
///
/// ```swift
/// let filter = JSONFilter(removing: ["paymentData.transactions[].payments[].cardNumber"], volatile: ["lastSeen"])
/// let parts = try filter.split(answer)
/// ```
package struct JSONFilter: Sendable {
    private let paths: JSONPathTree

    /// A text in two forms.
    package struct Split: Sendable {
        /// The text without what is removed, blanks included.
        package let kept: [UInt8]
        /// What is kept less the volatile members and all blanks between tokens: equal for texts that mean the same.
        package let essence: [UInt8]
    }

    /// Paths are keys parted by dots, `[]` after one for every element of its array: `items[].name`, `[].id`. A path that
    /// is not in a text, or meets another type there, removes nothing. A path ending in `[]` empties the array.
    /// - Parameters:
    ///   - paths: what neither form has.
    ///   - volatilePaths: what only the kept form has.
    package init(removing paths: [String], volatile volatilePaths: [String] = []) {
        self.paths = JSONPathTree(removed: paths, volatile: volatilePaths)
    }

    /// Both forms; of two members with one key both go, and an escape in a key hides nothing.
    ///
    /// One pass. `bytes` are what `JSONDocument` has accepted; other bytes give an error or some shorter text, without
    /// harm.
    /// - Throws: `JSONError` with `.malformed` when the text ends before its value does.
    package func split(_ bytes: [UInt8]) throws(JSONError) -> Split {
        var essence: [UInt8] = []
        var isComplete = false
        let kept = bytes.withUnsafeBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: source.count) { kept, keptCount in
                essence = [UInt8](unsafeUninitializedCapacity: source.count) { essence, essenceCount in
                    guard let from = source.baseAddress, let keptTo = kept.baseAddress,
                        let essenceTo = essence.baseAddress
                    else { return }
                    paths.withUnsafeNodes { nodes in
                        var pass = JSONFilterPass(
                            source: from, end: source.count, kept: keptTo, essence: essenceTo, paths: nodes)
                        isComplete = pass.run()
                        keptCount = isComplete ? pass.kept.written : 0
                        essenceCount = isComplete ? pass.essence.written : 0
                    }
                }
            }
        }
        guard isComplete else { throw JSONError(.malformed, path: "") }
        return Split(kept: kept, essence: essence)
    }
}
