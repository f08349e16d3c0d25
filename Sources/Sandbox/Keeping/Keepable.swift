import Basics

/// Something of a shop's that a state file keeps as a whole, by its id.
protocol Keepable: Sendable, Equatable {
    /// What its lines in a state file are called.
    static var kind: String { get }
    /// One of each id within a kind.
    var keptID: String { get }
    var kept: JSON { get }
    /// As a state file has it.
    init(kept: JSONView) throws
}
