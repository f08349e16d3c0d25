import Basics

/// An error as a person reads it: one sentence, what to do, and the code to look up.
enum ErrorText {
    static func lines(for error: any Error, language: Language, paint: Paint) -> String {
        let explained = explained(error)
        let heading = Phrase(pt: "Erro:", es: "Error:", en: "Error:")[language]
        var lines = [paint.bad(heading) + " " + explained.explanation[language]]
        if let remedy = explained.remedy { lines.append("  → " + remedy[language]) }
        lines.append(paint.quiet("  (\(explained.code))"))
        return lines.joined(separator: "\n")
    }

    /// Errors that no room explains are told by their type alone: their own text may hold anything.
    static func explained(_ error: any Error) -> any ExplainedError {
        error as? any ExplainedError ?? CommandError.unexpected(kind: String(describing: type(of: error)))
    }
}
