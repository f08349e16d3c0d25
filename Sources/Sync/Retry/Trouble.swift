import Basics
import Storage

/// Why something could not be done, as it is kept in a row and shown to people later.
package struct Trouble: Hashable, Sendable {
    package let code: String
    package let explanation: Phrase

    package init(code: String, explanation: Phrase) {
        self.code = code
        self.explanation = explanation
    }

    /// What `error` says of itself; the name of its type when it is not one of Ponte's own.
    package init(_ error: any Error) {
        if let error = error as? any ExplainedError {
            self.init(code: error.code, explanation: error.explanation)
        } else {
            let unexpected = SyncError.unexpected(error)
            self.init(code: unexpected.code, explanation: unexpected.explanation)
        }
    }

    /// Reads `error_code`, `error_pt`, `error_es` and `error_en` from `column` on.
    init(_ row: Row, from column: Int) throws {
        code = try row.text(column)
        explanation = Phrase(
            pt: try row.optionalText(column + 1) ?? "", es: try row.optionalText(column + 2) ?? "",
            en: try row.optionalText(column + 3) ?? "")
    }

    var assignments: SQL {
        """
        error_code = \(code), error_pt = \(explanation.portuguese), error_es = \(explanation.spanish),
        error_en = \(explanation.english)
        """
    }
}
