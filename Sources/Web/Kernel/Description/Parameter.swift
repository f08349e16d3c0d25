import Basics
import Foundation
import HTTPTypes

/// A parameter of a query or header: how it is read and how it is described, in one value, so that the two cannot differ.
struct Parameter<Value: Sendable>: Sendable {
    let note: ParameterNote
    private let missing: Value
    private let read: @Sendable (String, String) -> Result<Value, Problem.FieldProblem>

    init(
        _ name: String, _ schema: Schema, _ summary: Phrase, missing: Value, isRepeated: Bool = false,
        read: @escaping @Sendable (String, String) -> Result<Value, Problem.FieldProblem>
    ) {
        note = ParameterNote(name: name, schema: schema, summary: summary)
        self.missing = missing
        self.read = read
    }

    /// - Throws: 400 that names the parameter.
    func value(in query: QueryItems) throws(Problem) -> Value {
        guard let text = query[note.name] else { return missing }
        switch read(note.name, text) {
        case .success(let value): return value
        case .failure(let problem): throw .badQuery([problem])
        }
    }
}

extension Problem.FieldProblem: Error {}

/// What the description says of a parameter.
struct ParameterNote: Sendable {
    let name: String
    let schema: Schema
    let summary: Phrase
}

extension WebRequest {
    /// - Throws: 400 that names the parameter.
    subscript<Value>(parameter: Parameter<Value>) -> Value {
        get throws(Problem) { try parameter.value(in: query) }
    }
}
