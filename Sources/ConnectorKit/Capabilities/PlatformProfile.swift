import Basics

/// A platform as people choose it from a list.
package struct PlatformProfile: Sendable, Hashable {
    /// As in `vtex`.
    package let name: String
    /// As its owner writes it; the same in all languages.
    package let title: String
    /// One sentence: what kind of place it is.
    package let summary: Phrase

    package init(name: String, title: String, summary: Phrase) {
        self.name = name
        self.title = title
        self.summary = summary
    }
}
