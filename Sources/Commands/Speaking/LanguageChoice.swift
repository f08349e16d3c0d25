import Basics

/// Which language a run of the program speaks: `--language`, else the locale's, else English.
///
/// Chosen before the arguments are parsed, because the help itself is in it.
package enum LanguageChoice {
    /// - Parameter environment: `PONTE_LANGUAGE`, then `LC_ALL`, `LC_MESSAGES` and `LANG` as POSIX orders them.
    package static func language(arguments: [String], environment: [String: String]) -> Language {
        if let asked = askedFor(in: arguments) { return asked }
        for name in ["PONTE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"] {
            guard let tag = environment[name], !tag.isEmpty else { continue }
            return Language(tag: tag) ?? .english
        }
        return .english
    }

    private static func askedFor(in arguments: [String]) -> Language? {
        for (position, argument) in arguments.enumerated() {
            if argument == "--" { return nil }
            if argument == "--language", position + 1 < arguments.count {
                return Language(tag: arguments[position + 1])
            }
            if argument.hasPrefix("--language=") {
                return Language(tag: String(argument.dropFirst("--language=".count)))
            }
        }
        return nil
    }
}
