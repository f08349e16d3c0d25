/// A JSONata expression of the kind that order filters use: paths, literals, comparisons, `and`, `or`, `in`, arithmetic,
/// `&`, `? :`, filters in brackets, arrays, and the functions of `JSONataFunctions`.
///
/// Not here: lambdas, variables other than `$` and `$$`, object constructors, order by, regular expressions, wildcards.
/// Source: docs.jsonata.org.
struct JSONata: Sendable {
    private let root: JSONataNode

    /// Words and signs: a chain of operators is computed as deep as it is long.
    private static let longest = 1000

    /// - Throws: `JSONataError` for what is no expression of this kind.
    init(_ text: String) throws {
        let tokens = try JSONataLexer(text).tokens()
        guard tokens.count <= Self.longest else { throw JSONataError("the expression is too long") }
        var parser = JSONataParser(tokens: tokens)
        root = try parser.whole()
    }

    /// Nil for what JSONata calls nothing: a path that leads nowhere.
    ///
    /// - Throws: `JSONataError` when values do not fit their operators.
    func value(for document: JSON) throws -> JSON? {
        try JSONataEvaluator(root: document).value(of: root, for: document)
    }

    /// The value as `$boolean` sees it.
    func isTrue(for document: JSON) throws -> Bool { JSONataEvaluator.isTrue(try value(for: document)) }
}

/// Why an expression cannot be read or computed.
struct JSONataError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
