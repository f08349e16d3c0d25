/// One SQL statement for both engines, with its values kept apart from its text.
///
/// `"UPDATE streams SET state = \(state) WHERE id = \(id)"` binds both values. There is no way to paste a value into the
/// text but `\(unsafeSQL:)`, which is for names that the program itself wrote.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    package enum Piece: Sendable {
        case literal(String)
        case value(SQLValue)
        /// `IN (…)` over any number of texts as one bound value, so that the statement's text stays the same.
        case anyOf([String])
        case type(SQLType)
        case clustered
        case indexedBy(String)
    }

    package private(set) var pieces: [Piece]

    package init(stringLiteral text: String) { pieces = [.literal(text)] }

    package init(stringInterpolation interpolation: StringInterpolation) { pieces = interpolation.pieces }

    package struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(interpolationCount * 2 + 1)
        }

        package mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.literal(literal)) }
        }

        /// Binds one value.
        package mutating func appendInterpolation(_ value: some SQLBindable) {
            pieces.append(.value(value.sqlValue))
        }

        /// Embeds another statement's text and values.
        package mutating func appendInterpolation(_ sql: SQL) {
            pieces.append(contentsOf: sql.pieces)
        }

        /// `WHERE id \(anyOf: ids)`: true for a column that equals one of `texts`; false for all when there are none.
        package mutating func appendInterpolation(anyOf texts: [String]) {
            pieces.append(.anyOf(texts))
        }

        /// In DDL: the engine's own name of a column type.
        package mutating func appendInterpolation(type: SQLType) {
            pieces.append(.type(type))
        }

        /// In DDL, after the closing bracket of a table of narrow rows: SQLite keeps them in the tree of their primary key,
        /// where it would keep two trees otherwise. Nothing on PostgreSQL.
        package mutating func appendInterpolation(clustered: Void) {
            pieces.append(.clustered)
        }

        /// After a table's name: the index that finds its rows. SQLite plans without counting, and may take one that walks
        /// all rows of an organization; PostgreSQL counts, and is told nothing.
        package mutating func appendInterpolation(indexedBy index: StaticString) {
            pieces.append(.indexedBy("\(index)"))
        }

        /// Text as it is. Only for names that the program itself wrote, never for what came from outside.
        package mutating func appendInterpolation(unsafeSQL text: String) {
            pieces.append(.literal(text))
        }
    }
}
