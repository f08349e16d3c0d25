import Basics

/// An article's clicks, in its own words where screens still have them.
struct Guide: Sendable {
    struct Step: Sendable {
        let text: Phrase
        var note: Phrase?
        var link: Phrase?
        /// Below the account's base.
        var path: (@Sendable (GuideProgress) -> String)?
        /// Nil where nobody can tell.
        var isDone: (@Sendable (GuideProgress) -> Bool)?
    }

    /// Of the article.
    let number: String
    let name: Phrase
    let steps: [Step]
    /// What comes after, or what the article leaves out.
    let missing: Phrase

    static let all = [reviews, marketing, loyalty]
}
