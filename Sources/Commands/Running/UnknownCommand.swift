import ArgumentParser

/// A word in a command's place that is none. ArgumentParser overlooks it where help is asked for.
enum UnknownCommand {
    /// The words up to the one that no command has; nil when there is none, or when it is not for certain.
    static func words(in arguments: [String]) -> [String]? {
        var command: any ParsableCommand.Type = PonteCommand.self
        var words: [String] = []
        var isValue = false
        for argument in arguments {
            if isValue {
                isValue = false
                continue
            }
            if argument == "--language" {
                isValue = true
                continue
            }
            if ["--help", "-h"].contains(argument) || argument.hasPrefix("--language=") { continue }
            if argument.hasPrefix("-") { return nil }
            if words.isEmpty, argument == "help" { continue }
            let subcommands = command.configuration.subcommands
            if subcommands.isEmpty { return nil }
            words.append(argument)
            guard let next = subcommands.first(where: { $0.configuration.commandName == argument }) else {
                return words
            }
            command = next
        }
        return nil
    }
}
