import Basics

/// What surrounds one run of a command: its language, its environment and where it writes.
///
/// ArgumentParser makes the commands itself, so they find their surroundings in the task instead of in an initialiser.
package struct Surroundings: Sendable {
    package let language: Language
    package let environment: [String: String]
    package let screen: Screen

    package init(language: Language, environment: [String: String], screen: Screen) {
        self.language = language
        self.environment = environment
        self.screen = screen
    }

    @TaskLocal package static var current = Surroundings(language: .english, environment: [:], screen: .silent)
}

extension Phrase {
    /// The text in the language of this run.
    var spoken: String { self[Surroundings.current.language] }
}
