/// A language that Ponte's people read.
package enum Language: String, Sendable, CaseIterable {
    case portuguese = "pt"
    case spanish = "es"
    case english = "en"

    /// Reads `pt_BR.UTF-8`, `es-AR`, `en`: the first two letters decide. Nil for other languages.
    package init?(tag: String) {
        self.init(rawValue: tag.prefix(2).lowercased())
    }
}

/// One text in all three languages, so that a missing one does not compile.
package struct Phrase: Hashable, Sendable {
    package let portuguese: String
    package let spanish: String
    package let english: String

    package init(pt portuguese: String, es spanish: String, en english: String) {
        self.portuguese = portuguese
        self.spanish = spanish
        self.english = english
    }

    /// A text that is the same in all languages on purpose: a name, a number, a platform's own label.
    package init(same text: String) {
        self.init(pt: text, es: text, en: text)
    }

    package subscript(language: Language) -> String {
        switch language {
        case .portuguese: portuguese
        case .spanish: spanish
        case .english: english
        }
    }
}
