/// One numbered step of the schema. Rooms export theirs; Hub puts them in order.
package struct Migration: Sendable {
    /// Global over all rooms, counted from 1 without gaps.
    package let number: Int
    /// Two or three words, as in `audit chain`.
    package let name: String
    package let statements: [SQL]

    package init(_ number: Int, _ name: String, _ statements: [SQL]) {
        self.number = number
        self.name = name
        self.statements = statements
    }
}
