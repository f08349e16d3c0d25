import Basics
import Mustache

/// The texts of one page: a struct of nothing but phrases, beside the page that shows them.
///
/// A template says `{{t.title}}` for its property `title`. Which names a template uses and which there are is compared by
/// a test, and so is every phrase's wording across the languages.
package protocol PageWords: Sendable {
    init()
}

/// A page's texts by name, read from their struct once.
package struct WordList: Sendable {
    package let name: String
    package let phrases: [String: Phrase]

    package init(_ words: some PageWords) {
        let mirror = Mirror(reflecting: words)
        name = "\(mirror.subjectType)"
        var phrases: [String: Phrase] = [:]
        for child in mirror.children {
            if let label = child.label, let phrase = child.value as? Phrase { phrases[label] = phrase }
        }
        self.phrases = phrases
    }

    func spoken(in language: Language) -> SpokenWords { SpokenWords(list: self, language: language) }
}

/// A page's texts in one language, as templates see them.
package struct SpokenWords: MustacheParent, Sendable {
    let list: WordList
    let language: Language

    package func child(named name: String) -> Any? { list.phrases[name]?[language] }
}
