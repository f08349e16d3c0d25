import Basics
import HTTPTypes
import NIOCore

extension WebRequest {
    /// The JSON body, found to fit `schema`.
    /// - Throws: 415, 400, or 422 that names each field that does not fit.
    func json(_ schema: Schema) throws(Problem) -> JSONDocument {
        let type = headers[.contentType]?.split(separator: ";").first.map { String($0).trimmingBlanks.lowercased() }
        guard type == "application/json" else { throw Problem.wrongMediaType }
        let document: JSONDocument
        do throws(JSONError) { document = try JSONDocument(parsing: Array(body.readableBytesView)) } catch {
            throw error.problem == .badNumber ? Problem.badNumberInBody : Problem.malformedBody
        }
        let problems = schema.problems(of: document.root)
        guard problems.isEmpty else { throw Problem.badBody(problems) }
        return document
    }

    /// For a deed that takes no body: an empty object passes.
    func expectNoBody() throws(Problem) {
        guard body.readableBytes > 0 else { return }
        _ = try json(.object([]))
    }
}
