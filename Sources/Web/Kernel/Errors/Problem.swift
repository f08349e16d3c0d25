import Basics
import HTTPTypes

/// A refusal that goes to the reader: RFC 9457's `application/problem+json` for programs, a page for people.
///
/// Nothing in it may be internal: it is sent as it is.
package struct Problem: Error, Sendable {
    /// What is wrong with one field of a body, one parameter of a query, one part of a path.
    package struct FieldProblem: Sendable, Hashable {
        /// As in `appToken`, `items[2].price`, `limit`.
        package let field: String
        package let code: String
        package let detail: Phrase

        package init(_ field: String, code: String, _ detail: Phrase) {
            self.field = field
            self.code = code
            self.detail = detail
        }
    }

    package let status: HTTPResponse.Status
    /// Stable and lower case: programs rely on it.
    package let code: String
    /// Says what kind of problem this is; the same for every one with this code.
    package let title: Phrase
    /// Says what was wrong this time, and what to do about it.
    package var detail: Phrase?
    package var fields: [FieldProblem] = []
    /// Members beside the standard's, as `oldest` of a log that was compacted.
    package var numbers: [(name: String, value: Int64)] = []
    package var links: [(name: String, value: String)] = []
    package var headers = HTTPFields()

    package init(
        _ status: HTTPResponse.Status, _ code: String, _ title: Phrase, detail: Phrase? = nil,
        fields: [FieldProblem] = []
    ) {
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.fields = fields
    }

    package func with(_ header: HTTPField.Name, _ value: String) -> Problem {
        var copy = self
        copy.headers[header] = value
        return copy
    }
}
