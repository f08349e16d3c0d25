/// An error that a person can act on: what went wrong and where, and what to do, in the reader's language.
///
/// Every room's error type is one. No secret, document number or name of a person may be in either phrase.
package protocol ExplainedError: Error, Sendable {
    /// Stable and lower case, as in `storage.disk_full`: scripts and the API rely on it.
    var code: String { get }
    /// What went wrong, and where.
    var explanation: Phrase { get }
    /// What the reader can do now; nil when the explanation says it all.
    var remedy: Phrase? { get }
    /// Whether the same call may succeed later without anybody's doing.
    var isRetryable: Bool { get }
}

extension ExplainedError {
    package var remedy: Phrase? { nil }
    package var isRetryable: Bool { false }

    /// Explanation and remedy as one text.
    package func text(in language: Language) -> String {
        guard let remedy else { return explanation[language] }
        return explanation[language] + " " + remedy[language]
    }
}
