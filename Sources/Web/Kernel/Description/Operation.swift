import Basics
import HTTPTypes

/// What the API's description says of a route, and what its request is checked against.
package struct Operation: Sendable {
    /// As in `listOrders`: what generated clients call it.
    package let id: String
    let tag: Phrase
    let summary: Phrase
    let parameters: [ParameterNote]
    /// Nil for a route that takes no body.
    let body: Schema?
    let answer: Schema?
    let status: HTTPResponse.Status
    /// Codes of problems that are this route's own.
    let problems: [String]
    let takesIdempotencyKey: Bool
    /// Whether answers are named by an `ETag`, and `If-None-Match` is obeyed.
    let hasETag: Bool

    init(
        _ id: String, tag: Phrase, _ summary: Phrase, parameters: [ParameterNote] = [], body: Schema? = nil,
        answer: Schema? = nil, status: HTTPResponse.Status = .ok, problems: [String] = [],
        takesIdempotencyKey: Bool = false, hasETag: Bool = false
    ) {
        self.id = id
        self.tag = tag
        self.summary = summary
        self.parameters = parameters
        self.body = body
        self.answer = answer
        self.status = status
        self.problems = problems
        self.takesIdempotencyKey = takesIdempotencyKey
        self.hasETag = hasETag
    }

    /// Refuses parameters that the route does not know: a misspelt filter would answer more than was asked for.
    func check(_ query: QueryItems) throws(Problem) {
        var seen: Set<String> = []
        var problems: [Problem.FieldProblem] = []
        for item in query.items {
            if !parameters.contains(where: { $0.name == item.name }) {
                problems.append(.unknown(String(item.name.prefix(100))))
            } else if !seen.insert(item.name).inserted {
                problems.append(.repeated(item.name))
            }
        }
        if !problems.isEmpty { throw .badQuery(problems) }
    }
}
