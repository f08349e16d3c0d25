import Basics
import Mustache

/// Phrases by the name of their property, in one language.
struct Said: MustacheParent {
    private let words: any Sendable
    private let language: Language

    /// - Parameter words: A struct whose properties are phrases.
    init(_ words: some Sendable, _ language: Language) {
        self.words = words
        self.language = language
    }

    /// A name that the template made up shows as such: tests look for its brackets.
    func child(named name: String) -> Any? {
        for child in Mirror(reflecting: words).children where child.label == name {
            if let phrase = child.value as? Phrase { return phrase[language] }
        }
        return Said.missing(name)
    }

    static func missing(_ name: String) -> String { "⟦\(name)⟧" }
}
