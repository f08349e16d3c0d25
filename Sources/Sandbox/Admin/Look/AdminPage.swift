import Basics

/// What one page shows. Its template finds the page's own properties under `page` and its words under `words`.
protocol AdminPage: Sendable {
    /// A struct whose properties are phrases.
    associatedtype Words: Sendable

    static var template: String { get }
    var words: Words { get }
    /// What the browser calls the page, too.
    var heading: Phrase { get }
}
