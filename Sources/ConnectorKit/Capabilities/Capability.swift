import Basics

/// What a platform or a key can do, as in `orders.list`.
package struct Capability: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let name: String

    package init(_ name: String) { self.name = name }

    package var description: String { name }
    package static func < (left: Self, right: Self) -> Bool { left.name < right.name }
}
