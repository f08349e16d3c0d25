import ArgumentParser
import Basics
import Logging

/// One run of `ponte`: what a shell starts, and what a test starts with a screen of its own.
package struct Program: Sendable {
    let arguments: [String]
    let environment: [String: String]
    let screen: Screen

    /// - Parameter arguments: without the program's own name.
    package init(arguments: [String], environment: [String: String], screen: Screen) {
        self.arguments = arguments
        self.environment = environment
        self.screen = screen
    }

    /// Runs the command to its end.
    /// - Returns: the exit status, an `Ending`.
    package func run() async -> Int32 {
        let language = LanguageChoice.language(arguments: arguments, environment: environment)
        let surroundings = Surroundings(language: language, environment: environment, screen: screen)
        return await Surroundings.$current.withValue(surroundings) {
            do {
                if let refusal = TypedToken.refusal(of: arguments) { throw refusal }
                if let words = UnknownCommand.words(in: arguments) { _ = try PonteCommand.parseAsRoot(words) }
                var command = try PonteCommand.parseAsRoot(arguments)
                if var command = command as? any AsyncParsableCommand {
                    try await command.run()
                } else {
                    try command.run()
                }
                return Ending.done.rawValue
            } catch {
                return report(error, language: language)
            }
        }
    }

    private func report(_ error: any Error, language: Language) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        if let error = error as? CommandError, error.code == "command.output_closed" {
            // The reader has had enough, as in `ponte export orders | head`: not worth a word.
            return Ending.couldNotAsk.rawValue
        }
        if isFromParser(error) { return reportUsage(error, language: language) }
        if error is CancellationError { return Ending.interrupted.rawValue }
        screen.note(ErrorText.lines(for: error, language: language, paint: screen.errors.paint))
        return Ending.of(error).rawValue
    }

    private func isFromParser(_ error: any Error) -> Bool {
        error is CleanExit || error is ValidationError
            || !(error is any ExplainedError) && PonteCommand.exitCode(for: error) != .failure
    }

    private func reportUsage(_ error: any Error, language: Language) -> Int32 {
        let text = UsageText.translated(
            PonteCommand.fullMessage(for: error, columns: UsageText.width(of: screen)), to: language)
        guard PonteCommand.exitCode(for: error) == .success else {
            screen.note(text)
            return Ending.couldNotAsk.rawValue
        }
        do {
            try screen.say(text)
            return Ending.done.rawValue
        } catch {
            return Ending.couldNotAsk.rawValue
        }
    }
}
