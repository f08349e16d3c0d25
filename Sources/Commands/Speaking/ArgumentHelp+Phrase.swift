import ArgumentParser
import Basics

extension ArgumentHelp {
    /// The help of one argument in the language of this run.
    static func said(pt: String, es: String, en: String, value: String? = nil) -> ArgumentHelp {
        ArgumentHelp(Phrase(pt: pt, es: es, en: en).spoken, valueName: value)
    }
}

extension CommandConfiguration {
    /// A command that says what it does, with an example.
    ///
    /// - Parameter details: sentences after the first one; nil when it says all.
    static func said(
        _ name: String, _ abstract: Phrase, details: Phrase? = nil, examples: [String],
        subcommands: [any ParsableCommand.Type] = []
    ) -> CommandConfiguration {
        let heading = Phrase(pt: "Exemplo:", es: "Ejemplo:", en: "Example:").spoken
        let lines = examples.map { ExampleText.lines($0) }.joined(separator: "\n")
        let discussion = [details?.spoken, heading + "\n" + lines].compactMap(\.self).joined(separator: "\n\n")
        return CommandConfiguration(
            commandName: name, abstract: abstract.spoken, discussion: discussion, subcommands: subcommands)
    }
}
